import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { clonePlan } from "../cloning/clone-plan.ts";
import { confirmImport } from "../confirm-import.ts";
import { importPlan } from "../import-plan.ts";
import { planPolicy } from "../policy.ts";
import { samePlan } from "../same-plan.ts";
import { previewContract } from "./contract.ts";
import { correctImport } from "./correct-import.ts";
import { discardImport } from "./discard-import.ts";
import { openPreviews, type Preview, previewOf } from "./preview-queries.ts";

const api = implement(previewContract).$context<ApiContext>().use(authorised);

const agencyMay = (actor: Actor) => planPolicy.may(actor, { agencyId: actor.agencyId });
const presentImport = async ({ tx, actor }: Work, found: Preview) => ({
  ...found,
  samePlan: found.planId === null ? await samePlan(tx, actor.agencyId, found.reading.header) : null,
  may: agencyMay(actor),
});

export const previewRoutes = {
  importDocument: api.importDocument.handler(async ({ input: { file }, context, signal }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return context.work(async (work) =>
      presentImport(work, await importPlan(work, { bytes, fileName: file.name, signal })),
    );
  }),
  getImport: api.getImport.handler(({ input, context }) =>
    context.work(async (work) => presentImport(work, await previewOf(work, input.id))),
  ),
  listImports: api.listImports.handler(async ({ context: { database, actor } }) => ({
    imports: await openPreviews(database, actor.agencyId),
    may: agencyMay(actor),
  })),
  correctImport: api.correctImport.handler(({ input, context }) =>
    context.work(async (work) => presentImport(work, await correctImport(work, input))),
  ),
  discardImport: api.discardImport.handler(({ input, context }) =>
    context.work(async (work) => {
      await discardImport(work, input);
      return { discarded: input.id };
    }),
  ),
  confirmImport: api.confirmImport.handler(({ input, context }) =>
    context.work((work) => confirmImport(work, input)),
  ),
  clone: api.clone.handler(({ input, context }) =>
    context.work(async (work) => ({ importId: await clonePlan(work, input) })),
  ),
};
