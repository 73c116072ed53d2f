import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { documentsContract } from "./contract.ts";
import { documentById, documentsOfAgency, type OfficialDocument } from "./document-queries.ts";
import { documentPolicy } from "./policy.ts";
import { registerDocument } from "./register-document.ts";

const api = implement(documentsContract).$context<ApiContext>().use(authorised);

const withMay = (actor: Actor, document: OfficialDocument) => ({
  ...document,
  may: documentPolicy.may(actor, document),
});

export const documentsRoutes = api.router({
  list: api.list.handler(async ({ input, context: { database, actor } }) => ({
    documents: (await documentsOfAgency(database, actor.agencyId, input)).map((found) =>
      withMay(actor, found),
    ),
    may: documentPolicy.may(actor, { agencyId: actor.agencyId }),
  })),
  get: api.get.handler(async ({ input, context: { database, actor } }) => {
    const found = await documentById(database, actor.agencyId, input.id);
    if (!found) throw new NotFound("Không có văn bản này trong sổ của cơ quan.");
    return withMay(actor, found);
  }),
  register: api.register.handler(({ input, context }) =>
    context.work(async (work) => withMay(context.actor, await registerDocument(work, input))),
  ),
});
