import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { itemOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { explainedContract } from "./contract.ts";
import { explainDocuments } from "./explain-documents.ts";
import { documentsOfItem } from "./explained-queries.ts";

const api = implement(explainedContract).$context<ApiContext>().use(authorised);

async function presented(q: Queryable, actor: Actor, id: string) {
  const item = await itemOf(q, actor, id);
  return {
    documents: await documentsOfItem(q, { agencyId: item.agencyId, itemId: id }),
    may: contentPolicy.may(actor, item),
  };
}

export const explainedRoutes = {
  explainedDocuments: api.explainedDocuments.handler(({ input, context: { database, actor } }) =>
    presented(database, actor, input.id),
  ),
  explainDocuments: api.explainDocuments.handler(({ input, context }) =>
    context.work(async (work) => {
      await explainDocuments(work, input);
      return presented(work.tx, context.actor, input.id);
    }),
  ),
};
