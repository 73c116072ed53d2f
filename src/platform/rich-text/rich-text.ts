import { z } from "zod";

/** A mark over a run of text, as Tiptap stores it. */
export interface RichMark {
  type: string;
  attrs?: Record<string, unknown>;
}

/** A node of the text, as Tiptap stores it. */
export interface RichNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: RichNode[];
  marks?: RichMark[];
  text?: string;
}

/** A whole text: what the editor stores and the renderers read. */
export interface RichText {
  type: "doc";
  content?: RichNode[];
}

const NODE_TYPES = [
  "paragraph",
  "heading",
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
  "table",
  "tableRow",
  "tableHeader",
  "tableCell",
  "image",
  "horizontalRule",
  "hardBreak",
  "text",
] as const;

const MARK_TYPES = ["bold", "italic", "underline", "strike", "subscript", "superscript", "link"] as const;

/** Deepest nesting that is stored or rendered: a table in a list in a quotation needs 12. */
export const MAX_DEPTH = 24;
/** Nodes of one text: about 300 printed pages. */
const MAX_NODES = 20_000;
/** Characters of one text. */
const MAX_CHARACTERS = 500_000;

/** Widths in pixels in which a picture wider than that is also served: /media/<id>/<width>. */
export const PICTURE_WIDTHS = [640, 1080] as const;

/** An own picture: /media/ and an id. Null for any other address, so that no page loads from elsewhere. */
export function ownImageAddress(src: unknown): string | null {
  return typeof src === "string" && /^\/media\/[A-Za-z0-9_-]{1,64}$/.test(src) ? src : null;
}

/** An address that a link may lead to: http(s), mailto, tel, or a path on this site. Null for any other. */
export function safeLinkAddress(href: unknown): string | null {
  if (typeof href !== "string" || href.length > 2000) return null;
  const address = href.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, so "java\nscript:" must not pass.
  if (/[\u0000-\u001f\u007f\\]/.test(address)) return null;
  if (/^\/(?!\/)/.test(address)) return address;
  if (!URL.canParse(address)) return null;
  return ["http:", "https:", "mailto:", "tel:"].includes(new URL(address).protocol) ? address : null;
}

/** Children of a node; none when the JSON is not as the editor stores it. */
export const contentOf = (node: { content?: RichNode[] } | null | undefined): RichNode[] =>
  Array.isArray(node?.content) ? node.content : [];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const hrefOf = (mark: Record<string, unknown>): unknown => (isObject(mark.attrs) ? mark.attrs.href : null);

function faultOfNode(node: Record<string, unknown>, anyLinks: boolean): string | null {
  const { type, text, attrs = {}, marks = [] } = node;
  if (!(NODE_TYPES as readonly unknown[]).includes(type)) {
    return "Nội dung có thành phần mà hệ thống không nhận; hãy dán lại dưới dạng chữ.";
  }
  if (!isObject(attrs) || !Array.isArray(marks)) return "Nội dung không đúng cấu trúc.";
  if (type === "text" && typeof text !== "string") return "Nội dung không đúng cấu trúc.";
  if (type === "image" && ownImageAddress(attrs.src) === null) {
    return "Ảnh phải được tải lên kho ảnh trước khi đặt vào bài.";
  }
  for (const mark of marks) {
    if (!isObject(mark) || !(MARK_TYPES as readonly unknown[]).includes(mark.type)) {
      return "Nội dung có kiểu chữ mà hệ thống không nhận; hãy dán lại dưới dạng chữ.";
    }
    if (!anyLinks && mark.type === "link" && safeLinkAddress(hrefOf(mark)) === null) {
      return `Liên kết “${shortened(hrefOf(mark))}” không dùng được; chỉ nhận địa chỉ web, thư điện tử hoặc số điện thoại.`;
    }
  }
  return null;
}

/** First thing that makes the text unusable, as a sentence; null: it can be stored. Walks without recursion. */
function faultOf(content: unknown, anyLinks: boolean): string | null {
  const waiting: { nodes: unknown; depth: number }[] = [{ nodes: content, depth: 1 }];
  let nodeCount = 0;
  let characters = 0;
  for (let level = waiting.pop(); level; level = waiting.pop()) {
    const { nodes, depth } = level;
    if (!Array.isArray(nodes)) return "Nội dung không đúng cấu trúc.";
    if (depth > MAX_DEPTH) return "Danh sách hoặc bảng lồng nhau quá nhiều tầng.";
    nodeCount += nodes.length;
    if (nodeCount > MAX_NODES) return "Bài có quá nhiều đoạn, ô bảng hoặc mục; hãy tách thành nhiều bài.";
    for (const node of nodes) {
      if (!isObject(node)) return "Nội dung không đúng cấu trúc.";
      const fault = faultOfNode(node, anyLinks);
      if (fault !== null) return fault;
      if (typeof node.text === "string") characters += node.text.length;
      if (characters > MAX_CHARACTERS) return "Bài dài hơn 500.000 ký tự; hãy tách thành nhiều bài.";
      if (node.content !== undefined) waiting.push({ nodes: node.content, depth: depth + 1 });
    }
  }
  return null;
}

const documentSchema = ({ anyLinks }: { anyLinks: boolean }) =>
  z
    .object({
      type: z.literal("doc"),
      content: z.array(z.unknown() as unknown as z.ZodType<RichNode, RichNode>).optional(),
    })
    .superRefine((document, context) => {
      const fault = faultOf(document.content ?? [], anyLinks);
      if (fault !== null) context.addIssue({ code: "custom", message: fault, path: ["content"] });
    });

/**
 * Tiptap JSON that may be stored: only the nodes and marks that can be published, own pictures, safe links,
 * bounded in depth and size. Keeps attributes it does not know (column widths), which no renderer prints.
 */
export const richTextSchema = documentSchema({ anyLinks: false });

/** The same as somebody typed it: its links may lead anywhere until `withoutUnsafeLinks` has looked. */
export const typedRichTextSchema = documentSchema({ anyLinks: true });

/** A link that was left out: where it led, and the words that carried it. Both are cut to 100 characters. */
export interface RefusedLink {
  address: string;
  words: string;
}

const shortened = (value: unknown): string => {
  const text = typeof value === "string" ? value : "";
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
};

/** The text with all its words, and without the links that no page may carry. Takes what `typedRichTextSchema` let in. */
export function withoutUnsafeLinks(text: RichText): { text: RichText; refused: RefusedLink[] } {
  const refused: RefusedLink[] = [];
  const clean = (node: RichNode): RichNode => {
    const marks = node.marks?.filter((mark) => {
      if (mark.type !== "link" || safeLinkAddress(mark.attrs?.href) !== null) return true;
      refused.push({ address: shortened(mark.attrs?.href), words: shortened(node.text) });
      return false;
    });
    return {
      ...node,
      ...(marks && { marks }),
      ...(node.content && { content: contentOf(node).map(clean) }),
    };
  };
  return { text: { ...text, ...(text.content && { content: text.content.map(clean) }) }, refused };
}
