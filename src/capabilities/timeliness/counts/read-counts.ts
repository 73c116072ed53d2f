import { readTable } from "#platform/sheets/columns/read-table.ts";
import { cellText, cleanCell } from "#platform/sheets/columns/read-values.ts";
import { type CountKey, countSheet } from "./count-columns.ts";
import { type Count, judgeCount } from "./judge-count.ts";

export interface CountIssue {
  row: number;
  message: string;
}

/** A row that was rejected, as it is written. */
export interface RejectedCount {
  row: number;
  written: Partial<Record<CountKey, string>>;
  errors: string[];
}

export interface CountReading {
  /** Of the rows of one key the last. */
  counts: Count[];
  /** The row of the sheet that each count stands in, by its key. */
  rowOf: Map<string, number>;
  rows: { read: number; duplicates: number; superseded: number; rejected: number; skipped: number };
  /** Why rows were rejected, in the sheet's order. */
  errors: CountIssue[];
  warnings: CountIssue[];
  /** In the sheet's order. */
  rejected: RejectedCount[];
  sheet: string;
  headerLine: number;
  columns: { header: string; field: CountKey | null }[];
  /** Columns without which a ratio says nothing. */
  missing: CountKey[];
}

/** A sheet of counts has a row for each unit, field and procedure of a few months. */
const MOST_COUNTS = 20_000;

const wanted: readonly CountKey[] = [
  "tn_truc_tuyen",
  "gq_truoc_han",
  "co_nvtc",
  "tt_truc_tuyen",
  "sh_ho_so",
  "sh_ket_qua",
];

/** What a count is of: one key stands once. */
export const countKey = ({ period, unitKey, field, procedureCode }: Count): string =>
  [period, unitKey, field, procedureCode].join("\n");

/** Whether the two say the same. */
export const sameCount = (one: Count, other: Count): boolean =>
  (Object.keys(one) as (keyof Count)[]).every((key) => key === "unit" || one[key] === other[key]);

/** Reads a sheet of counts; `fallback` is the period of rows that name none. Throws UnreadableDocument. */
export async function readCounts(
  bytes: Uint8Array,
  { fallback, today }: { fallback: string; today: string },
): Promise<CountReading> {
  const counts = new Map<string, Count>();
  const rowOf = new Map<string, number>();
  const errors: CountIssue[] = [];
  const warnings: CountIssue[] = [];
  const rejected: RejectedCount[] = [];
  const rows = { read: 0, duplicates: 0, superseded: 0, rejected: 0 };
  const facts = await readTable(countSheet, bytes, (row, cells, { from1904 }) => {
    rows.read += 1;
    const judged = judgeCount(cells, { fallback, today, from1904 });
    errors.push(...judged.errors.map((message) => ({ row, message })));
    warnings.push(...judged.warnings.map((message) => ({ row, message })));
    const { count } = judged;
    const reject = (because: string[]) => {
      rows.rejected += 1;
      const written: RejectedCount["written"] = {};
      for (const { key } of countSheet.columns) {
        const text = cleanCell(cellText(cells(key)));
        if (text !== "") written[key] = text;
      }
      rejected.push({ row, written, errors: because });
    };
    if (judged.errors.length > 0) reject(judged.errors);
    if (count === null) return;
    if (counts.size >= MOST_COUNTS) {
      const message = `Bảng có hơn ${MOST_COUNTS.toLocaleString("vi-VN")} dòng; hãy chia nhỏ.`;
      reject([message]);
      errors.push({ row, message });
      return;
    }
    const key = countKey(count);
    const former = counts.get(key);
    if (former && sameCount(former, count)) rows.duplicates += 1;
    else if (former) {
      rows.superseded += 1;
      warnings.push({
        row: rowOf.get(key)!,
        message: `${count.unit} có dòng sau cùng kỳ, lĩnh vực và thủ tục nhưng số khác; lấy dòng ${row}, bỏ dòng này.`,
      });
    }
    counts.set(key, count);
    rowOf.set(key, row);
  });
  const fields = new Set(facts.columns.map(({ field }) => field));
  return {
    ...{
      counts: [...counts.values()],
      rowOf,
      errors,
      rejected,
      warnings: warnings.toSorted((a, b) => a.row - b.row),
    },
    rows: { ...rows, skipped: facts.skipped.length },
    ...{ sheet: facts.sheet, headerLine: facts.headerLine, columns: facts.columns },
    missing: wanted.filter((key) => !fields.has(key)),
  };
}
