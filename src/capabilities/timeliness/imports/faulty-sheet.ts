import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import { textColumn } from "#platform/sheets/list-sheets.ts";
import { headOf, keptColumns } from "../reading/dossier-columns.ts";
import type { RejectedRow } from "../reading/dossiers-worker.ts";

/** Only the rows that were rejected, as written and with what to mend; nothing of who filed them. */
export function faultySheet(rejected: RejectedRow[]): Sheet {
  const keys = keptColumns.filter((key) => rejected.some(({ written }) => written[key] !== undefined));
  return {
    name: "Dòng chưa đúng",
    columns: [
      ...keys.map((key) => textColumn(headOf(key), 22)),
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
