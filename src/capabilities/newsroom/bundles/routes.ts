import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { itemOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { bundleContent } from "./bundle-content.ts";
import { presentCandidates, presentTogether } from "./bundle-queries.ts";
import { bundleContract } from "./contract.ts";
import { decideTogether } from "./decide-together.ts";

const api = implement(bundleContract).$context<ApiContext>().use(authorised);

export const bundleRoutes = {
  bundleCandidates: api.bundleCandidates.handler(async ({ input, context: { database, actor } }) => {
    const item = contentPolicy.permit(actor, "read", await itemOf(database, actor, input.id));
    return { texts: await presentCandidates(database, actor, item, input) };
  }),
  bundle: api.bundle.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      await bundleContent(current, input);
      const item = await itemOf(current.tx, actor, input.id);
      return { together: await presentTogether(current.tx, actor, item) };
    }),
  ),
  decideTogether: api.decideTogether.handler(({ input, context: { work } }) =>
    work(async (current) => {
      await decideTogether(current, input);
      return {};
    }),
  ),
};
