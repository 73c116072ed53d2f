import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { carryCommitment } from "../closing/carry-commitment.ts";
import { presentProposal } from "../estimates/estimate-queries.ts";
import { moneyWaiting } from "../waiting.ts";
import { addDocument } from "./add-document.ts";
import { spendingContract } from "./contract.ts";
import { decideEntry } from "./decide-entry.ts";
import { lineOfOwner, presentLineAccount } from "./line-queries.ts";
import { recordCommitment, reduceCommitment } from "./record-commitment.ts";
import { recordExpense, takeBackExpense } from "./record-expense.ts";

const api = implement(spendingContract).$context<ApiContext>().use(authorised);
const bytesOf = async (file: File) => ({
  bytes: new Uint8Array(await file.arrayBuffer()),
  fileName: file.name,
});

/** Every act on the money of a line answers with the line. */
export const spendingRoutes = {
  line: api.line.handler(({ input: { id }, context: { database, actor } }) =>
    presentLineAccount(database, actor, id),
  ),
  recordCommitment: api.recordCommitment.handler(({ input, context }) =>
    context.work(async (work) => {
      await recordCommitment(work, input);
      return presentLineAccount(work.tx, context.actor, input.lineId);
    }),
  ),
  reduceCommitment: api.reduceCommitment.handler(({ input, context }) =>
    context.work(async (work) =>
      presentLineAccount(work.tx, context.actor, await reduceCommitment(work, input)),
    ),
  ),
  carryCommitment: api.carryCommitment.handler(({ input, context }) =>
    context.work(async (work) =>
      presentLineAccount(work.tx, context.actor, await carryCommitment(work, input)),
    ),
  ),
  recordExpense: api.recordExpense.handler(({ input, context }) =>
    context.work(async (work) => {
      await recordExpense(work, input);
      return presentLineAccount(work.tx, context.actor, input.lineId);
    }),
  ),
  takeBackExpense: api.takeBackExpense.handler(({ input, context }) =>
    context.work(async (work) =>
      presentLineAccount(work.tx, context.actor, await takeBackExpense(work, input)),
    ),
  ),
  decideEntry: api.decideEntry.handler(({ input: { kind, id, confirm, words }, context }) =>
    context.work(async (work) => {
      const verdict = confirm ? "confirmed" : "refused";
      const lineId = await decideEntry(work, { kind, id, verdict, words });
      return presentLineAccount(work.tx, context.actor, lineId);
    }),
  ),
  withdrawEntry: api.withdrawEntry.handler(({ input: { kind, id, reason }, context }) =>
    context.work(async (work) => {
      const lineId = await decideEntry(work, { kind, id, verdict: "withdrawn", words: reason });
      return presentLineAccount(work.tx, context.actor, lineId);
    }),
  ),
  moneyWaiting: api.moneyWaiting.handler(async ({ context: { database, actor } }) => ({
    waiting: await moneyWaiting(database, actor),
  })),
  addProposalDocument: api.addProposalDocument.handler(async ({ input: { id, file }, context }) => {
    const given = await bytesOf(file);
    return context.work(async (work) => {
      await addDocument(work, { owner: "proposal", ownerId: id, ...given });
      return presentProposal(work.tx, context.actor, id);
    });
  }),
  addCommitmentDocument: api.addCommitmentDocument.handler(async ({ input: { id, file }, context }) => {
    const given = await bytesOf(file);
    return context.work(async (work) => {
      await addDocument(work, { owner: "commitment", ownerId: id, ...given });
      return presentLineAccount(work.tx, context.actor, await lineOfOwner(work.tx, "commitment", id));
    });
  }),
  addExpenseDocument: api.addExpenseDocument.handler(async ({ input: { id, file }, context }) => {
    const given = await bytesOf(file);
    return context.work(async (work) => {
      await addDocument(work, { owner: "expense", ownerId: id, ...given });
      return presentLineAccount(work.tx, context.actor, await lineOfOwner(work.tx, "expense", id));
    });
  }),
};
