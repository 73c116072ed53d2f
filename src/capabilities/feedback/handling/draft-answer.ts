import { eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import type { Work } from "#platform/work/work.ts";
import { feedbackHref, heldFeedback, subjectOf } from "../feedback-queries.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedback } from "../tables.ts";

export interface AnswerDraft {
  id: string;
  answer: string;
  basis: string;
  /** True: a second person looks at it now. */
  send: boolean;
}

/** Writes an answer, and sends it to the second person. Nothing goes out before. @throws Forbidden, Conflict */
export async function draftAnswer(work: Work, { id, answer, basis, send }: AnswerDraft): Promise<void> {
  const { tx, actor, at } = work;
  const row = await heldFeedback(tx, actor.agencyId, id);
  feedbackPolicy.permit(actor, "draft", subjectOf(row));
  await tx
    .update(feedback)
    .set({
      ...{ answer, answerBasis: basis, answerState: send ? "waiting" : "drafted" },
      ...{ draftedBy: actor.personId, draftedByName: actor.name, approvedBy: null, approvedByName: null },
      ...(row.state === "classified" && { state: "in-progress" as const }),
    })
    .where(eq(feedback.id, id));
  if (send) {
    const people = await peopleWithRole(tx, actor.agencyId, "leadership");
    if (row.unitId) people.push(...(await peopleWithRole(tx, actor.agencyId, "head", row.unitId)));
    await notify(work, {
      personIds: people.map((person) => person.id).filter((personId) => personId !== actor.personId),
      cause: `feedback-answer:${id}:${at.toISOString()}`,
      kind: "feedback",
      title: `Trả lời phản ánh ${row.code} chờ duyệt`,
      href: feedbackHref(id),
    });
  }
  await work.record({
    act: send ? "send-feedback-answer" : "draft-feedback-answer",
    objectKind: "feedback",
    objectId: id,
    after: { answer, answerBasis: basis },
  });
}
