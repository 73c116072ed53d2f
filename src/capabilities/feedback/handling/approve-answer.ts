import { and, eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { heldFeedback, subjectOf } from "../feedback-queries.ts";
import { moveFeedback, noteEvent } from "../move-feedback.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedback } from "../tables.ts";

/**
 * A second person lets the answer go out, exactly as it was read. Who was merged into it gets the same answer.
 * @throws Forbidden, Conflict
 */
export async function approveAnswer(
  work: Work,
  { id, answer }: { id: string; answer: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const row = await heldFeedback(tx, actor.agencyId, id);
  feedbackPolicy.permit(actor, "approve", subjectOf(row));
  if (row.answer !== answer)
    throw new Conflict("Trả lời đã được sửa sau khi bạn mở trang; hãy tải lại rồi đọc bản mới.");
  const after = await moveFeedback(work, row, {
    step: "approve",
    act: "approve-feedback-answer",
    set: { answerState: "approved", approvedBy: actor.personId, approvedByName: actor.name, answeredAt: at },
    note: row.answer,
  });
  const merged = await tx
    .select()
    .from(feedback)
    .where(and(eq(feedback.agencyId, actor.agencyId), eq(feedback.mergedIntoId, id)));
  for (const one of merged)
    await noteEvent(work, one, {
      ...{ act: "approve-feedback-answer", innerNote: null, tells: true },
      note: after.answer,
    });
}
