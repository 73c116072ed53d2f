import { decodeHTML, decodeHTMLAttribute } from "entities";

export type HtmlToken =
  | { kind: "text"; text: string }
  | { kind: "open"; name: string; attributes: Map<string, string> }
  | { kind: "close"; name: string };

/** What is inside them is no text of the page, or runs: they go with all that they hold. */
const DROPPED = new Set([
  ...[
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "applet",
    "noscript",
    "template",
    "svg",
    "math",
    "head",
    "title",
  ],
  ...[
    "textarea",
    "select",
    "xmp",
    "plaintext",
    "noembed",
    "noframes",
    "frameset",
    "audio",
    "video",
    "canvas",
  ],
  ...["form", "button"],
]);
/** Every other element that HTML has or had: without its tag where it is not kept. */
const KNOWN = new Set([
  ...[
    "a",
    "abbr",
    "acronym",
    "address",
    "article",
    "aside",
    "b",
    "base",
    "bdi",
    "bdo",
    "big",
    "blink",
    "blockquote",
  ],
  ...[
    "body",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
  ],
  ...[
    "div",
    "dl",
    "dt",
    "em",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "frame",
    "h1",
    "h2",
    "h3",
  ],
  ...[
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
  ],
  ...[
    "main",
    "map",
    "area",
    "mark",
    "marquee",
    "meta",
    "nav",
    "ol",
    "option",
    "p",
    "param",
    "picture",
    "pre",
    "q",
  ],
  ...[
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
  ],
  ...[
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
  ],
]);

const TAG = /<(\/?)([a-z][^\s/>]*)/iy;
const ATTRIBUTE = /[\s/]*([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
const MOST_ATTRIBUTES = 50;

/**
 * The pieces of a text in HTML, however broken. What could run is left out with all that it holds. A sign that begins
 * no element of HTML stays text ("giá <b" begins one, "nhiệt độ <10" does not).
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  const missing = new Set<string>();
  const endOf = (end: string, from: number): number => {
    if (missing.has(end)) return -1;
    const found = html.indexOf(end, from);
    if (found < 0) missing.add(end);
    return found;
  };
  let plain = "";
  while (at < html.length) {
    const mark = html.indexOf("<", at);
    if (mark !== at) plain += html.slice(at, mark < 0 ? undefined : mark);
    if (mark < 0) break;
    if (html.startsWith("<!--", mark)) {
      const end = endOf("-->", mark + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    if (/[!?]/.test(html[mark + 1] ?? "")) {
      const section = html.startsWith("<![CDATA[", mark) ? endOf("]]>", mark) : -1;
      if (section >= 0) {
        plain += html.slice(mark + 9, section).replace(/&/g, "&amp;");
        at = section + 3;
      } else {
        const end = endOf(">", mark);
        at = end < 0 ? html.length : end + 1;
      }
      continue;
    }
    TAG.lastIndex = mark;
    const [tag = "", slash = "", printed = ""] = TAG.exec(html) ?? [];
    const name = printed.toLowerCase().replace(/[^a-z0-9].*$/s, "");
    if (!DROPPED.has(name) && !KNOWN.has(name) && !/^[a-z][a-z0-9]*[:-]/i.test(printed)) {
      plain += "<";
      at = mark + 1;
      continue;
    }
    if (plain) yield { kind: "text", text: decodeHTML(plain) };
    plain = "";
    const { attributes, next } = attributesFrom(html, mark + tag.length);
    at = next;
    if (DROPPED.has(name)) {
      if (!slash) at = afterDropped(name, next);
    } else if (slash) yield { kind: "close", name };
    else yield { kind: "open", name, attributes };
  }
  if (plain) yield { kind: "text", text: decodeHTML(plain) };

  function afterDropped(name: string, from: number): number {
    if (name === "embed" || html[from - 2] === "/") return from;
    const key = `</${name}`;
    if (missing.has(key)) return html.length;
    const close = new RegExp(`</${name}\\b[^<>]*>?`, "gi");
    close.lastIndex = from;
    if (close.exec(html)) return close.lastIndex;
    missing.add(key);
    return html.length;
  }
}

function attributesFrom(html: string, from: number): { attributes: Map<string, string>; next: number } {
  const attributes = new Map<string, string>();
  let next = from;
  for (;;) {
    ATTRIBUTE.lastIndex = next;
    const found = ATTRIBUTE.exec(html);
    if (!found) break;
    next = ATTRIBUTE.lastIndex;
    const key = found[1]!.toLowerCase();
    if (attributes.size < MOST_ATTRIBUTES && !attributes.has(key))
      attributes.set(key, decodeHTMLAttribute(found[2] ?? found[3] ?? found[4] ?? ""));
  }
  const end = html.indexOf(">", next);
  return { attributes, next: end < 0 ? html.length : end + 1 };
}
