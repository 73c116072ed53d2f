import { tonesApart } from "#platform/text/tones-apart.ts";
import { isFormal } from "./formal.ts";
import { meaningOf, wordMeant } from "./meaning.ts";
import { type ProcedureKey, procedureKeys } from "./procedure-columns.ts";
import type { ProcedureList, ProcedureRow } from "./read-procedure-list.ts";

export interface FieldChange {
  field: ProcedureKey;
  from: string | null;
  to: string | null;
}

export interface ListDiff {
  added: { code: string; name: string; row: number }[];
  amended: { code: string; name: string; changes: FieldChange[] }[];
  repealed: { code: string; name: string; because: "missing" | "status" }[];
  /** Differences in the place of a tone mark alone, which amend nothing. */
  spelling: { code: string; changes: FieldChange[] }[];
  /** Differences in capitals, punctuation or how numbers are set alone, which amend nothing either. */
  formal: { code: string; changes: FieldChange[] }[];
  /** Only said to have been changed at another time, which amends nothing. */
  touched: { code: string; changes: FieldChange[] }[];
  /** Columns that one list has not: nothing is told of them. */
  notCompared: ProcedureKey[];
  warnings: { code: string; message: string }[];
}

const isRepealed = ({ written }: ProcedureRow): boolean =>
  wordMeant("trang_thai", written.trang_thai ?? "") === "het_hieu_luc";

/** By code alone; of several rows with one code, of several agencies, the last. */
function byCode(
  list: ProcedureList,
  which: string,
  warnings: ListDiff["warnings"],
): Map<string, ProcedureRow> {
  const rows = new Map<string, ProcedureRow>();
  for (const row of list.rows) {
    const former = rows.get(row.code);
    if (former)
      warnings.push({
        code: row.code,
        message: `Mã ${row.code} có nhiều dòng trong ${which}; lấy dòng ${row.row} để so sánh, bỏ dòng ${former.row}.`,
      });
    rows.set(row.code, row);
  }
  return rows;
}

const columnsOf = ({ columns }: ProcedureList) => new Set(columns.flatMap(({ field }) => field ?? []));

const nameOf = ({ written }: ProcedureRow): string => written.ten_tthc ?? "";

/** Compares two lists by code: what came, what was amended in which column, what was repealed. */
export function diffProcedureLists(old: ProcedureList, next: ProcedureList): ListDiff {
  const warnings: ListDiff["warnings"] = [];
  const before = byCode(old, "danh mục cũ", warnings);
  const after = byCode(next, "danh mục mới", warnings);
  const [inOld, inNew] = [columnsOf(old), columnsOf(next)];
  const compared = procedureKeys.filter((key) => key !== "ma_tthc" && inOld.has(key) && inNew.has(key));
  const diff: ListDiff = {
    added: [],
    amended: [],
    repealed: [],
    spelling: [],
    formal: [],
    touched: [],
    notCompared: procedureKeys.filter((key) => inOld.has(key) !== inNew.has(key)),
    warnings,
  };
  const [faultyBefore, faultyAfter] = [new Set(old.rejectedCodes), new Set(next.rejectedCodes)];
  for (const code of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const from = before.get(code);
    const to = after.get(code);
    // It stands in both, once in a row that could not be taken.
    if ((!from && faultyBefore.has(code)) || (!to && faultyAfter.has(code))) {
      warnings.push({
        code,
        message: `Mã ${code} có dòng không đọc được trong một danh mục nên không so sánh.`,
      });
      continue;
    }
    if (!to) diff.repealed.push({ code, name: nameOf(from!), because: "missing" });
    else if (isRepealed(to)) {
      // One that was repealed in both is no news.
      if (!from || !isRepealed(from)) diff.repealed.push({ code, name: nameOf(to), because: "status" });
    } else if (!from) diff.added.push({ code, name: nameOf(to), row: to.row });
    else compare(diff, compared, from, to);
  }
  return diff;
}

function compare(diff: ListDiff, keys: ProcedureKey[], from: ProcedureRow, to: ProcedureRow): void {
  const changes: FieldChange[] = [];
  const spelling: FieldChange[] = [];
  const formal: FieldChange[] = [];
  for (const field of keys) {
    const [one, other] = [from.written[field], to.written[field]];
    const [was, is] = [meaningOf(field, one ?? ""), meaningOf(field, other ?? "")];
    if (was === is) continue;
    const change = { field, from: one ?? null, to: other ?? null };
    const told =
      tonesApart(was) === tonesApart(is)
        ? spelling
        : isFormal(field, from.written, to.written)
          ? formal
          : changes;
    told.push(change);
  }
  if (changes.length > 0 && changes.every(({ field }) => field === "cap_nhat_luc"))
    diff.touched.push({ code: to.code, changes });
  else if (changes.length > 0) diff.amended.push({ code: to.code, name: nameOf(to), changes });
  if (spelling.length > 0) diff.spelling.push({ code: to.code, changes: spelling });
  if (formal.length > 0) diff.formal.push({ code: to.code, changes: formal });
}
