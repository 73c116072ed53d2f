import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { kindOf } from "../kinds/index.ts";
import { deliverable, story } from "../tables.ts";
import { deliverablePolicy, storyPolicy } from "./policy.ts";
import { needOwnPeople } from "./propose-story.ts";
import { deliverableForUpdate, storyOf } from "./story-queries.ts";
import { tellAssignee, tellMovedDue } from "./tell-maker.ts";

export interface DeliverableFields {
  kind: string;
  channel: string;
  unitId: string;
  personId: string | null;
  dueAt: Date;
}

function needKind({ kind, channel }: DeliverableFields): void {
  const found = kindOf(kind);
  if (!found)
    throw new Unacceptable("Không có loại nội dung này.", [{ field: "kind", message: "Hãy chọn loại." }]);
  if (!(found.channels as string[]).includes(channel))
    throw new Unacceptable(`Loại “${found.label}” không đăng trên kênh này.`, [
      { field: "channel", message: "Hãy chọn kênh khác." },
    ]);
}

/** Says what is to come of a story: kind, channel, moment, unit and person. The same one sent again is the same. */
export async function addDeliverable(
  work: Work,
  {
    id,
    deliverableId = uuidv7(),
    ...fields
  }: DeliverableFields & { id: string; deliverableId?: string | undefined },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const its = storyPolicy.permit(actor, "change", await storyOf(tx, agencyId, id, { lock: true }));
  deliverablePolicy.permit(actor, "assign", { agencyId, unitId: fields.unitId });
  needKind(fields);
  await needOwnPeople(work, { ...fields, field: "personId" });
  const [made] = await tx
    .insert(deliverable)
    .values({
      id: deliverableId,
      agencyId,
      storyId: id,
      ...fields,
      createdBy: personId,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (!made) {
    const [known] = await tx.select().from(deliverable).where(eq(deliverable.id, deliverableId));
    if (known?.storyId === id) return;
    throw new Conflict("Chưa ghi được sản phẩm; hãy tải lại trang rồi ghi lại.");
  }
  await tx.update(story).set({ updatedAt: at }).where(eq(story.id, id));
  await work.record({
    act: "add-deliverable",
    objectKind: "deliverable",
    objectId: deliverableId,
    after: { storyId: id, ...fields },
  });
  await tellAssignee(work, its, made);
}

/** Gives a deliverable to another person or unit, changes its kind, channel or moment. Gives the story's id. */
export async function assignDeliverable(
  work: Work,
  { id, ...fields }: DeliverableFields & { id: string },
): Promise<string> {
  const { tx, actor, at } = work;
  const found = await deliverableForUpdate(tx, actor.agencyId, id);
  deliverablePolicy.permit(actor, "assign", found);
  if (fields.unitId !== found.unitId)
    deliverablePolicy.permit(actor, "assign", { agencyId: found.agencyId, unitId: fields.unitId });
  needKind(fields);
  if (found.itemId !== null && found.itemState !== "discarded" && fields.kind !== found.kind)
    throw new Unacceptable("Đã có bài nên không đổi loại được.", [
      { field: "kind", message: "Giữ loại của bài đã viết." },
    ]);
  if (found.itemState === "scheduled" && fields.dueAt.getTime() !== found.dueAt.getTime())
    throw new Conflict("Bài đã hẹn giờ; hãy đổi giờ đăng thay vì đổi hạn.");
  await needOwnPeople(work, { ...fields, field: "personId" });
  const [changed] = await tx
    .update(deliverable)
    .set({ ...fields, updatedAt: at })
    .where(eq(deliverable.id, id))
    .returning();
  await tx.update(story).set({ updatedAt: at }).where(eq(story.id, found.storyId));
  const { kind, channel, unitId, personId, dueAt } = found;
  await work.record({
    act: "assign-deliverable",
    objectKind: "deliverable",
    objectId: id,
    before: { kind, channel, unitId, personId, dueAt },
    after: fields,
  });
  await tellAssignee(work, found.story, changed!);
  // Whoever it is given to now is told of its moment with the work itself.
  if (personId === fields.personId) await tellMovedDue({ work, story: found.story, row: changed! }, dueAt);
  return found.storyId;
}
