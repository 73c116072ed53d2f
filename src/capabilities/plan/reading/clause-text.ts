import { type ClauseNode, childrenOf } from "./clause-node.ts";
import { fieldName } from "./field-name.ts";
import { parseLabel } from "./label.ts";
import type { Clause } from "./plan-reading.ts";
import { isCapitals } from "./printed.ts";
import { beginsUnit } from "./unit-names.ts";

const introduces = /(?<!\p{L})(sau|sau đây|gồm|bao gồm|là|như|cụ thể|rằng|dưới đây)\s*:?$/iu;

/** Parts the words of a clause into its heading and its running text. */
export function titleAndText(node: ClauseNode): { title: string | null; text: string } {
  const words = node.words;
  const text = { title: null, text: words };
  if (words === "" || node.kind === "bullet") return text;
  const heading = words.replace(/[:.]$/, "").trim();
  if (isCapitals(words) && words.length <= 400) return { title: heading, text: "" };
  const open = !/[.;:,!?…]$/.test(words);
  const children = childrenOf(node).length > 0;
  if (node.kind === "paragraph")
    return words.length <= 250 && (children || (open && node.bold)) ? { title: heading, text: "" } : text;
  const lead = runInHeading(node) ?? plainRunInHeading(words);
  if (lead) return lead;
  if (!children && node.entries.length === 0 && !node.tabled)
    return node.bold && open && words.length <= 250 ? { title: words, text: "" } : text;
  const colonHeading = words.endsWith(":") && words.length <= 120 && !introduces.test(words);
  const shortSentence =
    children && words.endsWith(".") && words.length <= 80 && !words.slice(0, -1).includes(". ");
  const isHeading =
    (node.bold && words.length <= 250) || (open && words.length <= 250) || colonHeading || shortSentence;
  return isHeading ? { title: heading, text: "" } : text;
}

/** A heading set apart in bold or italic that runs on into its text: "Cải cách thể chế: Tuyên truyền …". */
function runInHeading(node: ClauseNode): { title: string; text: string } | null {
  if (node.emphasis === null) return null;
  let marked = node.emphasis.replace(/\s+/g, " ").trim();
  if (!node.words.startsWith(marked)) marked = parseLabel(marked)?.rest ?? marked;
  if (!node.words.startsWith(marked)) return null;
  const rest = node.words.slice(marked.length);
  const separated = /[:.]$/.test(marked) || /^\s?[:.]/.test(rest);
  const title = marked.replace(/[\s:.]+$/, "");
  if (!separated || title.length < 3 || title.length > 200) return null;
  return { title, text: rest.replace(/^\s?[:.]\s*/, "").trim() };
}

/** The same in plain letters: capitals, the unit that the clause charges, or a few words before a new sentence. */
function plainRunInHeading(words: string): { title: string; text: string } | null {
  const colon = words.slice(0, 120).indexOf(": ");
  if (colon < 3) return null;
  const title = words.slice(0, colon).trim();
  const text = words.slice(colon + 2).trim();
  if (isCapitals(title)) return isCapitals(text) ? null : { title, text };
  if (fieldName(title, text) !== null) return { title, text };
  // "Nhiệm vụ 1: Tập huấn" is one heading.
  if (/^(nhiệm vụ|hoạt động|nội dung|giải pháp|bước|đợt) [\divx]{1,4}$/i.test(title)) return null;
  if (
    (!/^[\p{Lu}\d]/u.test(text) && !beginsUnit(title)) ||
    introduces.test(title) ||
    /chủ trì|phối hợp$/.test(title)
  )
    return null;
  const short = title.length <= 60 && /^\p{Lu}/u.test(title) && !/[,;.(]/.test(title);
  return short || beginsUnit(title) ? { title, text } : null;
}

/** The clause as it is handed on. */
export function toClause(node: ClauseNode): Clause {
  const { title, text } = titleAndText(node);
  return {
    path: node.path,
    label: node.label,
    level: node.level,
    title,
    text,
    children: childrenOf(node).map(toClause),
  };
}
