import { eq } from "drizzle-orm";
import { notify } from "#organization";
import type { Work } from "#platform/work/work.ts";
import { feedbackHref, heldFeedback, subjectOf } from "../feedback-queries.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedback } from "../tables.ts";

/** Does not go out as it is: who wrote it is told why. @throws Forbidden */
export async function returnAnswer(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const row = await heldFeedback(tx, actor.agencyId, id);
  feedbackPolicy.permit(actor, "approve", subjectOf(row));
  await tx.update(feedback).set({ answerState: "drafted" }).where(eq(feedback.id, id));
  if (row.draftedBy)
    await notify(work, {
      personIds: [row.draftedBy],
      cause: `feedback-returned:${id}:${at.toISOString()}`,
      kind: "feedback",
      title: `Trả lời phản ánh ${row.code} cần sửa: ${reason}`.slice(0, 300),
      href: feedbackHref(id),
    });
  await work.record({ act: "return-feedback-answer", objectKind: "feedback", objectId: id, reason });
}
