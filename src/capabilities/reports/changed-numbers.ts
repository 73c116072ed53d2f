import { diffArrays } from "diff";
import { changeInWords, type Figure, figureInWords, vietnameseNumber } from "./figure.ts";

/** A number that the draft took from the frozen figures and that the text now writes otherwise. */
export interface ChangedNumber {
  /** Which number of the draft: its section and its turn among the section's numbers, "3.0". */
  place: string;
  section: number;
  drafted: string;
  /** What stands in its place: another number, or words. */
  written: string;
  /** Where `written` stands in the section's text, and where `drafted` stood in the draft's. */
  from: number;
  to: number;
  draftedFrom: number;
}

interface Token {
  text: string;
  kind: "number" | "date" | "word" | "mark";
  from: number;
  to: number;
}

/** Days, numbers of documents ("36/KH-UBND"), words with their codes ("I.1-a"), numbers ("1.234", "54,5"), marks. */
const parts =
  /(?<date>\d{1,2}\/\d{1,2}\/\d{4})|(?<word>\d+(?:\/\d{4})?\/\p{Lu}[\p{L}\d.-]*|\p{L}[\p{L}\p{M}\d]*(?:[.-][\p{L}\d]+)*)|(?<number>\d+(?:\.\d{3})*(?:,\d+)?)|\S/gu;

function tokensOf(text: string): Token[] {
  return [...text.matchAll(parts)].map(({ 0: found, index, groups }) => ({
    text: found,
    kind: groups?.number ? "number" : groups?.date ? "date" : groups?.word ? "word" : "mark",
    from: index,
    to: index + found.length,
  }));
}

const isTold = ({ kind }: Token): boolean => kind === "number" || kind === "date";

/** Beyond so many edits two texts have little in common: numbers are then told by what they count alone. */
const MOST_EDITS = 3000;
/** A number that makes way for so few words was replaced by them; more is a sentence written anew. */
const FEW_WORDS = 6;

interface Hunk {
  removed: number[];
  added: number[];
}

/** The places where two texts differ, as positions in both. */
function hunksOf(before: Token[], now: Token[]): Hunk[] {
  const words = (tokens: Token[]) => tokens.map(({ text }) => text);
  const changes = diffArrays(words(before), words(now), { maxEditLength: MOST_EDITS });
  if (changes === undefined) return [{ removed: [...before.keys()], added: [...now.keys()] }];
  const hunks: Hunk[] = [];
  let [left, right] = [0, 0];
  let open: Hunk | null = null;
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      open = null;
      left += value.length;
      right += value.length;
      continue;
    }
    if (open === null) {
      open = { removed: [], added: [] };
      hunks.push(open);
    }
    for (const _ of value)
      if (removed) open.removed.push(left++);
      else open.added.push(right++);
  }
  return hunks;
}

/** The two words after a number: what it counts. */
const counted = (tokens: Token[], at: number): string =>
  tokens
    .slice(at + 1)
    .filter(({ kind }) => kind === "word")
    .slice(0, 2)
    .map(({ text }) => text)
    .join(" ");

/** Pairs what `fits`, each once, in order; gives the pairs and what of the first list is left. */
function pair(some: number[], others: Set<number>, fits: (one: number, other: number) => boolean) {
  const pairs: [number, number][] = [];
  const left = some.filter((one) => {
    const other = [...others].find((candidate) => fits(one, candidate));
    if (other === undefined) return true;
    others.delete(other);
    pairs.push([one, other]);
    return false;
  });
  return { pairs, left };
}

/**
 * The numbers and days of one drafted section that its text now writes otherwise. A number that was moved with its
 * sentence, a sentence that was left out and a sentence that was added are no change: free text stays free.
 */
export function changedInSection(section: number, drafted: string, text: string): ChangedNumber[] {
  if (drafted === text) return [];
  const [before, now] = [tokensOf(drafted), tokensOf(text)];
  const turns = new Map(
    before.flatMap((token, at) => (isTold(token) ? [at] : [])).map((at, turn) => [at, turn]),
  );
  const found: { at: number; from: number; to: number }[] = [];
  const written = (at: number, one: number) => found.push({ at, from: now[one]!.from, to: now[one]!.to });
  const sameKind = (at: number, one: number) => before[at]!.kind === now[one]!.kind;
  const lost: number[] = [];
  const gained = new Set<number>();
  for (const { removed, added } of hunksOf(before, now)) {
    const free = new Set(added.filter((one) => isTold(now[one]!)));
    const moved = pair(
      removed.filter((at) => isTold(before[at]!)),
      free,
      (at, one) => before[at]!.text === now[one]!.text,
    );
    const near = pair(moved.left, free, (at, one) => sameKind(at, one) && removed.length <= FEW_WORDS * 4);
    for (const [at, one] of near.pairs) written(at, one);
    const inWords = removed.length <= FEW_WORDS / 2 && added.length > 0 && added.length <= FEW_WORDS;
    for (const at of near.left)
      if (inWords && near.left.length === 1)
        found.push({ at, from: now[added[0]!]!.from, to: now[added.at(-1)!]!.to });
      else lost.push(at);
    for (const one of free) gained.add(one);
  }
  // A sentence written anew or moved still tells of the same things: its numbers are known by what they count.
  const same = pair(lost, gained, (at, one) => before[at]!.text === now[one]!.text);
  const told = pair(
    same.left,
    gained,
    (at, one) => sameKind(at, one) && counted(before, at) !== "" && counted(before, at) === counted(now, one),
  );
  for (const [at, one] of told.pairs) written(at, one);
  return found
    .map(({ at, from, to }) => ({
      place: `${section}.${turns.get(at)}`,
      section,
      drafted: before[at]!.text,
      written: text.slice(from, to),
      from,
      to,
      draftedFrom: before[at]!.from,
    }))
    .sort((a, b) => a.from - b.from);
}

/** The same for a whole text, its sections in the order of the draft's. */
export const changedNumbers = (
  drafted: readonly { text: string }[],
  now: readonly { text: string }[],
): ChangedNumber[] =>
  drafted.flatMap(({ text }, section) => {
    const written = now[section];
    return written === undefined ? [] : changedInSection(section, text, written.text);
  });

/** The paragraph around a place of a text. */
export function paragraphAt(text: string, from: number): { text: string; from: number } {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const end = text.indexOf("\n", from);
  return { text: text.slice(start, end < 0 ? text.length : end), from: start };
}

/**
 * The figure that a number of the draft was taken from: the one whose words hold it, or else the only one of the
 * section that counts as much. Null when the number follows from several.
 */
export function figureOf(
  drafted: { text: string; figures: readonly string[] },
  { draftedFrom, drafted: number }: Pick<ChangedNumber, "draftedFrom" | "drafted">,
  figures: readonly Figure[],
): Figure | null {
  const spoken = figures.filter(({ key }) => drafted.figures.includes(key));
  const holds = (figure: Figure, words: string | null) => {
    if (words === null) return false;
    const paragraph = paragraphAt(drafted.text, draftedFrom);
    const named = paragraph.text.includes(figure.label) ? `${figure.label}: ${words}` : words;
    for (let at = drafted.text.indexOf(named); at >= 0; at = drafted.text.indexOf(named, at + 1))
      if (at <= draftedFrom && draftedFrom < at + named.length) return true;
    return false;
  };
  const held = spoken.filter(
    (figure) => holds(figure, figureInWords(figure)) || holds(figure, changeInWords(figure)),
  );
  const alike =
    held.length > 0
      ? held
      : spoken.filter(({ numerator, denominator }) =>
          [numerator, denominator].some((one) => one !== null && vietnameseNumber(one) === number),
        );
  return alike.length === 1 || held.length > 0 ? alike[0]! : null;
}
