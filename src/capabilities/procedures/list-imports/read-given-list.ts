import { Unacceptable } from "#platform/auth/policy.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import type { TableChoice } from "#platform/sheets/columns/read-table.ts";
import type { ProcedureKey } from "../reading/procedure-columns.ts";
import { readListAside } from "../reading/read-list-aside.ts";
import type { ProcedureList } from "../reading/read-procedure-list.ts";
import { type ListRun, unwatchedList } from "./running-lists.ts";

/** More procedures than any province has. */
const MOST_ROWS = 50_000;

const refuse = (message: string, field = "file"): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/**
 * A list that a person gave, of rows that can be looked at one by one; it is read aside, so that others are answered
 * meanwhile. @throws Unacceptable for a file that is refused
 */
export async function readGivenList(
  bytes: Uint8Array,
  choice: TableChoice<ProcedureKey> = {},
  { tell, signal }: ListRun = unwatchedList(),
): Promise<ProcedureList> {
  const taken = (choice.columns ?? []).filter((key) => key !== "");
  if (new Set(taken).size < taken.length)
    refuse("Có hai cột cùng được chọn cho một nội dung; hãy chọn lại cột.", "columns");
  const list = await readListAside(bytes, choice, {
    signal,
    tell: (done) => tell({ step: "reading", done, total: null }),
  }).catch((error: unknown) => {
    if (!(error instanceof UnreadableDocument)) throw error;
    return refuse(error.message);
  });
  // A full list of nothing would repeal the whole register, or find everything missing.
  if (list.lacking.length === 0 && list.rows.length + list.rejected.length === 0)
    refuse(
      "Danh mục chỉ có tiêu đề, không có dòng nào; chưa có gì được ghi. Hãy xuất lại từ hệ thống nguồn hoặc chọn tệp khác.",
    );
  if (list.counts.read > MOST_ROWS)
    refuse(
      `Danh mục có ${list.counts.read.toLocaleString("vi-VN")} dòng; sổ của một cơ quan nhận nhiều nhất ${MOST_ROWS.toLocaleString("vi-VN")} dòng một lần. Chưa có gì được ghi; hãy lọc riêng thủ tục của cơ quan.`,
    );
  return list;
}
