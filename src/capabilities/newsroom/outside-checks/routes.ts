import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { itemOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { askOutside } from "./ask-outside.ts";
import { outsideCheckContract } from "./contract.ts";
import { presentChecks } from "./outside-check-queries.ts";
import { revokeCheck } from "./revoke-check.ts";

const api = implement(outsideCheckContract).$context<ApiContext>().use(authorised);

export const outsideCheckRoutes = {
  outsideChecks: api.outsideChecks.handler(async ({ input: { id }, context: { database, actor } }) => {
    contentPolicy.permit(actor, "read", await itemOf(database, actor, id));
    return { checks: await presentChecks(database, id, new Date()) };
  }),
  askOutside: api.askOutside.handler(({ input, context: { work } }) =>
    work(async (current) => {
      const { token } = await askOutside(current, input);
      return { token, checks: await presentChecks(current.tx, input.id, current.at) };
    }),
  ),
  revokeOutside: api.revokeOutside.handler(({ input, context: { work } }) =>
    work(async (current) => {
      await revokeCheck(current, input);
      return { checks: await presentChecks(current.tx, input.id, current.at) };
    }),
  ),
};
