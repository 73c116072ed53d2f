import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { listFile } from "#platform/sheets/list-file.ts";
import type { Command } from "#platform/work/plug.ts";
import { canonicalRow } from "./canonical-row.ts";
import { type ListIssue, type ProcedureList, readProcedureList } from "./read-procedure-list.ts";

const refused = 2;
const MOST_SHOWN = 20;

const issueLine = ({ row, message }: ListIssue) => `  Dòng ${row}: ${message}`;

function inWords({ sheet, counts, errors, warnings }: ProcedureList): string {
  const shown = (issues: ListIssue[], title: string) =>
    issues.length === 0
      ? []
      : [
          `${title} (${issues.length}):`,
          ...issues.slice(0, MOST_SHOWN).map(issueLine),
          ...(issues.length > MOST_SHOWN
            ? [`  … và ${issues.length - MOST_SHOWN} chỗ khác; thêm --json để xem hết.`]
            : []),
        ];
  return [
    `Bảng “${sheet}”: đọc ${counts.read} dòng, nhận ${counts.accepted} thủ tục, ${counts.duplicates} dòng trùng, ${counts.superseded} dòng bị dòng sau thay, ${counts.rejected} dòng không nhận.`,
    ...shown(errors, "Dòng không nhận"),
    ...shown(warnings, "Cần xem lại"),
  ].join("\n");
}

/** `gandan procedures read FILE [--json]`: reads one list, starts nothing, changes nothing. */
export const proceduresReadCommand: Command = {
  name: "procedures read",
  summary: "Đọc danh mục thủ tục (.xlsx, .xls, .csv, .json, .ndjson): procedures read TỆP [--json]",
  needsDatabase: false,
  run: async ({ args: [path], answer, stderr }) => {
    if (path === undefined) {
      stderr("Thiếu tên tệp; hãy gọi: gandan procedures read TỆP [--json].");
      return refused;
    }
    try {
      const list = await readProcedureList(await listFile(path));
      const columns = list.columns.map(({ header, field }) => ({ header, field }));
      answer({ ...list, columns, rows: list.rows.map(canonicalRow) }, inWords(list));
      return 0;
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      stderr(error.message);
      return refused;
    }
  },
};
