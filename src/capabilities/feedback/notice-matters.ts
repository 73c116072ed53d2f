import { and, eq, inArray } from "drizzle-orm";
import { byFirstId, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { casesAmong, type FeedbackCase } from "./cases/case-queries.ts";
import { isOpen, nextDue } from "./feedback.ts";
import { type Feedback, feedbackAmong } from "./feedback-queries.ts";
import { feedbackMail, feedbackMailbox } from "./tables.ts";

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
  "feedback-case": byFirstId<FeedbackCase>(casesAmong, (row, { moment }) =>
    row?.state === "submitted" && row.submittedAt?.toISOString() === moment
      ? null
      : "Trường hợp này đã được xem.",
  ),
  "feedback-case-returned": byFirstId<FeedbackCase>(casesAmong, (row) =>
    row?.state === "returned" ? null : "Trường hợp này đã được gửi lại.",
  ),
  "feedback-due": onItsDay,
  "feedback-late": onItsDay,
  "feedback-mail": byFirstId(
    (q, ids, agencyId) =>
      q
        .select({ id: feedbackMail.id, state: feedbackMail.state })
        .from(feedbackMail)
        .where(and(eq(feedbackMail.agencyId, agencyId), inArray(feedbackMail.id, ids))),
    (row) => (row?.state === "waiting" ? null : "Thư này đã được xử lý."),
  ),
  "feedback-mailbox": byFirstId(
    (q, ids, agencyId) =>
      q
        .select({ id: feedbackMailbox.agencyId, failingSince: feedbackMailbox.failingSince })
        .from(feedbackMailbox)
        .where(and(eq(feedbackMailbox.agencyId, agencyId), inArray(feedbackMailbox.agencyId, ids))),
    (row, { moment }) =>
      row?.failingSince?.toISOString() === moment ? null : "Hộp thư đã đọc lại được hoặc đã đặt lại.",
  ),
};
