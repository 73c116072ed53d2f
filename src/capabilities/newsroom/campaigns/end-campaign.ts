import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { campaign } from "../tables.ts";
import { campaignOf } from "./campaign-queries.ts";
import { campaignPolicy } from "./policy.ts";

/** Ends it before its last day, with the reason; its stories stay what they are, and no other one joins. */
export async function endCampaign(work: Work, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { tx, actor, at } = work;
  if (reason.trim() === "")
    throw new Unacceptable("Hãy ghi lý do kết thúc.", [{ field: "reason", message: "Hãy ghi lý do." }]);
  campaignPolicy.permit(actor, "end", await campaignOf(tx, actor.agencyId, id, { lock: true }));
  await tx
    .update(campaign)
    .set({ endedAt: at, endedBy: actor.personId, endReason: reason })
    .where(eq(campaign.id, id));
  await work.record({ act: "end-campaign", objectKind: "campaign", objectId: id, reason });
}

/** Lets it go on after all. */
export async function resumeCampaign(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  const found = campaignPolicy.permit(
    actor,
    "resume",
    await campaignOf(tx, actor.agencyId, id, { lock: true }),
  );
  await tx.update(campaign).set({ endedAt: null, endedBy: null, endReason: null }).where(eq(campaign.id, id));
  await work.record({
    act: "resume-campaign",
    objectKind: "campaign",
    objectId: id,
    before: { endReason: found.endReason },
  });
}
