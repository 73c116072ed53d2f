import { implement } from "@orpc/server";
import { Unacceptable } from "#platform/auth/policy.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { readDocument } from "#platform/official-document/read/read-document.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "../policy.ts";
import { addDecision } from "./add-decision.ts";
import { announceDecision } from "./announce-decision.ts";
import { changeDecision } from "./change-decision.ts";
import { confirmDecision } from "./confirm-decision.ts";
import { decisionContract } from "./contract.ts";
import { presentDecision, presentDecisions } from "./present-decision.ts";
import { proveByDecision } from "./prove-by-decision.ts";
import { withKnownCodes } from "./reading/known-codes.ts";
import { readDecision } from "./reading/read-decision.ts";

const api = implement(decisionContract).$context<ApiContext>().use(authorised);

/** Runs an act on a decision and answers with the decision as its page shows it. */
const after = (id: string, act: (work: Work) => Promise<void>) => async (work: Work) => {
  await act(work);
  return presentDecision(work.tx, work.actor, id);
};

export const decisionRoutes = {
  decisions: api.decisions.handler(async ({ context: { database, actor } }) => ({
    decisions: await presentDecisions(database, actor),
    may: procedurePolicy.may(actor, { agencyId: actor.agencyId }),
  })),
  readDecision: api.readDecision.handler(async ({ input: { file }, context: { database, actor } }) => {
    try {
      const read = readDecision(await readDocument(new Uint8Array(await file.arrayBuffer()), file.name));
      return withKnownCodes(database, actor.agencyId, read);
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      throw new Unacceptable(error.message, [{ field: "file", message: error.message }]);
    }
  }),
  addDecision: api.addDecision.handler(({ input, context }) =>
    context.work(after(input.id, (work) => addDecision(work, input))),
  ),
  changeDecision: api.changeDecision.handler(({ input, context }) =>
    context.work(after(input.id, (work) => changeDecision(work, input))),
  ),
  confirmDecision: api.confirmDecision.handler(({ input, context }) =>
    context.work(after(input.id, (work) => confirmDecision(work, input))),
  ),
  announceDecision: api.announceDecision.handler(({ input, context }) =>
    context.work(after(input.id, (work) => announceDecision(work, input))),
  ),
  proveByDecision: api.proveByDecision.handler(({ input, context }) =>
    context.work(after(input.id, (work) => proveByDecision(work, input))),
  ),
};
