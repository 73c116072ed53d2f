import { eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { proposal } from "../tables.ts";
import { proposalPolicy } from "./policy.ts";
import { proposalForUpdate } from "./proposal-queries.ts";
import { tellProposer } from "./tell-proposer.ts";

/** The editors take a proposal up for the leadership, with a remark of their own where they have one. */
export async function gatherProposal(
  work: Work,
  { id, note }: { id: string; note: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await proposalForUpdate(tx, actor.agencyId, id);
  proposalPolicy.permit(actor, "gather", { agencyId: actor.agencyId });
  const why = proposalPolicy.hindrance(actor, "gather", found);
  if (why !== null) throw new Conflict(why);
  await tx
    .update(proposal)
    .set({ state: "gathered", gatheredBy: actor.personId, gatheredAt: at, gatheredNote: note })
    .where(eq(proposal.id, id));
  await work.record({
    act: "gather-proposal",
    objectKind: "proposal",
    objectId: id,
    after: { gatheredNote: note },
  });
  const leaders = (await peopleWithRole(tx, actor.agencyId, "leadership")).map((leader) => leader.id);
  await notify(work, {
    personIds: leaders,
    cause: `proposal-gathered:${id}`,
    kind: "decision",
    title: `Đề xuất giải pháp chờ quyết định: ${beginning(found.what, 160)}`,
    href: "/workspace/de-xuat",
  });
  if (!leaders.includes(found.proposedBy))
    await tellProposer(work, found, { step: "gathered", said: "Đề xuất của bạn đã được trình lãnh đạo" });
}
