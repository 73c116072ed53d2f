import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { listeningContract } from "./contract.ts";
import { addSource, changeSource } from "./sources/add-source.ts";
import { listItems, listSources } from "./sources/source-queries.ts";
import { startSource, stopSource } from "./sources/switch-source.ts";
import { shownTrial, trySource } from "./sources/try-source.ts";

const api = implement(listeningContract).$context<ApiContext>().use(authorised);

/** Feeds are read before the transaction begins: a slow server holds none open. Every act answers with the list. */
export const listeningRoutes = {
  sources: api.sources.handler(({ context: { database, actor } }) => listSources(database, actor)),
  trySource: api.trySource.handler(async ({ input, context: { database, actor } }) =>
    shownTrial(await trySource(database, actor, input)),
  ),
  addSource: api.addSource.handler(async ({ input: { url, ...fields }, context }) => {
    const tried = await trySource(context.database, context.actor, { url });
    return context.work(async (work) => {
      await addSource(work, { ...fields, tried });
      return listSources(work.tx, context.actor);
    });
  }),
  changeSource: api.changeSource.handler(async ({ input: { url, ...fields }, context }) => {
    const tried = await trySource(context.database, context.actor, { url, id: fields.id });
    return context.work(async (work) => {
      await changeSource(work, { ...fields, tried });
      return listSources(work.tx, context.actor);
    });
  }),
  stopSource: api.stopSource.handler(({ input, context }) =>
    context.work(async (work) => {
      await stopSource(work, input);
      return listSources(work.tx, context.actor);
    }),
  ),
  startSource: api.startSource.handler(({ input, context }) =>
    context.work(async (work) => {
      await startSource(work, input);
      return listSources(work.tx, context.actor);
    }),
  ),
  items: api.items.handler(({ input, context: { database, actor } }) => listItems(database, actor, input)),
};
