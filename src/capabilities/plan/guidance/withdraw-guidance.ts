import { eq } from "drizzle-orm";
import { notify } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { toldIn } from "../distribute-plan.ts";
import { guidance } from "../tables.ts";
import { addressedBy, guidanceForUpdate, titleOf } from "./guidance-queries.ts";
import { guidancePolicy } from "./policy.ts";

/** The office takes guidance back: it stays to be read with the reason, and nobody is asked to acknowledge it. */
export async function withdrawGuidance(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await guidanceForUpdate(tx, actor.agencyId, id);
  guidancePolicy.permit(actor, "withdraw", { agencyId: actor.agencyId });
  const why = guidancePolicy.hindrance(actor, "withdraw", found);
  if (why !== null) throw new Conflict(why);
  await tx
    .update(guidance)
    .set({ withdrawnBy: actor.personId, withdrawnAt: at, withdrawnReason: reason })
    .where(eq(guidance.id, id));
  const title = await titleOf(tx, found);
  await work.record({
    act: "withdraw-guidance",
    objectKind: "guidance",
    objectId: id,
    before: { title },
    reason,
  });
  const told = new Set<string>();
  for (const { unitId } of await addressedBy(tx, found))
    for (const personId of await toldIn(tx, actor.agencyId, unitId)) told.add(personId);
  told.delete(actor.personId);
  await notify(work, {
    personIds: [...told],
    cause: `guidance-withdrawn:${id}`,
    kind: "guidance",
    title: `Hướng dẫn “${beginning(title, 160)}” đã được rút`,
    href: `/workspace/huong-dan?mo=${id}`,
  });
}
