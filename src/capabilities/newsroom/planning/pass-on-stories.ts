import { and, eq, inArray, isNull, notInArray, or } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { contentItem, deliverable, story } from "../tables.ts";

/** Stories of units that are no more, and what is still to be made by them, go on with their heir. */
export async function passOnStories(
  { tx, actor, record }: Work,
  unitIds: string[],
  heirId: string,
): Promise<void> {
  const { agencyId } = actor;
  const stories = await tx
    .select({ id: story.id, unitId: story.unitId })
    .from(story)
    .where(and(eq(story.agencyId, agencyId), inArray(story.unitId, unitIds), isNull(story.droppedAt)))
    .for("update");
  const rows = await tx
    .select({ id: deliverable.id, unitId: deliverable.unitId })
    .from(deliverable)
    .leftJoin(contentItem, eq(contentItem.id, deliverable.itemId))
    .where(
      and(
        eq(deliverable.agencyId, agencyId),
        inArray(deliverable.unitId, unitIds),
        or(isNull(contentItem.id), notInArray(contentItem.state, ["published", "withdrawn", "removed"])),
      ),
    )
    .for("update", { of: deliverable });
  for (const { id, unitId } of stories) {
    await tx.update(story).set({ unitId: heirId }).where(eq(story.id, id));
    await record({
      act: "pass-on-story",
      objectKind: "story",
      objectId: id,
      before: { unitId },
      after: { unitId: heirId },
    });
  }
  for (const { id, unitId } of rows) {
    await tx.update(deliverable).set({ unitId: heirId }).where(eq(deliverable.id, id));
    await record({
      act: "pass-on-deliverable",
      objectKind: "deliverable",
      objectId: id,
      before: { unitId },
      after: { unitId: heirId },
    });
  }
}
