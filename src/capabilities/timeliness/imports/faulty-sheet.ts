import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import { textColumn } from "#platform/sheets/list-sheets.ts";
import { countHead, countSheet } from "../counts/count-columns.ts";
import type { RejectedCount } from "../counts/read-counts.ts";
import { headOf, keptColumns } from "../reading/dossier-columns.ts";
import type { RejectedRow } from "../reading/dossiers-worker.ts";

function faultyRows<Key extends string>(
  known: readonly Key[],
  headOfKey: (key: Key) => string,
  rejected: { row: number; written: Partial<Record<Key, string>>; errors: string[] }[],
): Sheet {
  const keys = known.filter((key) => rejected.some(({ written }) => written[key] !== undefined));
  return {
    name: "Dòng chưa đúng",
    columns: [
      ...keys.map((key) => textColumn(headOfKey(key), 22)),
      textColumn("Cần sửa", 60),
      textColumn("Dòng trong bảng", 12),
    ],
    rows: rejected.map(({ row, written, errors }) => [
      ...keys.map((key) => written[key]),
      errors.join("\n"),
      String(row),
    ]),
  };
}

/** Only the rows that were rejected, as written and with what to mend; nothing of who filed them. */
export const faultySheet = (rejected: RejectedRow[]): Sheet => faultyRows(keptColumns, headOf, rejected);

/** The same of a sheet of counts; who reads it again finds every column under its own head. */
export const faultyCounts = (rejected: RejectedCount[]): Sheet =>
  faultyRows(
    countSheet.columns.map(({ key }) => key),
    countHead,
    // A column without which no row is read stays, also where nothing stands in it.
    rejected.map((one) => ({
      ...one,
      written: { ten_don_vi: "", tn_tong: "", gq_tong: "", dg_tong: "", ...one.written },
    })),
  );
