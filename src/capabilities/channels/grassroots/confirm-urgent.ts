import { and, eq, isNull } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { deliveryOf } from "../deliveries/delivery-queries.ts";
import { loudspeakerPolicy } from "./policy.ts";
import { broadcast } from "./tables.ts";

const waiting = (deliveryId: string) =>
  and(
    eq(broadcast.deliveryId, deliveryId),
    eq(broadcast.priority, "emergency"),
    isNull(broadcast.confirmedAt),
    isNull(broadcast.withdrawnAt),
  );

/** Who planned what is urgent and waits for a second person; null: nothing waits. */
export async function urgentPlannerOf(q: Queryable, deliveryId: string): Promise<string | null> {
  const [found] = await q
    .select({ plannedBy: broadcast.plannedBy })
    .from(broadcast)
    .where(waiting(deliveryId))
    .limit(1);
  return found?.plannedBy ?? null;
}

/** A second person lets what is urgent out: it interrupts whatever is playing. */
export async function confirmUrgent(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  await deliveryOf(tx, actor, id, { lock: true });
  const urgentBy = await urgentPlannerOf(tx, id);
  loudspeakerPolicy.permit(actor, "confirmUrgent", { agencyId: actor.agencyId, urgentBy });
  await tx
    .update(broadcast)
    .set({ confirmedBy: actor.personId, confirmedAt: at })
    .where(and(waiting(id), eq(broadcast.plannedBy, urgentBy!)));
  await work.record({ act: "confirm-urgent", objectKind: "delivery", objectId: id });
}
