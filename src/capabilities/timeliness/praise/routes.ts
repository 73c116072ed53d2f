import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { praiseContract } from "./contract.ts";
import { presentPraise } from "./praise-queries.ts";
import { praiseUnits } from "./praise-units.ts";

const api = implement(praiseContract).$context<ApiContext>().use(authorised);

export const praiseRoutes = {
  praise: api.praise.handler(({ input, context: { database, actor } }) =>
    presentPraise(database, actor, input),
  ),
  praiseUnits: api.praiseUnits.handler(({ input, context }) =>
    context.work(async (work) => {
      await praiseUnits(work, input);
      return presentPraise(work.tx, context.actor, input);
    }),
  ),
};
