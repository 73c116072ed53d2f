import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { feedContract } from "./contract.ts";
import { allowSubscription, endSubscription } from "./end-subscription.ts";
import { listSubscriptions } from "./subscription-queries.ts";

const api = implement(feedContract).$context<ApiContext>().use(authorised);

export const feedRoutes = {
  feedSubscriptions: api.feedSubscriptions.handler(({ input, context: { database, actor } }) =>
    listSubscriptions(database, actor, input),
  ),
  endFeedSubscription: api.endFeedSubscription.handler(({ input, context }) =>
    context.work(async (work) => {
      await endSubscription(work, input);
      return listSubscriptions(work.tx, context.actor);
    }),
  ),
  allowFeedSubscription: api.allowFeedSubscription.handler(({ input, context }) =>
    context.work(async (work) => {
      await allowSubscription(work, input);
      return listSubscriptions(work.tx, context.actor);
    }),
  ),
};
