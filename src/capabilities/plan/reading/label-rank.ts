import { pointOrdinal } from "#platform/text/point-letter.ts";
import type { ClauseNode } from "./clause-node.ts";
import type { Label, LabelKind } from "./label.ts";

const ranks: Record<Exclude<LabelKind, "bullet">, number> = {
  part: 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  article: 4,
  "upper-letter": 5,
  roman: 6,
  decimal: 10,
  letter: 20,
  "letter-decimal": 21,
  "lower-roman": 23,
};

const capitalLetters = "ABCDĐEGHIKLMNOPQRSTUVX";

/** True when a capital letter comes next after another; Đ is often left out. */
function followsLetter(before: string, letter: string): boolean {
  const distance = capitalLetters.indexOf(letter) - capitalLetters.indexOf(before);
  return distance === 1 || (before === "D" && letter === "E");
}

/** "i)", "v)", "x)" are điểm letters in their turn, else small Roman numerals; "C." after "B." is a letter. */
export function settleLetter(label: Label, stack: ClauseNode[]): Label {
  if (label.kind === "roman" && "CLVX".includes(label.label)) {
    const letter = stack.find((node) => node.kind === "upper-letter");
    if (letter && followsLetter(letter.label, label.label)) return { ...label, kind: "upper-letter" };
  }
  if (label.kind !== "letter" || !"ivx".includes(label.label)) return label;
  const openLetter = stack.find((node) => node.kind === "letter");
  const previous = openLetter ? pointOrdinal(openLetter.label) : null;
  if (previous !== null && previous + 1 === pointOrdinal(label.label)) return label;
  const openRoman = stack.find((node) => node.kind === "lower-roman");
  const roman = label.label === "i" || openRoman !== undefined;
  return roman ? { ...label, kind: "lower-roman" } : label;
}

function styleOf(closing: string): string {
  return closing === ")" || closing === "()" ? closing : ".";
}

/** How deep a number stands; what is open tells where a kind belongs that may stand at several depths. */
export function rankOf(label: Label, stack: ClauseNode[]): number {
  const kind = label.kind as Exclude<LabelKind, "bullet">;
  const isOpen = (other: LabelKind) => stack.some((node) => node.kind === other);
  if (kind === "upper-letter") {
    const same = stack.find((node) => node.kind === kind);
    return same?.rank ?? (isOpen("roman") ? 7 : ranks[kind]);
  }
  if (kind !== "decimal") return ranks[kind];
  if (label.numbers.length > 1) return ranks.decimal + label.numbers.length - 1;
  const style = styleOf(label.closing);
  const same = stack.find(
    (node) =>
      node.kind === kind && node.numbers.length === 1 && styleOf(node.closing) === style && !node.innerList,
  );
  if (same) return same.rank;
  if (isOpen("letter")) return 22;
  return style !== "." && isOpen("decimal") ? 16 : ranks.decimal;
}
