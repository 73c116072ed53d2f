import { byFirstId, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { type Commitment, commitmentsAmong } from "./commitments/commitment-queries.ts";
import { type Answer, answersAmong, type Question, questionsAmong } from "./dialogue/dialogue-queries.ts";
import { type Event, eventsAmong } from "./event-queries.ts";
import { endDayOf, startDayOf } from "./reminding/reminder.ts";

/** What is told of, looked up again. */
export const noticeMatters: NoticeMatters = {
  "event-drafted": byFirstId<Event>(eventsAmong, (row) =>
    row?.state === "draft" ? null : "Sự kiện này đã công bố hoặc không còn.",
  ),
  "event-soon": byFirstId<Event>(eventsAmong, (row, { moment }) =>
    row?.state === "announced" && startDayOf(row) === moment
      ? null
      : "Sự kiện này đã diễn ra, đã hoãn, hủy hoặc đổi ngày.",
  ),
  "event-unrecorded": byFirstId<Event>(eventsAmong, (row, { moment }) =>
    row?.state === "announced" && endDayOf(row) === moment
      ? null
      : "Sự kiện này đã được ghi nhận, đã hoãn, hủy hoặc đổi ngày.",
  ),
  "event-question": byFirstId<Question>(questionsAmong, (row) =>
    row && row.decline === null ? null : "Câu hỏi này đã được ghi là không trả lời.",
  ),
  "event-answer": byFirstId<Answer>(answersAmong, (row) =>
    row?.state === "waiting" ? null : "Trả lời này đã được xem.",
  ),
  "event-answer-returned": byFirstId<Answer>(answersAmong, (row) =>
    row?.state === "drafted" ? null : "Trả lời này đã được gửi lại.",
  ),
  "event-commitment": byFirstId<Commitment>(commitmentsAmong, (row) =>
    row?.state === "drafted" ? null : "Cam kết này đã được duyệt hoặc bỏ.",
  ),
  "event-result": byFirstId<Commitment>(commitmentsAmong, (row) =>
    row?.resultState === "waiting" ? null : "Kết quả này đã được xem.",
  ),
};
