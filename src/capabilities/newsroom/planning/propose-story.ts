import { eq } from "drizzle-orm";
import { isPersonOfAgency, unitsOfAgency } from "#organization";
import { linksOf } from "#plan";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import type { PlanLinks } from "../content-queries.ts";
import { searchable } from "../searchable.ts";
import { story, storyClause, storyObligation, storyTask } from "../tables.ts";
import { storyPolicy } from "./policy.ts";
import { linksOfStory, storyOf } from "./story-queries.ts";

export interface StoryFields extends PlanLinks {
  title: string;
  note: string;
  unitId: string;
  leadPersonId: string | null;
}

/** Who and which unit are named must be of the agency. */
export async function needOwnPeople(
  { tx, actor }: Work,
  { unitId, personId, field }: { unitId: string; personId: string | null; field: string },
): Promise<void> {
  if (!(await unitsOfAgency(tx, actor.agencyId)).some(({ id }) => id === unitId))
    throw new NotFound("Không có đơn vị này trong cơ quan.");
  if (personId !== null && !(await isPersonOfAgency(tx, actor.agencyId, personId)))
    throw new Unacceptable("Không có người này trong cơ quan.", [{ field, message: "Hãy chọn người khác." }]);
}

async function keepLinks({ tx, actor }: Work, storyId: string, wanted: PlanLinks): Promise<PlanLinks> {
  const { agencyId } = actor;
  const { taskIds, obligationIds, clauseIds } = await linksOf(tx, agencyId, wanted);
  await tx.delete(storyTask).where(eq(storyTask.storyId, storyId));
  await tx.delete(storyObligation).where(eq(storyObligation.storyId, storyId));
  await tx.delete(storyClause).where(eq(storyClause.storyId, storyId));
  const link = { agencyId, storyId };
  if (taskIds.length > 0) await tx.insert(storyTask).values(taskIds.map((taskId) => ({ ...link, taskId })));
  if (obligationIds.length > 0)
    await tx.insert(storyObligation).values(obligationIds.map((obligationId) => ({ ...link, obligationId })));
  if (clauseIds.length > 0)
    await tx.insert(storyClause).values(clauseIds.map((clauseId) => ({ ...link, clauseId })));
  return { taskIds, obligationIds, clauseIds };
}

/** Puts a story on the unit's list; the same one sent again is the same story. Gives its id. */
export async function proposeStory(
  work: Work,
  { id = uuidv7(), title, note, unitId, leadPersonId, ...links }: StoryFields & { id?: string | undefined },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  storyPolicy.permit(actor, "propose", { agencyId, unitId });
  await needOwnPeople(work, { unitId, personId: leadPersonId, field: "leadPersonId" });
  const [made] = await tx
    .insert(story)
    .values({
      id,
      agencyId,
      unitId,
      title,
      titlePlain: searchable(title),
      note,
      leadPersonId,
      proposedBy: personId,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (!made) {
    const [known] = await tx.select().from(story).where(eq(story.id, id));
    if (known?.proposedBy === personId && known.agencyId === agencyId) return id;
    throw new Conflict("Chưa ghi được đề tài; hãy tải lại trang rồi ghi lại.");
  }
  const kept = await keepLinks(work, id, links);
  await work.record({
    act: "propose-story",
    objectKind: "story",
    objectId: id,
    after: { title, note, unitId, leadPersonId, ...kept },
  });
  return id;
}

/** Changes what a story is about, who leads it and what of the plan it serves. */
export async function changeStory(
  work: Work,
  { id, title, note, unitId, leadPersonId, ...links }: StoryFields & { id: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = storyPolicy.permit(actor, "change", await storyOf(tx, actor.agencyId, id, { lock: true }));
  if (unitId !== found.unitId) storyPolicy.permit(actor, "propose", { agencyId: found.agencyId, unitId });
  await needOwnPeople(work, { unitId, personId: leadPersonId, field: "leadPersonId" });
  const before = await linksOfStory(tx, id);
  await tx
    .update(story)
    .set({ title, titlePlain: searchable(title), note, unitId, leadPersonId, updatedAt: at })
    .where(eq(story.id, id));
  const kept = await keepLinks(work, id, links);
  await work.record({
    act: "change-story",
    objectKind: "story",
    objectId: id,
    before: {
      title: found.title,
      note: found.note,
      unitId: found.unitId,
      leadPersonId: found.leadPersonId,
      ...before,
    },
    after: { title, note, unitId, leadPersonId, ...kept },
  });
}
