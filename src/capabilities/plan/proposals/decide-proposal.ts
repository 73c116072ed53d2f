import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { proposal } from "../tables.ts";
import { proposalPolicy } from "./policy.ts";
import type { ProposalDecision } from "./proposal.ts";
import { proposalForUpdate } from "./proposal-queries.ts";
import { tellProposer } from "./tell-proposer.ts";

const steps: Record<ProposalDecision, { act: string; said: string }> = {
  accepted: { act: "accept-proposal", said: "Lãnh đạo chấp nhận đề xuất" },
  refused: { act: "refuse-proposal", said: "Lãnh đạo không chấp nhận đề xuất" },
  kept: { act: "keep-proposal", said: "Lãnh đạo để lại, xem xét sau đề xuất" },
};

/** The leadership accepts a gathered proposal, or refuses it or keeps it for later with a reason. */
export async function decideProposal(
  work: Work,
  { id, decision, words }: { id: string; decision: ProposalDecision; words: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await proposalForUpdate(tx, actor.agencyId, id);
  proposalPolicy.permit(actor, "decide", { agencyId: actor.agencyId });
  const why = proposalPolicy.hindrance(actor, "decide", found);
  if (why !== null) throw new Conflict(why);
  if (decision === "kept" && found.state === "kept")
    throw new Conflict("Đề xuất này đã được để lại; hãy chấp nhận hoặc không chấp nhận khi đã xem xét.");
  if (decision !== "accepted" && words === null) {
    const message = "Hãy ghi lý do để người đề xuất biết.";
    throw new Unacceptable(message, [{ field: "words", message }]);
  }
  await tx
    .update(proposal)
    .set(
      decision === "kept"
        ? { state: "kept", keptBy: actor.personId, keptAt: at, keptReason: words }
        : { state: decision, decidedBy: actor.personId, decidedAt: at, decision: words },
    )
    .where(eq(proposal.id, id));
  await work.record({
    act: steps[decision].act,
    objectKind: "proposal",
    objectId: id,
    before: { what: found.what },
    after: decision === "kept" ? { keptReason: words } : { decision: words },
  });
  await tellProposer(work, found, {
    step: decision,
    said: steps[decision].said,
    others: found.gatheredBy ? [found.gatheredBy] : [],
  });
}
