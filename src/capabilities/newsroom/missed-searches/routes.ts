import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { missedSearchContract } from "./contract.ts";
import { settleMissedSearch, suggestMissedSearch } from "./decide-missed.ts";
import { missedSearches } from "./missed-queries.ts";
import { missedSearchPolicy } from "./policy.ts";

const api = implement(missedSearchContract).$context<ApiContext>().use(authorised);

const listed = async (q: Queryable, actor: Actor) => ({
  searches: await missedSearches(q, actor.agencyId),
  may: missedSearchPolicy.may(actor, { agencyId: actor.agencyId }),
});

export const missedSearchRoutes = {
  missedSearches: api.missedSearches.handler(({ context: { database, actor } }) => listed(database, actor)),
  settleMissedSearch: api.settleMissedSearch.handler(({ input, context }) =>
    context.work(async (work) => {
      await settleMissedSearch(work, input);
      return listed(work.tx, work.actor);
    }),
  ),
  suggestMissedSearch: api.suggestMissedSearch.handler(({ input, context }) =>
    context.work(async (work) => {
      await suggestMissedSearch(work, input);
      return listed(work.tx, work.actor);
    }),
  ),
};
