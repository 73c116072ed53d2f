import { byFirstId, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { isOpen, nextDue } from "./feedback.ts";
import { type Feedback, feedbackAmong } from "./feedback-queries.ts";

const ended = "Phản ánh này đã xử lý xong.";
const whileOpen = byFirstId<Feedback>(feedbackAmong, (row) => (row && isOpen(row.state) ? null : ended));
const onItsDay = byFirstId<Feedback>(feedbackAmong, (row, { moment }) =>
  row && isOpen(row.state) && row.state !== "need-info" && nextDue(row) === moment ? null : ended,
);

/** What is told of, looked up again. */
export const noticeMatters: NoticeMatters = {
  "feedback-new": byFirstId<Feedback>(feedbackAmong, (row) =>
    row?.state === "received" ? null : "Phản ánh này đã được phân loại.",
  ),
  "feedback-given": whileOpen,
  "feedback-more": whileOpen,
  "feedback-reopened": whileOpen,
  "feedback-returned": byFirstId<Feedback>(feedbackAmong, (row) =>
    row?.answerState === "drafted" ? null : "Trả lời này đã được gửi lại.",
  ),
  "feedback-answer": byFirstId<Feedback>(feedbackAmong, (row) =>
    row?.answerState === "waiting" ? null : "Trả lời này đã được xem.",
  ),
  "feedback-due": onItsDay,
  "feedback-late": onItsDay,
};
