import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { workProgrammeContract } from "./contract.ts";
import { correctWorkItem } from "./correct-work-item.ts";
import { enterWorkItem } from "./enter-work-item.ts";
import { finishWorkItem } from "./finish-work-item.ts";
import { giveUpWorkItem } from "./give-up-work-item.ts";
import { workItemPolicy } from "./policy.ts";
import { removeWorkItem } from "./remove-work-item.ts";
import { unitsToKeepProgrammeOf, workItemsOf } from "./work-item-queries.ts";

const api = implement(workProgrammeContract).$context<ApiContext>().use(authorised);

export const workProgrammeRoutes = {
  workProgramme: api.workProgramme.handler(async ({ input: { year }, context: { database, actor } }) => ({
    items: await workItemsOf(database, actor, year),
    units: await unitsToKeepProgrammeOf(database, actor),
    may: workItemPolicy.may(actor, { agencyId: actor.agencyId }),
  })),
  enterWorkItem: api.enterWorkItem.handler(({ input, context }) =>
    context.work((work) => enterWorkItem(work, input)),
  ),
  correctWorkItem: api.correctWorkItem.handler(({ input, context }) =>
    context.work((work) => correctWorkItem(work, input)),
  ),
  finishWorkItem: api.finishWorkItem.handler(async ({ input: { files, url = null, ...said }, context }) => {
    const read = await Promise.all(
      files.map(async (file) => ({
        bytes: new Uint8Array(await file.arrayBuffer()),
        fileName: file.name,
      })),
    );
    return context.work((work) => finishWorkItem(work, { ...said, url, files: read }));
  }),
  giveUpWorkItem: api.giveUpWorkItem.handler(({ input, context }) =>
    context.work((work) => giveUpWorkItem(work, input)),
  ),
  removeWorkItem: api.removeWorkItem.handler(({ input, context }) =>
    context.work((work) => removeWorkItem(work, input)),
  ),
};
