import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { acceptSuggestion } from "./accept-suggestion.ts";
import { suggestionContract } from "./contract.ts";
import { putSuggestionAside, takeUpSuggestion } from "./put-suggestion-aside.ts";
import { listSuggestions } from "./suggestion-queries.ts";

const api = implement(suggestionContract).$context<ApiContext>().use(authorised);

export const suggestionRoutes = {
  suggestions: api.suggestions.handler(({ input, context: { database, actor } }) =>
    listSuggestions(database, actor, input),
  ),
  acceptSuggestion: api.acceptSuggestion.handler(({ input, context }) =>
    context.work(async (work) => ({ storyId: await acceptSuggestion(work, input) })),
  ),
  putSuggestionAside: api.putSuggestionAside.handler(({ input, context }) =>
    context.work(async (work) => {
      await putSuggestionAside(work, input);
      return listSuggestions(work.tx, work.actor, input);
    }),
  ),
  takeUpSuggestion: api.takeUpSuggestion.handler(({ input, context }) =>
    context.work(async (work) => {
      await takeUpSuggestion(work, input);
      return listSuggestions(work.tx, work.actor, input);
    }),
  ),
};
