import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { askClosing, decideClosing, reopenYear } from "./close-year.ts";
import { presentClosing } from "./closing-queries.ts";
import { closingContract } from "./contract.ts";

const api = implement(closingContract).$context<ApiContext>().use(authorised);

/** Every act on a closing answers with how its year stands. */
export const closingRoutes = {
  budgetClosing: api.budgetClosing.handler(({ input, context: { database, actor } }) =>
    presentClosing(database, actor, input),
  ),
  askClosing: api.askClosing.handler(({ input, context }) =>
    context.work(async (work) => {
      await askClosing(work, input);
      return presentClosing(work.tx, context.actor, input);
    }),
  ),
  decideClosing: api.decideClosing.handler(({ input, context }) =>
    context.work(async (work) =>
      presentClosing(work.tx, context.actor, { year: await decideClosing(work, input) }),
    ),
  ),
  reopenYear: api.reopenYear.handler(({ input, context }) =>
    context.work(async (work) =>
      presentClosing(work.tx, context.actor, { year: await reopenYear(work, input) }),
    ),
  ),
};
