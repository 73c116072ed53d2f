import { notify, peopleWithRole, unitsOfAgency } from "#organization";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { guidanceQuestion } from "../tables.ts";
import { addressedBy, guidanceForUpdate } from "./guidance-queries.ts";
import { guidancePolicy } from "./policy.ts";

/** A person of a unit addressed asks about guidance that holds; the office is told. Gives the question's id. */
export async function askAboutGuidance(
  work: Work,
  { id, unitId, question }: { id: string; unitId: string; question: string },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  guidancePolicy.permit(actor, "ask", { agencyId, unitIds: [unitId] });
  const found = await guidanceForUpdate(tx, agencyId, id);
  if (!(await addressedBy(tx, found)).some((row) => row.unitId === unitId))
    throw new NotFound("Hướng dẫn chưa được gửi đến đơn vị này.");
  const why = guidancePolicy.hindrance(actor, "ask", { ...found, unitIds: [unitId] });
  if (why !== null) throw new Conflict(why);
  const questionId = uuidv7();
  const { edition } = found;
  await tx.insert(guidanceQuestion).values({
    id: questionId,
    agencyId,
    guidanceId: id,
    edition,
    unitId,
    what: question,
    askedBy: personId,
    askedAt: at,
  });
  await work.record({
    act: "ask-about-guidance",
    objectKind: "guidance",
    objectId: id,
    after: { unitId, edition, question },
  });
  const unit = (await unitsOfAgency(tx, agencyId)).find((row) => row.id === unitId);
  await notify(work, {
    personIds: (await peopleWithRole(tx, agencyId, "editor")).flatMap((editor) =>
      editor.id === personId ? [] : [editor.id],
    ),
    cause: `guidance-asked:${questionId}`,
    kind: "guidance",
    title: `${unit?.name ?? actor.name} hỏi về hướng dẫn: ${beginning(question, 160)}`,
    href: `/workspace/huong-dan?mo=${id}`,
  });
  return questionId;
}
