import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { indicesContract } from "./contract.ts";
import { entitiesOf, listIndices, presentIndex } from "./index-queries.ts";
import { linkComponent } from "./link-component.ts";
import { saveEntity } from "./save-entity.ts";
import { saveIndex } from "./save-index.ts";
import { removeResult, saveResult } from "./save-result.ts";
import { presentServing } from "./serving.ts";
import { removeTarget, setTarget } from "./set-target.ts";

const api = implement(indicesContract).$context<ApiContext>().use(authorised);

/** Every act on an index answers with it as it is then. */
export const indicesRoutes = {
  indices: api.indices.handler(({ context: { database, actor } }) => listIndices(database, actor)),
  index: api.index.handler(({ input, context: { database, actor } }) =>
    presentIndex(database, actor, input.id),
  ),
  saveIndex: api.saveIndex.handler(({ input, context }) =>
    context.work(async (work) => {
      await saveIndex(work, input);
      return presentIndex(work.tx, context.actor, input.id);
    }),
  ),
  serving: api.serving.handler(({ input, context: { database, actor } }) =>
    presentServing(database, actor, input),
  ),
  linkComponent: api.linkComponent.handler(({ input, context }) =>
    context.work(async (work) => presentIndex(work.tx, context.actor, await linkComponent(work, input))),
  ),
  saveEntity: api.saveEntity.handler(({ input, context }) =>
    context.work(async (work) => {
      await saveEntity(work, input);
      return { entities: await entitiesOf(work.tx, context.actor.agencyId) };
    }),
  ),
  saveResult: api.saveResult.handler(({ input, context }) =>
    context.work(async (work) => {
      await saveResult(work, input);
      return presentIndex(work.tx, context.actor, input.indexId);
    }),
  ),
  removeResult: api.removeResult.handler(({ input, context }) =>
    context.work(async (work) => presentIndex(work.tx, context.actor, await removeResult(work, input))),
  ),
  setTarget: api.setTarget.handler(({ input, context }) =>
    context.work(async (work) => {
      await setTarget(work, input);
      return presentIndex(work.tx, context.actor, input.indexId);
    }),
  ),
  removeTarget: api.removeTarget.handler(({ input, context }) =>
    context.work(async (work) => presentIndex(work.tx, context.actor, await removeTarget(work, input))),
  ),
};
