import { plain } from "#platform/text/unit-named.ts";

/** What a column of a list may hold. */
export interface FieldWords {
  /** Head of the column in the template. */
  header: string;
  /** How to fill it in. */
  how: string;
  example: string;
  /** Other heads that people give it, by letters alone. */
  also: string[];
  /** In characters. */
  width: number;
}

/** The fields of a list, in the order of its template. */
export type ListWords<Field extends string> = Record<Field, FieldWords>;

/** Of a head so much tells it. */
const LONGEST_HEAD = 200;

/** A head as it is remembered: by its letters and digits alone. */
export const headOf = (header: string): string => plain(header).slice(0, LONGEST_HEAD);

export const fieldsOf = <Field extends string>(words: ListWords<Field>): Field[] =>
  Object.keys(words) as Field[];

/** How well a printed head names a field: exactly, or within more words. Longer names count more. */
function nearness(header: string, { header: own, also }: FieldWords): number {
  const words = plain(header);
  if (words === "") return 0;
  const names = [plain(own), ...also];
  // "soKyHieu" of a JSON and "so_ky_hieu" are the same words.
  const letters = words.replaceAll(" ", "");
  if (names.some((name) => name === words || name.replaceAll(" ", "") === letters)) return 1000;
  return Math.max(
    0,
    ...names.filter((name) => ` ${words} `.includes(` ${name} `)).map((name) => name.length),
  );
}

/**
 * Which field each head most likely names, each field once: the best fits first. `said`: what people have said that a
 * head means, by its letters.
 */
export function guessFields<Field extends string>(
  words: ListWords<Field>,
  headers: string[],
  said: ReadonlyMap<string, string> = new Map(),
): (Field | null)[] {
  const fits = headers
    .flatMap((header, column) =>
      fieldsOf(words).map((field) => ({ column, field, score: nearness(header, words[field]) })),
    )
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.column - b.column);
  const guessed: (Field | null)[] = headers.map(() => null);
  const taken = new Set<Field>();
  const told = headers.map((header) => said.get(headOf(header)));
  for (const [column, field] of told.entries()) {
    if (!field || !(field in words) || taken.has(field as Field)) continue;
    guessed[column] = field as Field;
    taken.add(field as Field);
  }
  for (const { column, field } of fits) {
    if (told[column] !== undefined || guessed[column] !== null || taken.has(field)) continue;
    guessed[column] = field;
    taken.add(field);
  }
  return guessed;
}
