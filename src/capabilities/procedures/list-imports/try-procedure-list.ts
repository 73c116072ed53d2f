import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { type ProcedureList, readProcedureList } from "../reading/read-procedure-list.ts";
import { type JudgedList, judgeList } from "./judge-list.ts";

/** More procedures than any agency carries out. */
const MOST_ROWS = 10_000;

export interface ListToTry {
  bytes: Uint8Array;
  /** The list is all that holds: what it does not name is repealed. */
  isFull: boolean;
  reason: string;
  today: string;
}

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "file", message }]);
};

/** What a list would make of the register, row by row, without writing it. @throws Unacceptable for a file that is refused */
export async function tryProcedureList(
  q: Queryable,
  agencyId: string,
  { bytes, ...said }: ListToTry,
): Promise<ProcedureList & { judged: JudgedList }> {
  const list = await readProcedureList(bytes).catch((error: unknown) => {
    if (!(error instanceof UnreadableDocument)) throw error;
    return refuse(error.message);
  });
  // A full list of nothing would repeal the whole register.
  if (list.rows.length + list.rejected.length === 0)
    refuse(
      "Danh mục chỉ có tiêu đề, không có dòng nào; chưa có gì được ghi. Hãy xuất lại từ hệ thống nguồn hoặc chọn tệp khác.",
    );
  if (list.counts.read > MOST_ROWS)
    refuse(
      `Danh mục có ${list.counts.read.toLocaleString("vi-VN")} dòng; sổ của một cơ quan nhập nhiều nhất ${MOST_ROWS.toLocaleString("vi-VN")} dòng một lần. Chưa có gì được ghi; hãy lọc riêng thủ tục của cơ quan.`,
    );
  return { ...list, judged: await judgeList(q, agencyId, list, said) };
}
