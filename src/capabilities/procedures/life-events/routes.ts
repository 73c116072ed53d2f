import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { lifeEventContract } from "./contract.ts";
import { listLifeEvents } from "./life-event-queries.ts";
import { removeLifeEvent } from "./remove-life-event.ts";
import { saveLifeEvent } from "./save-life-event.ts";

const api = implement(lifeEventContract).$context<ApiContext>().use(authorised);

export const lifeEventRoutes = {
  lifeEvents: api.lifeEvents.handler(({ context: { database, actor } }) => listLifeEvents(database, actor)),
  saveLifeEvent: api.saveLifeEvent.handler(async ({ input, context }) => {
    await context.work((work) => saveLifeEvent(work, input));
    return { id: input.id };
  }),
  removeLifeEvent: api.removeLifeEvent.handler(async ({ input, context }) => {
    await context.work((work) => removeLifeEvent(work, input));
    return { id: input.id };
  }),
};
