import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { captureAgain } from "./capture-again.ts";
import { capturesOf } from "./capture-queries.ts";
import { captureContract } from "./contract.ts";

const api = implement(captureContract).$context<ApiContext>().use(authorised);

export const captureRoutes = {
  captures: api.captures.handler(({ input, context: { database, actor } }) =>
    capturesOf(database, actor, input.id),
  ),
  captureAgain: api.captureAgain.handler(({ input, context }) =>
    context.work(async (work) => {
      await captureAgain(work, input);
      return capturesOf(work.tx, context.actor, input.id);
    }),
  ),
};
