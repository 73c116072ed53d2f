import { type ClauseNode, childrenOf } from "./clause-node.ts";
import { parseLabel } from "./label.ts";
import { isCapitals } from "./line.ts";
import type { Clause } from "./plan-reading.ts";
import { beginsUnit } from "./unit-names.ts";

const introduces = /(sau|sau đây|gồm|là|như|cụ thể)\s*:$/i;

/** Parts the words of a clause into its heading and its running text. */
export function titleAndText(node: ClauseNode): { title: string | null; text: string } {
  const words = node.words;
  if (words === "" || node.kind === "paragraph" || node.kind === "bullet")
    return { title: null, text: words };
  const heading = words.replace(/[:.]$/, "").trim();
  if (isCapitals(words) && words.length <= 400) return { title: heading, text: "" };
  const lead = runInHeading(node) ?? plainRunInHeading(words);
  if (lead) return lead;
  const followed = node.entries.length > 0;
  const open = !/[.;:,!?…]$/.test(words);
  if (!followed)
    return node.bold && open && words.length <= 250
      ? { title: words, text: "" }
      : { title: null, text: words };
  const colonHeading = words.endsWith(":") && words.length <= 120 && !introduces.test(words);
  const shortSentence = words.endsWith(".") && words.length <= 80 && !words.slice(0, -1).includes(". ");
  const isHeading =
    (node.bold && words.length <= 250) || (open && words.length <= 250) || colonHeading || shortSentence;
  return isHeading ? { title: heading, text: "" } : { title: null, text: words };
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

/** The same in plain letters: a heading in capitals, or the unit that the clause charges. */
function plainRunInHeading(words: string): { title: string; text: string } | null {
  const colon = words.slice(0, 120).indexOf(": ");
  if (colon < 3) return null;
  const title = words.slice(0, colon).trim();
  const text = words.slice(colon + 2).trim();
  const unit = beginsUnit(title) && !/chủ trì|phối hợp|sau$/.test(title) && /^\p{Lu}/u.test(text);
  return (isCapitals(title) && title.length > 3 && !isCapitals(text)) || unit ? { title, text } : null;
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
