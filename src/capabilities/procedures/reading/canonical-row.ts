import { partsOf, wordMeant } from "./meaning.ts";
import { kindOf, type ProcedureKey, procedureKeys } from "./procedure-columns.ts";
import type { ProcedureRow } from "./read-procedure-list.ts";

/** A row by its canonical keys: words of lists as their codes, sets and lists as arrays, the rest as text. */
export type CanonicalRow = { row: number } & Partial<Record<ProcedureKey, string | string[]>>;

export function canonicalRow({ row, written }: ProcedureRow): CanonicalRow {
  const canonical: CanonicalRow = { row };
  for (const key of procedureKeys) {
    const text = written[key];
    const kind = kindOf(key);
    // What says nothing of its state is in force.
    if (text === undefined) {
      if (key === "trang_thai") canonical[key] = "hieu_luc";
    } else if (kind === "set") canonical[key] = partsOf(text).map((part) => wordMeant(key, part) ?? part);
    else if (kind === "list") canonical[key] = partsOf(text);
    else canonical[key] = kind === "word" ? (wordMeant(key, text) ?? text) : text;
  }
  return canonical;
}
