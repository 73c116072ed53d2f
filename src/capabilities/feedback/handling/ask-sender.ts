import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { heldFeedback, subjectOf } from "../feedback-queries.ts";
import { moveFeedback } from "../move-feedback.ts";
import { feedbackPolicy } from "../policy.ts";

/** Asks its sender for what is lacking; its clocks stand until the answer. @throws Forbidden, Conflict, Unacceptable */
export async function askSender(
  work: Work,
  { id, question }: { id: string; question: string },
): Promise<void> {
  const row = await heldFeedback(work.tx, work.actor.agencyId, id);
  feedbackPolicy.permit(work.actor, "ask", subjectOf(row));
  if (row.source !== "portal" && row.senderSealed === null && row.mailSealed === null) {
    const message = "Không có cách liên hệ người gửi nên không hỏi lại được.";
    throw new Unacceptable(message, [{ field: "question", message }]);
  }
  await moveFeedback(work, row, {
    step: "ask",
    act: "ask-feedback-sender",
    set: {
      pausedFrom: row.state as "received" | "classified" | "in-progress",
      pausedOn: toVietnamDate(work.at).toString(),
    },
    note: question,
  });
}
