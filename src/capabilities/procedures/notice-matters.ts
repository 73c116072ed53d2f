import { today } from "#platform/clock/vietnam-time.ts";
import { inBulk, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { isSettled } from "./postings/posting.ts";
import { postingBoard } from "./postings/posting-board.ts";

/** What the register tells of, looked up again. */
export const noticeMatters: NoticeMatters = {
  "posting-late": inBulk(
    async (q, _, { agencyId }) => {
      const { rows } = await postingBoard(q, agencyId, today().toString());
      return new Set(
        rows.flatMap(({ cells }) =>
          cells.flatMap(({ state, isLate, dueOn }) => (isLate && !isSettled(state) ? [dueOn!] : [])),
        ),
      );
    },
    (late, { moment }) => (late.has(moment) ? null : "Thủ tục đến hạn ngày này đã được công khai đủ."),
  ),
};
