import { contentOf, MAX_DEPTH, ownImageAddress, type RichNode, type RichText } from "./rich-text.ts";

const inline = new Set(["text", "hardBreak"]);

function linesOf(node: RichNode, depth: number, lines: string[]): void {
  if (!node || typeof node !== "object" || depth > MAX_DEPTH) return;
  if (node.type === "image") {
    if (typeof node.attrs?.caption === "string") lines.push(node.attrs.caption);
    return;
  }
  if (node.type === "video" || node.type === "audio") {
    for (const words of [node.attrs?.caption, node.attrs?.transcript])
      if (typeof words === "string") lines.push(words);
    return;
  }
  const content = contentOf(node);
  if (content.some((child) => inline.has(child?.type))) {
    lines.push(
      content
        .map((child) =>
          child?.type === "hardBreak" ? "\n" : typeof child?.text === "string" ? child.text : "",
        )
        .join(""),
    );
    return;
  }
  for (const child of content) linesOf(child, depth + 1, lines);
}

/** The words of a text, one block a line, captions and what is said in recordings included: for search, length and similarity. */
export function richTextToPlainText(json: RichText): string {
  const lines: string[] = [];
  for (const node of contentOf(json)) linesOf(node, 1, lines);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** A picture standing in a text. `alt` "" marks it as decoration. */
export interface RichTextImage {
  /** The id in /media/<id>. */
  mediaId: string;
  alt: string;
  caption: string | null;
}

/** The pictures of a text in their order. */
export function collectImages(json: RichText): RichTextImage[] {
  const images: RichTextImage[] = [];
  const visit = (nodes: unknown, depth: number) => {
    if (!Array.isArray(nodes) || depth > MAX_DEPTH) return;
    for (const node of nodes as RichNode[]) {
      const src = node?.type === "image" ? ownImageAddress(node.attrs?.src) : null;
      if (src !== null) {
        const { alt, caption } = node.attrs ?? {};
        images.push({
          mediaId: src.slice("/media/".length),
          alt: typeof alt === "string" ? alt.trim() : "",
          caption: typeof caption === "string" && caption.trim() !== "" ? caption.trim() : null,
        });
      }
      visit(node?.content, depth + 1);
    }
  };
  visit(json?.content, 1);
  return images;
}
