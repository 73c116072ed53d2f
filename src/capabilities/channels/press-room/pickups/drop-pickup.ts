import { and, eq, isNull } from "drizzle-orm";
import { withdrawEvidence } from "#plan";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { pressPickup } from "../../tables.ts";
import { pickupOf } from "./pickup-queries.ts";
import { pickupPolicy } from "./policy.ts";

/** It was written down by mistake: it counts and proves no more, and the record of it stays. */
export async function dropPickup(work: Work, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { tx, actor, at } = work;
  const found = await pickupOf(tx, actor, id);
  pickupPolicy.permit(actor, "drop", { agencyId: found.agencyId, isDropped: found.droppedAt !== null });
  const [dropped] = await tx
    .update(pressPickup)
    .set({ droppedAt: at, droppedBy: actor.personId, droppedWhy: reason })
    .where(and(eq(pressPickup.id, id), isNull(pressPickup.droppedAt)))
    .returning({ id: pressPickup.id });
  if (!dropped) throw new Conflict("Mục này vừa được bỏ; hãy tải lại trang.");
  await withdrawEvidence(work, { source: "channels", sourceId: id, reason });
  await work.record({
    act: "drop-press-pickup",
    objectKind: "press-pickup",
    objectId: id,
    reason,
    before: { title: found.title, url: found.url },
  });
}
