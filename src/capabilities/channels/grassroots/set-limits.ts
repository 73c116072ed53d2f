import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { loudspeakerPolicy } from "./policy.ts";
import { limitsOf } from "./register-queries.ts";
import type { Limits } from "./station.ts";
import { loudspeakerLimit } from "./tables.ts";

/** Writes down within which hours, how often and how long loudspeakers may play; slots that break it are told, not cut. */
export async function setLimits(work: Work, limits: Limits): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  loudspeakerPolicy.permit(actor, "keep", { agencyId });
  if (limits.earliest >= limits.latest) {
    const message = "Giờ muộn nhất phải sau giờ sớm nhất.";
    throw new Unacceptable(message, [{ field: "latest", message }]);
  }
  const { isOwn, ...before } = await limitsOf(tx, agencyId);
  const own = { ...limits, changedBy: personId, changedAt: at };
  await tx
    .insert(loudspeakerLimit)
    .values({ agencyId, ...own })
    .onConflictDoUpdate({ target: loudspeakerLimit.agencyId, set: own });
  await work.record({
    act: "set-limits",
    objectKind: "loudspeaker-limit",
    objectId: agencyId,
    ...(isOwn && { before }),
    after: limits,
  });
}
