import { and, eq, inArray, isNull } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { deliveryOf } from "../deliveries/delivery-queries.ts";
import { loudspeakerPolicy } from "./policy.ts";
import { broadcast, loudspeakerStation } from "./tables.ts";

/** Takes a bulletin back from stations: it leaves the schedule and is listed as withdrawn; what was played stays. */
export async function withdrawBroadcasts(
  work: Work,
  { id, stationIds, reason }: { id: string; stationIds: string[]; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  await deliveryOf(tx, actor, id, { lock: true });
  loudspeakerPolicy.permit(actor, "withdraw", { agencyId: actor.agencyId });
  const withdrawn = await tx
    .update(broadcast)
    .set({ withdrawnAt: at, withdrawnWhy: reason })
    .where(
      and(
        eq(broadcast.deliveryId, id),
        inArray(broadcast.stationId, stationIds),
        isNull(broadcast.withdrawnAt),
      ),
    )
    .returning({ stationId: broadcast.stationId });
  if (withdrawn.length === 0) throw new Conflict("Các đài, cụm loa này không còn giữ bản tin.");
  const names = await tx
    .select({ name: loudspeakerStation.name })
    .from(loudspeakerStation)
    .where(
      inArray(
        loudspeakerStation.id,
        withdrawn.map(({ stationId }) => stationId),
      ),
    );
  await work.record({
    act: "withdraw-broadcasts",
    objectKind: "delivery",
    objectId: id,
    after: { stations: names.map(({ name }) => name).join("; ") },
    reason,
  });
}
