import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { estimatesContract } from "./contract.ts";
import { approveProposal, returnProposal, submitProposal } from "./decide-proposal.ts";
import { presentBudget, presentProposal } from "./estimate-queries.ts";
import { removeLine, saveLine } from "./save-line.ts";
import { saveProposal } from "./save-proposal.ts";
import { saveSource } from "./save-source.ts";

const api = implement(estimatesContract).$context<ApiContext>().use(authorised);

/** Every act on a year answers with the year, every act on a proposal with the proposal. */
export const estimatesRoutes = {
  budget: api.budget.handler(({ input, context: { database, actor } }) =>
    presentBudget(database, actor, input),
  ),
  saveSource: api.saveSource.handler(({ input: { year, ...fields }, context }) =>
    context.work(async (work) => {
      await saveSource(work, fields);
      return presentBudget(work.tx, context.actor, { year });
    }),
  ),
  saveLine: api.saveLine.handler(({ input, context }) =>
    context.work(async (work) => {
      await saveLine(work, input);
      return presentBudget(work.tx, context.actor, input);
    }),
  ),
  removeLine: api.removeLine.handler(({ input, context }) =>
    context.work(async (work) =>
      presentBudget(work.tx, context.actor, { year: await removeLine(work, input) }),
    ),
  ),
  proposal: api.proposal.handler(({ input: { id }, context: { database, actor } }) =>
    presentProposal(database, actor, id),
  ),
  saveProposal: api.saveProposal.handler(({ input, context }) =>
    context.work(async (work) => {
      await saveProposal(work, input);
      return presentProposal(work.tx, context.actor, input.id);
    }),
  ),
  submitProposal: api.submitProposal.handler(({ input, context }) =>
    context.work(async (work) => {
      await submitProposal(work, input);
      return presentProposal(work.tx, context.actor, input.id);
    }),
  ),
  approveProposal: api.approveProposal.handler(({ input, context }) =>
    context.work(async (work) => {
      await approveProposal(work, input);
      return presentProposal(work.tx, context.actor, input.id);
    }),
  ),
  returnProposal: api.returnProposal.handler(({ input, context }) =>
    context.work(async (work) => {
      await returnProposal(work, input);
      return presentProposal(work.tx, context.actor, input.id);
    }),
  ),
};
