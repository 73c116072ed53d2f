import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { askForContent } from "./ask-for-content.ts";
import { presenceContract } from "./contract.ts";
import { holdContent, releaseContent } from "./hold-content.ts";
import { presenceOf } from "./presence-queries.ts";

const api = implement(presenceContract).$context<ApiContext>().use(authorised);

export const presenceRoutes = {
  presence: api.presence.handler(({ input, context: { database, actor } }) =>
    presenceOf(database, actor, input.id),
  ),
  hold: api.hold.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      await holdContent(current, input);
      return presenceOf(current.tx, actor, input.id, current.at);
    }),
  ),
  release: api.release.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      await releaseContent(current, input);
      return presenceOf(current.tx, actor, input.id, current.at);
    }),
  ),
  ask: api.ask.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      await askForContent(current, input);
      return presenceOf(current.tx, actor, input.id, current.at);
    }),
  ),
};
