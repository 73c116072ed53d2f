import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { answerWithAll } from "../answer-with-all.ts";
import { proposalContract } from "./contract.ts";
import { decideProposal } from "./decide-proposal.ts";
import { followProposal } from "./follow-proposal.ts";
import { gatherProposal } from "./gather-proposal.ts";
import { makeProposal } from "./make-proposal.ts";
import { proposalPolicy } from "./policy.ts";
import { proposalsOf } from "./proposal-queries.ts";
import { withdrawProposal } from "./withdraw-proposal.ts";

const api = implement(proposalContract).$context<ApiContext>().use(authorised);

const presentAll = async (q: Queryable, actor: Actor) => ({
  proposals: await proposalsOf(q, actor),
  may: proposalPolicy.may(actor, { agencyId: actor.agencyId }),
});

const then = answerWithAll(presentAll);

export const proposalRoutes = {
  proposals: api.proposals.handler(({ context: { database, actor } }) => presentAll(database, actor)),
  propose: api.propose.handler(then(makeProposal)),
  withdrawProposal: api.withdrawProposal.handler(then(withdrawProposal)),
  gatherProposal: api.gatherProposal.handler(then(gatherProposal)),
  decideProposal: api.decideProposal.handler(then(decideProposal)),
  followProposal: api.followProposal.handler(then(followProposal)),
};
