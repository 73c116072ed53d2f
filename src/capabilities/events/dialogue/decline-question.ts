import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { heldEvent, redrawEvents, subjectOf } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { eventQuestion } from "../tables.ts";
import { answerTo, heldQuestion } from "./dialogue-queries.ts";
import type { Decline } from "./question.ts";

/** Says why a question gets no answer here; null: it gets one after all. The public page counts them by reason. @throws Forbidden, Conflict */
export async function declineQuestion(
  work: Work,
  { id, questionId, decline }: { id: string; questionId: string; decline: Decline | null },
): Promise<void> {
  const { tx, actor } = work;
  const row = await heldEvent(tx, actor.agencyId, id);
  eventPolicy.permit(actor, "answer", subjectOf(row));
  const question = await heldQuestion(tx, id, questionId);
  const answer = await answerTo(tx, questionId);
  if (decline && answer && answer.state !== "drafted")
    throw new Conflict("Câu hỏi này đã có trả lời chờ duyệt hoặc công khai.");
  await tx
    .update(eventQuestion)
    .set({ decline, declinedBy: decline && actor.personId })
    .where(eq(eventQuestion.id, questionId));
  await work.record({
    ...{ act: "decline-question", objectKind: "event-question", objectId: questionId },
    before: { decline: question.decline },
    after: { decline },
  });
  await redrawEvents(tx);
}
