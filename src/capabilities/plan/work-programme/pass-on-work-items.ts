import { and, eq, inArray } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { workItem } from "../tables.ts";

/** What units that are no more had still before them goes on in their heir's programme. */
export async function passOnWorkItems(
  { tx, actor, record }: Work,
  unitIds: string[],
  heirId: string,
): Promise<void> {
  const open = await tx
    .select({ id: workItem.id, unitId: workItem.unitId })
    .from(workItem)
    .where(
      and(
        eq(workItem.agencyId, actor.agencyId),
        inArray(workItem.unitId, unitIds),
        eq(workItem.state, "planned"),
      ),
    )
    .for("update");
  for (const { id, unitId } of open) {
    await tx.update(workItem).set({ unitId: heirId }).where(eq(workItem.id, id));
    await record({
      act: "pass-on-work-item",
      objectKind: "work-item",
      objectId: id,
      before: { unitId },
      after: { unitId: heirId },
    });
  }
}
