import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { dossierPolicy } from "../policy.ts";
import { publicationContract } from "./contract.ts";
import { presentPublications } from "./publication-queries.ts";
import { publishFigures } from "./publish-figures.ts";

const api = implement(publicationContract).$context<ApiContext>().use(authorised);

const present = async (q: Queryable, actor: Actor) => ({
  publications: await presentPublications(q, actor.agencyId),
  may: dossierPolicy.may(actor, { agencyId: actor.agencyId }),
});

export const publicationRoutes = {
  publications: api.publications.handler(({ context: { database, actor } }) => present(database, actor)),
  publishFigures: api.publishFigures.handler(({ input, context }) =>
    context.work(async (work) => {
      await publishFigures(work, input);
      return present(work.tx, context.actor);
    }),
  ),
};
