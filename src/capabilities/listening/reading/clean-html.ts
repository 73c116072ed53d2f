import { safeLinkAddress } from "#platform/rich-text/rich-text.ts";
import { toNfc } from "#platform/text/nfc.ts";
import { htmlTokens } from "./html-tokens.ts";
import { limits } from "./limits.ts";

/** What is kept of a text from elsewhere, with its attributes; all else loses its tag. */
const KEPT: Record<string, readonly string[]> = {
  ...{ p: [], div: [], blockquote: [], pre: [], ul: [], li: [], dl: [], dt: [], dd: [] },
  ...{ h1: [], h2: [], h3: [], h4: [], h5: [], h6: [], figure: [], figcaption: [] },
  ...{ strong: [], em: [], b: [], i: [], u: [], s: [], sub: [], sup: [], small: [], code: [] },
  ...{ ol: ["start"], br: [], hr: [], table: [], caption: [], thead: [], tbody: [], tfoot: [], tr: [] },
  ...{ td: ["colspan", "rowspan"], th: ["colspan", "rowspan"] },
  ...{ a: ["href", "title"], img: ["src", "alt", "width", "height"] },
};
const WITHOUT_END = new Set(["br", "hr", "img"]);
/** Where one ends, so does a word. */
const BLOCKS =
  /^(?:p|div|blockquote|pre|[uo]l|li|d[ldt]|h[1-6r]|fig\w+|br|table|caption|t[rdhfb]\w*|section|article|header|footer|center)$/;

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign]!);

/** The address as a whole one that a reader may follow; null: it is none, or it could run. */
export function absoluteAddress(printed: string | null | undefined, base: string | null): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, so "java\nscript:" must not pass.
  const address = (printed ?? "").replace(/[\u0000-\u001f\u007f]/g, "").trim();
  if (address === "" || address.length > limits.line) return null;
  try {
    const whole = new URL(address, base ?? undefined).toString();
    return /^[a-z]+:/.test(whole) ? safeLinkAddress(whole) : null;
  } catch {
    return null;
  }
}

const isWeb = (address: string | null): address is string => address !== null && /^https?:/.test(address);

/** Where a picture is: pages that load it late name it elsewhere. A picture of one point counts readers: null. */
function pictureOf(attributes: Map<string, string>, base: string | null): string | null {
  if (
    /^[01](?:px)?$/.test(attributes.get("width") ?? "") ||
    /^[01](?:px)?$/.test(attributes.get("height") ?? "")
  )
    return null;
  for (const name of ["src", "data-src", "data-original", "data-lazy-src"]) {
    const address = absoluteAddress(attributes.get(name), base);
    if (isWeb(address)) return address;
  }
  return null;
}

function attributesOf(name: string, attributes: Map<string, string>, base: string | null): string | null {
  const kept: [string, string][] = [];
  for (const key of KEPT[name]!) {
    const value = attributes.get(key)?.trim();
    if (key === "href") {
      const address = absoluteAddress(value, base);
      if (address) kept.push(["href", address], ["rel", "nofollow noopener noreferrer"]);
    } else if (key === "src") {
      const address = pictureOf(attributes, base);
      if (address === null) return null;
      kept.push(["src", address]);
    } else if (key === "alt") kept.push(["alt", toNfc(value ?? "").slice(0, limits.line)]);
    else if (key === "title") value && kept.push(["title", toNfc(value).slice(0, limits.line)]);
    else if (value && /^\d{1,4}$/.test(value)) kept.push([key, value]);
  }
  return kept.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join("");
}

/**
 * A text from elsewhere as HTML that may stand on a page of ours: written anew from the elements that are kept, each
 * closed, every sign escaped, links and pictures with whole addresses. Nothing in it runs, however it was broken.
 */
export function cleanHtml(html: string, base: string | null): string {
  const out: string[] = [];
  const open: string[] = [];
  let length = 0;
  const write = (text: string) => {
    length += text.length;
    out.push(text);
  };
  for (const token of htmlTokens(html)) {
    if (length > limits.html) break;
    if (token.kind === "text")
      write(escapeHtml(toNfc(token.text.replace(UNPRINTED, "")).slice(0, limits.html - length)));
    else if (!Object.hasOwn(KEPT, token.name)) {
      if (BLOCKS.test(token.name)) write("\n");
    } else if (token.kind === "open") {
      const attributes = attributesOf(token.name, token.attributes, base);
      if (attributes === null || (open.length >= limits.depth && !WITHOUT_END.has(token.name))) continue;
      write(`<${token.name}${attributes}>`);
      if (!WITHOUT_END.has(token.name)) open.push(token.name);
    } else {
      const depth = open.lastIndexOf(token.name);
      while (depth >= 0 && open.length > depth) write(`</${open.pop()}>`);
    }
  }
  while (open.length > 0) out.push(`</${open.pop()}>`);
  return out.join("").trim();
}

/** Nothing that is seen: control characters, and marks that turn the direction of what follows. */
const UNPRINTED = /(?![\t\n\r])\p{Cc}|[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const once = (html: string): string => {
  const words: string[] = [];
  for (const token of htmlTokens(html)) {
    if (token.kind === "text") words.push(token.text);
    else if (BLOCKS.test(token.name)) words.push(" ");
  }
  return words.join("");
};

/** The words of a title or a summary, in NFC, on one line and without tags, also where they were escaped twice. */
export function plainText(html: string, most: number): string {
  let text = once(html.slice(0, most * 20));
  // Written as HTML twice: what is left are still tags.
  if (/<\/?[a-z]/i.test(text)) text = once(text.replace(/&/g, "&amp;"));
  return toNfc(text.replace(UNPRINTED, "").replace(/\s+/gu, " ").trim()).slice(0, most).toWellFormed().trim();
}
