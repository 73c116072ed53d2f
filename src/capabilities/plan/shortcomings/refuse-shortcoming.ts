import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { shortcoming } from "../tables.ts";
import { shortcomingPolicy } from "./policy.ts";
import { shortcomingForUpdate } from "./shortcoming-queries.ts";
import { tellOwners } from "./tell-owners.ts";

/** What was noted is not accepted as a shortcoming; the reason stays and is told. */
export async function refuseShortcoming(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { found, subject } = await shortcomingForUpdate(tx, actor.agencyId, id);
  shortcomingPolicy.permit(actor, "refuse", { agencyId: actor.agencyId });
  const why = shortcomingPolicy.hindrance(actor, "refuse", subject);
  if (why !== null) throw new Conflict(why);
  await tx
    .update(shortcoming)
    .set({ state: "refused", refusedBy: actor.personId, refusedAt: at, refusedReason: reason })
    .where(eq(shortcoming.id, id));
  await work.record({
    act: "refuse-shortcoming",
    objectKind: "shortcoming",
    objectId: id,
    before: { what: found.what },
    reason,
  });
  await tellOwners(work, found, { step: "refused", said: "Không tiếp nhận tồn tại" });
}
