import { Unacceptable } from "#platform/auth/policy.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { type ProcedureList, readProcedureList } from "../reading/read-procedure-list.ts";

/** More procedures than any province has. */
const MOST_ROWS = 50_000;

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "file", message }]);
};

/** A list that a person gave, of rows that can be looked at one by one. @throws Unacceptable for a file that is refused */
export async function readGivenList(bytes: Uint8Array): Promise<ProcedureList> {
  const list = await readProcedureList(bytes).catch((error: unknown) => {
    if (!(error instanceof UnreadableDocument)) throw error;
    return refuse(error.message);
  });
  // A full list of nothing would repeal the whole register, or find everything missing.
  if (list.rows.length + list.rejected.length === 0)
    refuse(
      "Danh mục chỉ có tiêu đề, không có dòng nào; chưa có gì được ghi. Hãy xuất lại từ hệ thống nguồn hoặc chọn tệp khác.",
    );
  if (list.counts.read > MOST_ROWS)
    refuse(
      `Danh mục có ${list.counts.read.toLocaleString("vi-VN")} dòng; sổ của một cơ quan nhận nhiều nhất ${MOST_ROWS.toLocaleString("vi-VN")} dòng một lần. Chưa có gì được ghi; hãy lọc riêng thủ tục của cơ quan.`,
    );
  return list;
}
