import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { heldEvent, redrawEvents, subjectOf } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { eventMaterial } from "../tables.ts";

/** Takes material away. Gives the keys of its files. @throws Forbidden, NotFound */
export async function removeMaterial(
  work: Work,
  { id, materialId }: { id: string; materialId: string },
): Promise<string[]> {
  const { tx, actor } = work;
  const row = await heldEvent(tx, actor.agencyId, id);
  eventPolicy.permit(actor, "hold", subjectOf(row));
  const [gone] = await tx
    .delete(eventMaterial)
    .where(and(eq(eventMaterial.eventId, id), eq(eventMaterial.id, materialId)))
    .returning();
  if (!gone) throw new NotFound("Không có tài liệu này.");
  await work.record({
    ...{ act: "remove-event-material", objectKind: "event", objectId: id },
    before: { label: gone.label },
  });
  await redrawEvents(tx);
  return gone.fileName === null ? [] : [gone.id];
}
