import { headKey } from "./column.ts";

/** The heads of a table stand within so many rows. */
export const HEADS_WITHIN = 30;

export interface HeadRow {
  line: number;
  /** As written; "" where nothing stands. */
  texts: string[];
}

export interface FoundHeads<Key extends string> {
  /** How many of the given rows end with the heads. */
  upTo: number;
  line: number;
  /** By column, heads of several rows joined. */
  headers: string[];
  fields: (Key | null)[];
}

/** The words over a column, the topmost first: a cell merged to the right counts for what stands under it. */
function wordsOver(rows: HeadRow[], column: number): string[] {
  return rows.flatMap(({ texts }, at) => {
    const own = texts[column] ?? "";
    if (own !== "") return [own];
    const under = rows.slice(at + 1).some((row) => (row.texts[column] ?? "") !== "");
    if (!under) return [];
    const left = texts.slice(0, column).findLast((text) => text !== "");
    return left === undefined ? [] : [left];
  });
}

/** "(1) (2) (3)", "A B 1 2" or remarks in brackets under the heads. */
export const explainsColumns = (texts: string[]): boolean => {
  const written = texts.filter((text) => text !== "");
  return (
    written.every((text) => /^\(.*\)$/su.test(text)) ||
    (written.length > 2 && written.every((text) => /^(?:\d{1,2}|[A-D]|\(\d{1,2}\))$/u.test(text)))
  );
};

function match<Key extends string>(
  known: Map<string, { key: Key; rank: number }>,
  rows: HeadRow[],
): { headers: string[]; fields: (Key | null)[] } {
  const width = Math.max(0, ...rows.map(({ texts }) => texts.length));
  const over = Array.from({ length: width }, (_, column) => wordsOver(rows, column));
  const found = over.map((words) => {
    // The whole first, then ever fewer of the groups above.
    for (let from = 0; from < words.length; from += 1) {
      const hit = known.get(words.slice(from).map(headKey).join(""));
      if (hit) return hit;
    }
    return null;
  });
  const fields = found.map((hit, column) => {
    if (!hit) return null;
    // Of two columns for one field the likelier head is taken, then the first.
    const better = found.some(
      (other, at) =>
        other?.key === hit.key &&
        at !== column &&
        (other.rank < hit.rank || (other.rank === hit.rank && at < column)),
    );
    return better ? null : hit.key;
  });
  return { headers: over.map((words) => [...new Set(words)].join(" / ")), fields };
}

/**
 * Finds the heads among the first rows of a table, over up to three of them: the first rows that name two of `needed`.
 * Null when no row does.
 */
export function findHeads<Key extends string>(
  known: Map<string, { key: Key; rank: number }>,
  needed: readonly Key[],
  rows: HeadRow[],
): FoundHeads<Key> | null {
  const least = Math.min(2, needed.length);
  interface Candidate extends FoundHeads<Key> {
    named: number;
    span: number;
  }
  const at = (first: number, span: number): Candidate | null => {
    const { headers, fields } = match(known, rows.slice(first, first + span));
    if (needed.filter((key) => fields.includes(key)).length < least) return null;
    const named = fields.filter((field) => field !== null).length;
    return { upTo: first + span, line: rows[first]!.line, headers, fields, named, span };
  };
  const most = Math.min(rows.length, HEADS_WITHIN);
  for (let first = 0; first < most; first += 1) {
    // The heads are near where they are first seen; a second table further down is none.
    const near = [0, 1, 2].flatMap((more) =>
      [1, 2, 3].flatMap((span) => (first + more + span <= rows.length ? (at(first + more, span) ?? []) : [])),
    );
    if (!near.some(({ line }) => line === rows[first]!.line)) continue;
    const [best] = near.toSorted((a, b) => b.named - a.named || a.span - b.span);
    if (best) {
      const { upTo, line, headers, fields } = best;
      return { upTo, line, headers, fields };
    }
  }
  return null;
}
