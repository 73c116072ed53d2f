import { and, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "../database/database.ts";
import { canonicalSyllable } from "../text/tone.ts";
import { unaccent } from "../text/unaccent.ts";
import { isAsking } from "./nearness.ts";
import { searchText } from "./tables.ts";

/** A piece of a text as it was written; marked: it is what was looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Of words typed without diacritics, how the text spells those that stand there side by side as they were typed. */
function spelledTogether(typed: string[], text: string): Map<string, Set<string>> {
  const pairs = new Set(typed.slice(1).map((word, index) => `${typed[index]} ${word}`));
  const spelled = new Map<string, Set<string>>();
  const words = [...text.matchAll(WORD)].map(([word]) => canonicalSyllable(word.toLowerCase()));
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    if (before === undefined || !pairs.has(`${unaccent(before)} ${unaccent(word)}`)) continue;
    for (const one of [before, word])
      spelled.set(unaccent(one), (spelled.get(unaccent(one)) ?? new Set()).add(one));
  }
  return spelled;
}

/**
 * Which words of a text are marked: as typed where diacritics were typed, else whatever its diacritics;
 * where the text holds words typed together, as it spells them there: "thử" is not meant by "thu tuc" beside "thủ tục".
 */
export function markerOf(words: string[], otherwise: string[]) {
  const telling = words.filter((word) => !isAsking(unaccent(word)));
  const meant = (telling.length > 0 ? telling : words).map((word) => canonicalSyllable(word.toLowerCase()));
  const exact = new Set(meant.filter((word) => unaccent(word) !== word));
  const plain = new Set([...meant.filter((word) => unaccent(word) === word), ...otherwise]);
  const anyhow = new Set([...meant.map(unaccent), ...otherwise]);
  const alike = (word: string) => anyhow.has(unaccent(word));
  return (text: string): ((word: string) => boolean) => {
    const together = spelledTogether(meant, text);
    const typed = (word: string) =>
      exact.has(word) || (plain.has(unaccent(word)) && (together.get(unaccent(word))?.has(word) ?? true));
    for (const [word] of text.matchAll(WORD)) if (typed(canonicalSyllable(word.toLowerCase()))) return typed;
    return alike;
  };
}

export type Marker = ReturnType<typeof markerOf>;

/** The text in pieces, what was looked for marked; words next to each other are marked as one. */
export function markedText(text: string, marker: Marker): Piece[] {
  const isMarked = marker(text);
  const pieces: Piece[] = [];
  let end = 0;
  const add = (piece: string, marked: boolean) => {
    if (piece === "") return;
    const last = pieces.at(-1);
    const before = pieces.at(-2);
    if (marked && last && !last.marked && before?.marked && /^[\s]$/u.test(last.text)) {
      before.text += last.text + piece;
      pieces.pop();
    } else if (last && last.marked === marked) last.text += piece;
    else pieces.push({ text: piece, marked });
  };
  for (const { 0: word, index } of text.matchAll(WORD)) {
    add(text.slice(end, index), false);
    add(word, isMarked(canonicalSyllable(word.toLowerCase())));
    end = index + word.length;
  }
  add(text.slice(end), false);
  return pieces;
}

const LENGTH = 220;
/** Characters before the first hit of a passage. */
const BEFORE = 40;

/** The passage that holds the most different words looked for, nearest together, cut between words; the beginning where none does. */
export function passageOf(text: string, marker: Marker): Piece[] {
  const whole = text.replace(/\s+/gu, " ").trim();
  const isMarked = marker(whole);
  const hits: { at: number; word: string }[] = [];
  for (const { 0: word, index } of whole.matchAll(WORD)) {
    const canonical = canonicalSyllable(word.toLowerCase());
    if (isMarked(canonical)) hits.push({ at: index, word: canonical });
    if (hits.length >= 2000) break;
  }
  let [best, most, shortest] = [0, 0, 0];
  for (const [index, { at }] of hits.entries()) {
    const within = new Set<string>();
    let span = 0;
    for (let next = index; next < hits.length && hits[next]!.at < at + LENGTH - BEFORE; next += 1) {
      if (!within.has(hits[next]!.word)) span = hits[next]!.at - at;
      within.add(hits[next]!.word);
    }
    if (within.size > most || (within.size === most && span < shortest))
      [best, most, shortest] = [at, within.size, span];
  }
  let from = Math.max(0, best - BEFORE);
  if (from > 0) from = whole.indexOf(" ", from) + 1;
  let to = Math.min(whole.length, from + LENGTH);
  if (to < whole.length) to = Math.max(whole.lastIndexOf(" ", to), from + LENGTH / 2);
  const pieces = markedText(whole.slice(from, to), () => isMarked);
  if (from > 0) pieces.unshift({ text: "… ", marked: false });
  if (to < whole.length) pieces.push({ text: " …", marked: false });
  return pieces;
}

/** Beginning of each text, as it was written: what passages are taken from. */
const READ = 60_000;

export async function shownTexts(
  q: Queryable,
  agencyId: string,
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await q
    .select({
      id: searchText.objectId,
      text: sql<string>`left(${searchText.shown}, ${sql.raw(String(READ))})`,
    })
    .from(searchText)
    .where(and(eq(searchText.agencyId, agencyId), inArray(searchText.objectId, ids)));
  return new Map(rows.map(({ id, text }) => [id, text]));
}
