import type { ChosenPairing } from "./chosen-pairing.ts";
import { wordsOf } from "./chosen-pairing.ts";
import { likeness, tokensOf } from "./likeness.ts";

export interface PairedClause {
  path: string;
  title: string | null;
  text: string;
}

/** Below so much two clauses have nothing to do with each other; at the same place less is asked for. */
const ALIKE = 0.5;
const ALIKE_AT_THE_SAME_PLACE = 0.25;
/** A heading that stayed at its place says that the clause did, whatever became of its text. */
const SAME_HEADING = 0.6;

const heading = ({ title }: PairedClause): string => (title ?? "").trim().toLocaleLowerCase("vi");

/**
 * Which clause of the plan each clause of a new reading continues: first what a person has said, then those with the
 * same words (at the same place before others), then the likest by their words, each once. Gives the old clause's id
 * by the new one's path; a new one without an entry was added, an old one that nobody continues was left out.
 */
export function pairClauses(
  before: (PairedClause & { id: string })[],
  after: PairedClause[],
  chosen: ChosenPairing["pairs"] = [],
): Map<string, string> {
  const pairs = new Map<string, string>();
  const isNew = new Set<string>();
  const old = new Map(before.map((row) => [row.id, row]));
  const taken = new Set<string>();
  const pair = (path: string, id: string) => {
    pairs.set(path, id);
    taken.add(id);
  };

  for (const { path, words, clauseId } of chosen) {
    if (!after.some((row) => row.path === path && wordsOf(row) === words)) continue;
    if (clauseId === null) isNew.add(path);
    else if (old.has(clauseId) && !taken.has(clauseId)) pair(path, clauseId);
  }

  const open = () => after.filter(({ path }) => !pairs.has(path) && !isNew.has(path));
  const free = () => before.filter(({ id }) => !taken.has(id));

  const sameWords = new Map<string, (PairedClause & { id: string })[]>();
  for (const row of free()) sameWords.set(wordsOf(row), [...(sameWords.get(wordsOf(row)) ?? []), row]);
  const atItsPlace = open().filter((row) => {
    const same = sameWords.get(wordsOf(row))?.find((other) => other.path === row.path);
    if (same) pair(row.path, same.id);
    return !same;
  });
  for (const row of atItsPlace) {
    const same = sameWords.get(wordsOf(row))?.find(({ id }) => !taken.has(id));
    if (same) pair(row.path, same.id);
  }

  const left = free().map((row) => ({ row, tokens: tokensOf(wordsOf(row)) }));
  const candidates = open().flatMap((row) => {
    const tokens = tokensOf(wordsOf(row));
    return left.flatMap(({ row: other, tokens: others }) => {
      const samePlace = other.path === row.path;
      const sameHeading = heading(row) !== "" && heading(row) === heading(other);
      const alike = Math.max(
        likeness(tokens, others, ALIKE_AT_THE_SAME_PLACE),
        sameHeading ? SAME_HEADING : 0,
      );
      if (alike < (samePlace ? ALIKE_AT_THE_SAME_PLACE : ALIKE)) return [];
      return [{ path: row.path, id: other.id, score: alike + (samePlace ? 0.1 : 0) }];
    });
  });
  for (const { path, id } of candidates.toSorted((a, b) => b.score - a.score))
    if (!pairs.has(path) && !taken.has(id)) pair(path, id);
  return pairs;
}
