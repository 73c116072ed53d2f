import { and, eq } from "drizzle-orm";
import { notify } from "#organization";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { toldIn } from "../distribute-plan.ts";
import { guidanceQuestion } from "../tables.ts";
import { addressedBy, guidanceForUpdate } from "./guidance-queries.ts";
import { guidancePolicy } from "./policy.ts";

/**
 * The office answers, for every unit addressed or for the asker's alone; who may read the answer is told. Also of
 * guidance that was withdrawn meanwhile: who asked is owed it.
 */
export async function answerGuidanceQuestion(
  work: Work,
  { id, answer, toAll }: { id: string; answer: string; toAll: boolean },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const [question] = await tx
    .select()
    .from(guidanceQuestion)
    .where(and(eq(guidanceQuestion.agencyId, agencyId), eq(guidanceQuestion.id, id)))
    .for("update");
  if (!question) throw new NotFound("Không có câu hỏi này trong cơ quan.");
  guidancePolicy.permit(actor, "answer", { agencyId });
  const why = guidancePolicy.hindrance(actor, "answer", question);
  if (why !== null) throw new Conflict(why);
  await tx
    .update(guidanceQuestion)
    .set({ answer, toAll, answeredBy: personId, answeredAt: at })
    .where(eq(guidanceQuestion.id, id));
  await work.record({
    act: "answer-guidance-question",
    objectKind: "guidance",
    objectId: question.guidanceId,
    before: { question: question.what },
    after: { answer, toAll },
  });
  const told = new Set([question.askedBy]);
  if (toAll) {
    const found = await guidanceForUpdate(tx, agencyId, question.guidanceId);
    for (const { unitId } of await addressedBy(tx, found))
      for (const one of await toldIn(tx, agencyId, unitId)) told.add(one);
  }
  told.delete(personId);
  await notify(work, {
    personIds: [...told],
    cause: `guidance-answered:${id}`,
    kind: "guidance",
    title: `Đã trả lời câu hỏi về hướng dẫn: ${beginning(question.what, 160)}`,
    href: `/workspace/huong-dan?mo=${question.guidanceId}`,
  });
}
