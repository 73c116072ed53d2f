import { eq } from "drizzle-orm";
import { notify } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { proposal } from "../tables.ts";
import { proposalPolicy } from "./policy.ts";
import { proposalForUpdate } from "./proposal-queries.ts";

/** Who made a proposal takes it back before it is decided. */
export async function withdrawProposal(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const found = await proposalForUpdate(tx, actor.agencyId, id);
  proposalPolicy.permit(actor, "withdraw", { agencyId: actor.agencyId, proposedBy: found.proposedBy });
  const why = proposalPolicy.hindrance(actor, "withdraw", found);
  if (why !== null) throw new Conflict(why);
  await tx.update(proposal).set({ state: "withdrawn", withdrawnAt: at }).where(eq(proposal.id, id));
  await work.record({
    act: "withdraw-proposal",
    objectKind: "proposal",
    objectId: id,
    before: { what: found.what },
  });
  await notify(work, {
    personIds: [found.gatheredBy, found.keptBy].flatMap((personId) =>
      personId === null || personId === actor.personId ? [] : [personId],
    ),
    cause: `proposal-withdrawn:${id}`,
    kind: "proposal",
    title: `${actor.name} rút đề xuất: ${beginning(found.what, 160)}`,
    href: "/workspace/de-xuat",
  });
}
