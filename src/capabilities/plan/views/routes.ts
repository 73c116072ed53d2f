import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { viewContract } from "./contract.ts";
import { removeView } from "./remove-view.ts";
import { saveView } from "./save-view.ts";
import { viewsFor } from "./view-queries.ts";

const api = implement(viewContract).$context<ApiContext>().use(authorised);

export const viewRoutes = {
  savedViews: api.savedViews.handler(({ context: { database, actor } }) => viewsFor(database, actor)),
  saveView: api.saveView.handler(({ input, context }) =>
    context.work(async (work) => {
      await saveView(work, input);
      return viewsFor(work.tx, work.actor);
    }),
  ),
  removeView: api.removeView.handler(({ input, context }) =>
    context.work(async (work) => {
      await removeView(work, input);
      return viewsFor(work.tx, work.actor);
    }),
  ),
};
