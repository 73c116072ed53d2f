import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { addDocument } from "../spending/add-document.ts";
import { savingsContract } from "./contract.ts";
import { decideSaving, withdrawSaving } from "./decide-saving.ts";
import { saveSaving } from "./save-saving.ts";
import { countsForSaving, presentSavings, yearOfSaving } from "./saving-queries.ts";

const api = implement(savingsContract).$context<ApiContext>().use(authorised);

const yearWith = async ({ tx, actor }: Work, id: string) =>
  presentSavings(tx, actor, { year: await yearOfSaving(tx, actor.agencyId, id) });

/** Every act on a saving answers with its year. */
export const savingsRoutes = {
  citizenSavings: api.citizenSavings.handler(({ input, context: { database, actor } }) =>
    presentSavings(database, actor, input),
  ),
  savingCounts: api.savingCounts.handler(({ input, context: { database, actor } }) =>
    countsForSaving(database, actor, input),
  ),
  saveCitizenSaving: api.saveCitizenSaving.handler(({ input, context }) =>
    context.work(async (work) => {
      await saveSaving(work, input);
      return yearWith(work, input.id);
    }),
  ),
  decideCitizenSaving: api.decideCitizenSaving.handler(({ input, context }) =>
    context.work(async (work) => {
      await decideSaving(work, input);
      return yearWith(work, input.id);
    }),
  ),
  withdrawCitizenSaving: api.withdrawCitizenSaving.handler(({ input, context }) =>
    context.work(async (work) => {
      await withdrawSaving(work, input);
      return yearWith(work, input.id);
    }),
  ),
  addSavingDocument: api.addSavingDocument.handler(async ({ input: { id, file }, context }) => {
    const given = { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name };
    return context.work(async (work) => {
      await addDocument(work, { owner: "saving", ownerId: id, ...given });
      return yearWith(work, id);
    });
  }),
};
