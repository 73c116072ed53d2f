import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { planOf } from "../plan-queries.ts";
import { acceptSuggestions } from "./accept-suggestions.ts";
import { suggestionContract } from "./contract.ts";
import { putSuggestionsAside } from "./put-suggestions-aside.ts";
import { suggestionsOf } from "./suggestion-queries.ts";

const api = implement(suggestionContract).$context<ApiContext>().use(authorised);

export const suggestionRoutes = {
  suggestions: api.suggestions.handler(async ({ input, context: { database, actor } }) =>
    suggestionsOf(database, await planOf(database, actor.agencyId, input.id)),
  ),
  acceptSuggestions: api.acceptSuggestions.handler(({ input, context }) =>
    context.work(async (work) => {
      await acceptSuggestions(work, input);
      return suggestionsOf(work.tx, await planOf(work.tx, context.actor.agencyId, input.id));
    }),
  ),
  putSuggestionsAside: api.putSuggestionsAside.handler(({ input, context }) =>
    context.work(async (work) => {
      await putSuggestionsAside(work, input);
      return suggestionsOf(work.tx, await planOf(work.tx, context.actor.agencyId, input.id));
    }),
  ),
};
