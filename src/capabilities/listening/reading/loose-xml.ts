import { decodeHTMLStrict } from "entities";
import { limits } from "./limits.ts";

export type Attributes = Map<string, string>;

/** What was not as XML asks, and was mended. */
export type XmlFault = "entities" | "ampersand" | "control" | "tags" | "cdata" | "deep" | "roots";

export interface LooseXmlHandler {
  /** Names are in small letters, with their prefix as printed. */
  open: (name: string, attributes: Attributes) => void;
  close: (name: string) => void;
  text: (text: string) => void;
  fault: (fault: XmlFault) => void;
}

/** Fields of an item that hold text: one begins where the one before was not closed. */
const FIELDS = new Set([
  ...["title", "link", "description", "guid", "pubdate", "id", "updated", "published", "summary", "content"],
  ...["content:encoded", "dc:date", "dc:creator", "comments", "category"],
]);
/** Elements that end whatever field is open. */
const ENDS_FIELD = new Set([...FIELDS, "item", "entry", "author", "enclosure", "channel", "url", "sitemap"]);
/** None of them stands inside itself, so that the next one ends the one before. */
const ENTRIES = new Set(["item", "entry", "url", "sitemap"]);
/** They close with the file: whatever comes after a closing tag in the middle still belongs to them. */
const ROOTS = new Set(["rss", "feed", "channel", "urlset", "sitemapindex"]);
/** HTML without an end, where somebody wrote it into a field as it is. */
const VOID = new Set(["br", "img", "hr", "input", "wbr", "meta", "area", "col", "embed"]);
/** Never text: what is inside is dropped with them. */
const NEVER_TEXT = new Set(["script", "style"]);
/** Names that a parser that keeps elements as properties stumbles over. */
const UNSAFE_NAME = /^(?:__proto__|constructor|prototype|hasownproperty|tostring|valueof|__\w+__)$/;

const NAME = /[a-z_:][\w:.-]*/iy;
const ATTRIBUTE = /[\s/]*([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|([^\s<>]*)))?/y;
const TAG_END = /[\s"'/]*>/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The text behind entities: those of XML and HTML; what is none stays as it is printed. */
const decoded = (text: string): string =>
  text.includes("&") ? decodeHTMLStrict(text).replace(CONTROLS, "").toWellFormed() : text;

/**
 * Walks through XML that need not be well formed, as feeds of the press are: ampersands, missing and crossed end tags,
 * several roots, HTML written into a field, sections without end. A DOCTYPE is dropped, so that no entity of the
 * file's own is ever expanded, and nothing outside is fetched.
 */
export function readLooseXml(whole: string, handler: LooseXmlHandler): void {
  const xml = whole.toWellFormed().replace(CONTROLS, "");
  if (xml.length !== whole.length) handler.fault("control");
  const stack: string[] = [];
  let tooDeep = 0;
  /** Where the stack holds a field of XHTML, whose elements are no fields. */
  let xhtmlAt = Number.POSITIVE_INFINITY;
  let at = 0;
  /** Ends that do not come again are not looked for again. */
  const missing = new Set<string>();
  const endOf = (end: string, from: number): number => {
    if (missing.has(end)) return -1;
    const found = xml.indexOf(end, from);
    if (found < 0) missing.add(end);
    return found;
  };
  const top = () => stack.at(-1) ?? "";
  const isInField = () => stack.some((name) => FIELDS.has(name));
  const closeTo = (depth: number) => {
    while (stack.length > depth) handler.close(stack.pop()!);
    if (stack.length <= xhtmlAt) xhtmlAt = Number.POSITIVE_INFINITY;
  };
  const text = (from: number, to: number) => {
    if (to <= from) return;
    const printed = xml.slice(from, to);
    if (stack.length === 0 || (!FIELDS.has(top()) && printed.trim() === "" && !isInField())) return;
    if (/&(?!(?:#\d+|#x[\da-f]+|\w+);)/i.test(printed)) handler.fault("ampersand");
    handler.text(decoded(printed));
  };

  const section = (from: number): number => {
    let end = endOf("]]>", from);
    const inner = xml.slice(from, end < 0 ? undefined : end).indexOf("<![CDATA[");
    let next = end + 3;
    if (end < 0 || inner >= 0) {
      handler.fault("cdata");
      const until = inner >= 0 ? from + inner : xml.length;
      const close = xml.slice(from, until).toLowerCase().indexOf(`</${top()}`);
      end = close >= 0 && top() !== "" ? from + close : until;
      next = end;
    }
    const plain = xml.slice(from, end);
    if (stack.length > 0 && plain !== "") handler.text(plain);
    return next;
  };

  const closing = (name: string) => {
    if (tooDeep > 0) {
      tooDeep -= 1;
      return;
    }
    const depth = stack.lastIndexOf(name);
    if (depth < 0) return handler.fault("tags");
    // RSS 1.0 keeps its items beside the channel.
    if (ROOTS.has(name) && !(name === "channel" && stack[0]?.endsWith("rdf"))) return;
    if (depth < stack.length - 1) handler.fault("tags");
    closeTo(depth);
  };

  const opening = (name: string, attributes: Attributes, isEmpty: boolean) => {
    if (ROOTS.has(name) && stack.includes(name)) {
      handler.fault("roots");
      return;
    }
    const same = ENTRIES.has(name) ? stack.lastIndexOf(name) : -1;
    const open = same >= 0 ? same : stack.findLastIndex((one) => FIELDS.has(one));
    if (open >= 0 && (same >= 0 || (ENDS_FIELD.has(name) && stack.length <= xhtmlAt))) {
      handler.fault("tags");
      closeTo(open);
    }
    const empty = isEmpty || (VOID.has(name) && isInField());
    if (stack.length >= limits.depth) {
      handler.fault("deep");
      if (!empty) tooDeep += 1;
      return;
    }
    handler.open(name, attributes);
    if (empty) handler.close(name);
    else {
      if (FIELDS.has(name) && /xhtml|^xml$/.test(`${attributes.get("type") ?? attributes.get("mode")}`))
        xhtmlAt = Math.min(xhtmlAt, stack.length);
      stack.push(name);
    }
  };

  while (at < xml.length) {
    const mark = xml.indexOf("<", at);
    if (mark < 0) {
      text(at, xml.length);
      break;
    }
    text(at, mark);
    const second = xml[mark + 1] ?? "";
    if (second === "!") {
      if (xml.startsWith("<!--", mark)) {
        const end = endOf("-->", mark + 4);
        at = end < 0 ? mark + 4 : end + 3;
      } else if (xml.startsWith("<![CDATA[", mark)) at = section(mark + 9);
      else if (/^<!doctype/i.test(xml.slice(mark, mark + 9))) at = afterDoctype(mark);
      else {
        const end = endOf(">", mark);
        at = end < 0 ? xml.length : end + 1;
      }
      continue;
    }
    if (second === "?") {
      const end = endOf("?>", mark);
      const tag = endOf(">", mark);
      at = end >= 0 ? end + 2 : tag >= 0 ? tag + 1 : xml.length;
      continue;
    }
    const isClosing = second === "/";
    NAME.lastIndex = mark + (isClosing ? 2 : 1);
    const name = NAME.exec(xml)?.[0].toLowerCase();
    const after = NAME.lastIndex;
    if (!name || (!isClosing && !/[\s/>]/.test(xml[after] ?? ""))) {
      if (stack.length > 0) handler.text("<");
      handler.fault("tags");
      at = mark + 1;
      continue;
    }
    if (isClosing) {
      const next = xml.indexOf("<", after);
      const end = xml.slice(after, next < 0 ? undefined : next).indexOf(">");
      at = end >= 0 ? after + end + 1 : next < 0 ? xml.length : next;
      closing(name);
      continue;
    }
    at = tag(name, after);
  }
  closeTo(0);

  function afterDoctype(mark: number): number {
    const subset = endOf("[", mark);
    const end = endOf(">", mark);
    if (end < 0) return xml.length;
    if (subset < 0 || subset > end) return end + 1;
    if (/<!ENTITY/i.test(xml.slice(subset, subset + 100_000))) handler.fault("entities");
    const close = /\]\s*>/g;
    close.lastIndex = subset;
    return close.exec(xml) ? close.lastIndex : xml.length;
  }

  function tag(name: string, from: number): number {
    const attributes: Attributes = new Map();
    let next = from;
    for (;;) {
      TAG_END.lastIndex = next;
      const end = TAG_END.exec(xml);
      if (end) {
        next = TAG_END.lastIndex;
        const isEmpty = xml[next - 2] === "/";
        if (NEVER_TEXT.has(name) && isInField()) {
          if (isEmpty) return next;
          const close = endOf(`</${name}`, next);
          if (close < 0) return next;
          const last = endOf(">", close);
          return last < 0 ? xml.length : last + 1;
        }
        if (!UNSAFE_NAME.test(name)) opening(name, attributes, isEmpty);
        return next;
      }
      ATTRIBUTE.lastIndex = next;
      const found = ATTRIBUTE.exec(xml);
      if (!found) {
        // The tag has no end: what comes next begins anew.
        handler.fault("tags");
        if (!UNSAFE_NAME.test(name)) opening(name, attributes, false);
        return xml[next] === "<" || next >= xml.length ? next : next + 1;
      }
      next = ATTRIBUTE.lastIndex;
      const key = found[1]!.toLowerCase();
      const value = found[2] ?? found[3] ?? found[4]?.replace(/^["']/, "") ?? "";
      if (attributes.size < limits.attributes && !attributes.has(key) && !UNSAFE_NAME.test(key))
        attributes.set(key, decoded(value));
    }
  }
}
