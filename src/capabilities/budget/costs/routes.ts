import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download } from "#platform/http/download.ts";
import { costsContract } from "./contract.ts";
import { expenseCosts, presentCosts } from "./cost-queries.ts";
import { tellCosts } from "./tell-costs.ts";
import { writeRoyaltyBundle } from "./write-royalty-bundle.ts";

const api = implement(costsContract).$context<ApiContext>().use(authorised);

export const costsRoutes = {
  costs: api.costs.handler(({ input, context: { database, actor } }) => presentCosts(database, actor, input)),
  expenseCosts: api.expenseCosts.handler(({ input, context: { database, actor } }) =>
    expenseCosts(database, actor, input.id),
  ),
  tellCosts: api.tellCosts.handler(({ input, context }) =>
    context.work(async (work) => {
      await tellCosts(work, input);
      return expenseCosts(work.tx, context.actor, input.id);
    }),
  ),
  royaltyBundle: api.royaltyBundle.handler(({ input, context }) =>
    download(
      context.work((work) => writeRoyaltyBundle(work, input)),
      "ho-so-thanh-toan.zip",
      "application/zip",
    ),
  ),
};
