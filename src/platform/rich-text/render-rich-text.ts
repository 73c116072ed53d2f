import {
  contentOf,
  MAX_DEPTH,
  ownImageAddress,
  PICTURE_WIDTHS,
  type RichMark,
  type RichNode,
  type RichText,
  safeLinkAddress,
} from "./rich-text.ts";

export { type RichNode, type RichText, richTextSchema } from "./rich-text.ts";
export { collectImages, richTextToPlainText } from "./rich-text-content.ts";

export interface RenderOptions {
  /** Put before own addresses (/tin-tuc/…), for readers outside the site; without final slash. */
  baseUrl?: string;
  /** Put before the addresses of pictures (/media/…); without final slash. Absent: `baseUrl`. */
  pictureUrl?: string;
  /** Who made a picture (by its id), printed under it. */
  creditOf?: (mediaId: string) => string | null | undefined;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Text made safe for HTML content and quoted attributes. */
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character]!);

const wholeNumber = (value: unknown, from: number, to: number): number | null =>
  typeof value === "number" && Number.isInteger(value) && value >= from && value <= to ? value : null;
const words = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
const numberAttribute = (name: string, value: unknown, from: number, to: number) => {
  const number = wholeNumber(value, from, to);
  return number === null ? "" : ` ${name}="${number}"`;
};
const alignment = (node: RichNode) => {
  const align = node.attrs?.textAlign;
  return align === "center" || align === "right" ? ` class="align-${align}"` : "";
};

/** A list counted by letters or Roman numerals, as official documents count their points. */
const letters = (node: RichNode) => {
  const type = node.attrs?.type;
  return typeof type === "string" && /^[aAiI]$/.test(type) ? ` type="${type}"` : "";
};

const simpleMarks: Record<string, string> = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strike: "s",
  subscript: "sub",
  superscript: "sup",
};

function marked(html: string, mark: RichMark, { baseUrl = "" }: RenderOptions): string {
  const tag = simpleMarks[mark?.type];
  if (tag) return `<${tag}>${html}</${tag}>`;
  if (mark?.type !== "link") return html;
  const address = safeLinkAddress(mark.attrs?.href);
  if (address === null) return html;
  if (address.startsWith("/")) return `<a href="${escapeHtml(baseUrl + address)}">${html}</a>`;
  return `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${html}</a>`;
}

/** Narrower copies for small screens; only a picture whose width is known has them. */
function narrower(address: string, width: unknown): string {
  const full = wholeNumber(width, 1, 20_000);
  const widths = PICTURE_WIDTHS.filter((candidate) => full !== null && candidate < full);
  if (widths.length === 0) return "";
  const copies = [...widths.map((w) => `${address}/${w} ${w}w`), `${address} ${full}w`].join(", ");
  return ` srcset="${escapeHtml(copies)}" sizes="(max-width: 46rem) 100vw, 44rem"`;
}

/** The words under a picture: what it is, then who made it. */
export function captionHtml(caption: unknown, credit: string | null | undefined): string {
  const [text, author] = [words(caption), words(credit)];
  if (text === "" && author === "") return "";
  const made = author && `<small>${escapeHtml(/^ảnh/iu.test(author) ? author : `Ảnh: ${author}`)}</small>`;
  return `<figcaption>${[escapeHtml(text), made].filter(Boolean).join(" ")}</figcaption>`;
}

function image(node: RichNode, { baseUrl = "", pictureUrl = baseUrl, creditOf }: RenderOptions): string {
  const src = ownImageAddress(node.attrs?.src);
  if (src === null) return "";
  const { alt, caption, width, height } = node.attrs ?? {};
  const address = pictureUrl + src;
  const size = numberAttribute("width", width, 1, 20_000) + numberAttribute("height", height, 1, 20_000);
  const picture = `<img src="${escapeHtml(address)}"${narrower(address, width)} alt="${escapeHtml(words(alt))}"${size} loading="lazy" decoding="async"/>`;
  return `<figure>${picture}${captionHtml(caption, creditOf?.(src.slice("/media/".length)))}</figure>`;
}

/** What is said in a recording, folded up below it, its lines kept. */
const spoken = (transcript: string): string =>
  transcript === ""
    ? ""
    : `<details class="transcript"><summary>Lời thoại</summary>${transcript
        .split(/\n+/)
        .filter((line) => line.trim() !== "")
        .map((line) => `<p>${escapeHtml(line.trim())}</p>`)
        .join("")}</details>`;

/** A link that saves the file, with what it is. */
function toTake(address: string, download: unknown): string {
  if (!download || typeof download !== "object") return "";
  const { name, words: about } = download as { name?: unknown; words?: unknown };
  return `<p><a href="${address}" download="${escapeHtml(words(name))}">Tải bản thu về máy</a> (${escapeHtml(words(about))})</p>`;
}

/**
 * A video or sound of the library, played only when somebody asks for it, with captions and text. No text that is typed
 * holds one (`richTextSchema`): they are put in by what shows the media beside a text.
 */
function recording(node: RichNode, { baseUrl = "", pictureUrl = baseUrl, creditOf }: RenderOptions): string {
  const src = ownImageAddress(node.attrs?.src);
  if (src === null) return "";
  const { label, caption, width, height, poster, captions, transcript, download } = node.attrs ?? {};
  const address = escapeHtml(pictureUrl + src);
  const name = words(label) === "" ? "" : ` aria-label="${escapeHtml(words(label))}"`;
  const size = numberAttribute("width", width, 1, 20_000) + numberAttribute("height", height, 1, 20_000);
  const still = poster === true ? ` poster="${address}/poster.jpg"` : "";
  const track =
    captions === true
      ? `<track kind="captions" src="${address}/captions.vtt" srclang="vi" label="Tiếng Việt" default="default"/>`
      : "";
  const player =
    node.type === "video"
      ? `<video src="${address}" controls="controls" preload="${still ? "none" : "metadata"}"${still}${size}${name}>${track}</video>`
      : `<audio src="${address}" controls="controls" preload="none"${name}></audio>`;
  const made = words(creditOf?.(src.slice("/media/".length)));
  const credit = made === "" ? "" : `<small>${escapeHtml(made)}</small>`;
  const below = [escapeHtml(words(caption)), credit].filter(Boolean).join(" ");
  return `<figure>${player}${below && `<figcaption>${below}</figcaption>`}</figure>${toTake(address, download)}${spoken(words(transcript))}`;
}

/** A header cell names its column in the first row, else its row. */
function cell(node: RichNode, row: number, depth: number, options: RenderOptions): string {
  const spans =
    numberAttribute("colspan", node.attrs?.colspan, 2, 100) +
    numberAttribute("rowspan", node.attrs?.rowspan, 2, 1000);
  const inside = children(node, depth, options);
  if (node.type !== "tableHeader") return `<td${spans}>${inside}</td>`;
  return `<th scope="${row === 0 ? "col" : "row"}"${spans}>${inside}</th>`;
}

function table(node: RichNode, depth: number, options: RenderOptions): string {
  const rows = contentOf(node)
    .filter((row) => row?.type === "tableRow")
    .map(
      (row, index) =>
        `<tr>${contentOf(row)
          .map((c) => cell(c, index, depth + 2, options))
          .join("")}</tr>`,
    );
  return `<div class="table-scroll" role="region" aria-label="Bảng, cuộn ngang để xem hết" tabindex="0"><table>${rows.join("")}</table></div>`;
}

const children = (node: { content?: RichNode[] }, depth: number, options: RenderOptions): string =>
  depth <= MAX_DEPTH
    ? contentOf(node)
        .map((child) => render(child, depth + 1, options))
        .join("")
    : "";

function render(node: RichNode, depth: number, options: RenderOptions): string {
  const inside = () => children(node, depth, options);
  switch (node?.type) {
    case "text": {
      const text = escapeHtml(typeof node.text === "string" ? node.text : "");
      const marks = Array.isArray(node.marks) ? node.marks : [];
      return marks.reduce((html, mark) => marked(html, mark, options), text);
    }
    case "paragraph":
      return `<p${alignment(node)}>${inside()}</p>`;
    case "heading": {
      // The page's own title is the only heading of level 1.
      const level = Math.min(4, Math.max(2, wholeNumber(node.attrs?.level, 1, 6) ?? 2));
      return `<h${level}${alignment(node)}>${inside()}</h${level}>`;
    }
    case "bulletList":
      return `<ul>${inside()}</ul>`;
    case "orderedList":
      return `<ol${letters(node)}${numberAttribute("start", node.attrs?.start, 2, 100_000)}>${inside()}</ol>`;
    case "listItem":
      return `<li>${inside()}</li>`;
    case "blockquote":
      return `<blockquote>${inside()}</blockquote>`;
    case "table":
      return table(node, depth, options);
    case "image":
      return image(node, options);
    case "video":
    case "audio":
      return recording(node, options);
    case "horizontalRule":
      return "<hr/>";
    case "hardBreak":
      return "<br/>";
    default:
      // What is not on the list loses its shape, never its text.
      return node && typeof node === "object" ? inside() : "";
  }
}

/**
 * HTML of a stored text for the portal, feeds and mail. Only known nodes and marks are printed, everything is
 * escaped, pictures come only from /media/, links lead only to http(s), mailto, tel or this site: safe also
 * for JSON that never passed `richTextSchema`. Well-formed as XML, so that feeds and tests can parse it strictly.
 */
export function renderRichText(json: RichText, options: RenderOptions = {}): string {
  return children(json ?? {}, 0, options);
}
