import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { confirmDocument } from "./confirm-document.ts";
import { documentsContract } from "./contract.ts";
import { correctDocument } from "./correct-document.ts";
import { documentById, documentsOfAgency, type OfficialDocument } from "./document-queries.ts";
import { loadInstruments } from "./load-instruments.ts";
import { documentPolicy } from "./policy.ts";
import { presentDocuments } from "./present-document.ts";
import { enterDocument } from "./register-document.ts";

const api = implement(documentsContract).$context<ApiContext>().use(authorised);

const presented = async (q: Queryable, actor: Actor, document: OfficialDocument) =>
  (await presentDocuments(q, actor, [document]))[0]!;

/** Runs an act on a document and answers with the document as the register shows it. */
const after = (act: (work: Work) => Promise<OfficialDocument>) => async (work: Work) =>
  presented(work.tx, work.actor, await act(work));

export const documentsRoutes = {
  list: api.list.handler(async ({ input, context: { database, actor } }) => ({
    documents: await presentDocuments(
      database,
      actor,
      await documentsOfAgency(database, actor.agencyId, input),
    ),
    may: documentPolicy.may(actor, { agencyId: actor.agencyId }),
  })),
  get: api.get.handler(async ({ input, context: { database, actor } }) => {
    const found = await documentById(database, actor.agencyId, input.id);
    if (!found) throw new NotFound("Không có văn bản này trong sổ của cơ quan.");
    return presented(database, actor, found);
  }),
  register: api.register.handler(({ input, context }) =>
    context.work(after((work) => enterDocument(work, input))),
  ),
  correct: api.correct.handler(({ input, context }) =>
    context.work(after((work) => correctDocument(work, input))),
  ),
  confirm: api.confirm.handler(({ input, context }) =>
    context.work(after((work) => confirmDocument(work, input))),
  ),
  loadInstruments: api.loadInstruments.handler(({ context }) => context.work(loadInstruments)),
};
