import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";
import { type ProposalState, proposalWords } from "./proposal.ts";

export interface ProposalSubject {
  agencyId: string;
  state?: ProposalState;
  proposedBy?: string;
}

const only =
  (...wanted: ProposalState[]) =>
  (_: unknown, { state }: ProposalSubject) =>
    state === undefined || wanted.includes(state)
      ? null
      : `Đề xuất này: ${proposalWords[state].toLowerCase()}.`;

const open = only("proposed", "gathered", "kept");
/** Who inspects changes nothing, and so proposes nothing. */
const proposers = roles.filter((role) => role !== "auditor");

/** Everybody proposes, the editors gather, the leadership decides; the task that follows is given by either. */
export const proposalPolicy = definePolicy<ProposalSubject>()("proposal", {
  read: { roles },
  propose: { roles: proposers },
  withdraw: {
    roles: proposers,
    unless: (actor, subject) =>
      subject.proposedBy !== undefined && subject.proposedBy !== actor.personId
        ? "Chỉ người đề xuất mới rút được."
        : open(actor, subject),
  },
  gather: { roles: ["editor"], unless: only("proposed") },
  decide: { roles: ["leadership"], unless: only("gathered", "kept") },
  follow: { roles: ["editor", "leadership"], unless: only("accepted") },
});
