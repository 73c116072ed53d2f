import { headOf } from "../list-fields.ts";
import { headKey } from "./column.ts";
import { isUnderHeads, wordsOver } from "./joined-heads.ts";

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
  /** What each column would be taken for if nobody had said anything of its head. */
  guessed: (Key | null)[];
}

/** What people have said of heads before (`said-heads.ts`), by their letters; "" for not taken. */
export type SaidOfHeads = ReadonlyMap<string, string>;

/** How many rows the heads take at most. */
const MOST_SPAN = 3;

/** "(1) (2) (3)", "A B 1 2" or remarks in brackets under the heads. */
export const explainsColumns = (texts: string[]): boolean => {
  const written = texts.filter((text) => text !== "");
  return (
    written.every((text) => /^\(.*\)$/su.test(text)) ||
    (written.length > 2 && written.every((text) => /^(?:\d{1,2}|[A-D]|\(\d{1,2}\))$/u.test(text)))
  );
};

type Matched<Key extends string> = Pick<FoundHeads<Key>, "headers" | "fields" | "guessed">;

function match<Key extends string>(
  known: Map<string, { key: Key; rank: number }>,
  rows: HeadRow[],
  said: SaidOfHeads,
): Matched<Key> {
  const texts = rows.map((row) => row.texts);
  const width = Math.max(0, ...texts.map(({ length }) => length));
  const over = Array.from({ length: width }, (_, column) => wordsOver(texts, column));
  const found = over.map((words) => {
    // The whole first, then ever fewer of the groups above.
    for (let from = 0; from < words.length; from += 1) {
      const hit = known.get(words.slice(from).map(headKey).join(""));
      if (hit) return hit;
    }
    return null;
  });
  const guessed = found.map((hit, column) => {
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
  const headers = over.map((words) => [...new Set(words)].join(" / "));
  const keys = new Set<string>([...known.values()].map(({ key }) => key));
  const told = headers.map((header) => said.get(headOf(header)));
  const taken = new Set(told.filter((field) => field !== undefined));
  const fields = told.map((field, column): Key | null => {
    // Of two columns that were said to be one thing the first is taken.
    if (field !== undefined) return keys.has(field) && told.indexOf(field) === column ? (field as Key) : null;
    const own = guessed[column]!;
    return own !== null && !taken.has(own) ? own : null;
  });
  return { headers, fields, guessed };
}

/** The heads of so many rows, and of those below that only tell the parts of a group of columns. */
function withPartsBelow<Key extends string>(
  known: Map<string, { key: Key; rank: number }>,
  rows: HeadRow[],
  found: FoundHeads<Key> & { span: number },
  said: SaidOfHeads,
): FoundHeads<Key> {
  const first = found.upTo - found.span;
  let span = found.span;
  while (span < MOST_SPAN && first + span < rows.length) {
    const above = rows.slice(first, first + span).map(({ texts }) => texts);
    if (!isUnderHeads(above, rows[first + span]!.texts)) break;
    span += 1;
  }
  const { line } = found;
  if (span === found.span) {
    const { upTo, headers, fields, guessed } = found;
    return { upTo, line, headers, fields, guessed };
  }
  const joined = match(known, rows.slice(first, first + span), said);
  const or = (own: (Key | null)[], former: (Key | null)[]) =>
    own.map((field, column) => {
      const before = former[column] ?? null;
      return field ?? (before !== null && !own.includes(before) ? before : null);
    });
  return {
    ...{ upTo: first + span, line, headers: joined.headers },
    fields: or(joined.fields, found.fields),
    guessed: or(joined.guessed, found.guessed),
  };
}

/**
 * Finds the heads among the first rows of a table, over up to three of them: the first rows that name two of `needed`.
 * Null when no row does. `fromFirst`: a person says that the first of the rows is where the heads begin.
 */
export function findHeads<Key extends string>(
  known: Map<string, { key: Key; rank: number }>,
  needed: readonly Key[],
  rows: HeadRow[],
  { said = new Map(), fromFirst = false }: { said?: SaidOfHeads; fromFirst?: boolean } = {},
): FoundHeads<Key> | null {
  const least = fromFirst ? 0 : Math.min(2, needed.length);
  interface Candidate extends FoundHeads<Key> {
    named: number;
    span: number;
  }
  const at = (first: number, span: number): Candidate | null => {
    const matched = match(known, rows.slice(first, first + span), said);
    if (needed.filter((key) => matched.fields.includes(key)).length < least) return null;
    const named = matched.fields.filter((field) => field !== null).length;
    return { ...matched, upTo: first + span, line: rows[first]!.line, named, span };
  };
  const spans = Array.from({ length: MOST_SPAN }, (_, more) => more + 1);
  const most = fromFirst ? Math.min(1, rows.length) : Math.min(rows.length, HEADS_WITHIN);
  for (let first = 0; first < most; first += 1) {
    // The heads are near where they are first seen; a second table further down is none.
    const near = (fromFirst ? [0] : [0, 1, 2]).flatMap((more) =>
      spans.flatMap((span) => (first + more + span <= rows.length ? (at(first + more, span) ?? []) : [])),
    );
    if (!near.some(({ line }) => line === rows[first]!.line)) continue;
    const [best] = near.toSorted((a, b) => b.named - a.named || a.span - b.span);
    if (best) return withPartsBelow(known, rows, best, said);
  }
  return null;
}
