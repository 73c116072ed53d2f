import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import type { Work } from "#platform/work/work.ts";
import { distributionOf } from "../distribute-plan.ts";
import { decidedElsewhere } from "../handovers/handover-queries.ts";
import { planPolicy } from "../policy.ts";
import { type Preview, previewOf } from "../preview/preview-queries.ts";
import { amendPlan } from "./amend-plan.ts";
import { compareImport } from "./compare-import.ts";
import { versionContract } from "./contract.ts";
import { exportDifferences } from "./export-differences.ts";
import { pairClausesByHand } from "./pair-clauses-by-hand.ts";
import { versionOf, versionsOf } from "./version-queries.ts";

const api = implement(versionContract).$context<ApiContext>().use(authorised);

async function presentComparison(work: Work, preview: Preview, planId: string) {
  const { tx, actor } = work;
  const { plan, clauses, tasks, seen } = await compareImport(work, preview, planId);
  const sent = await distributionOf(tx, actor, planId);
  return {
    importId: preview.id,
    fileName: preview.fileName,
    version: preview.version,
    seen,
    plan,
    clauses,
    tasks,
    decided: await decidedElsewhere(tx, actor.agencyId, preview.id),
    unitsAskedAgain: sent.filter(({ version }) => version === plan.version).length,
    may: planPolicy.may(actor, { agencyId: actor.agencyId }),
  };
}

export const versionRoutes = {
  compareImport: api.compareImport.handler(({ input, context }) =>
    context.work(async (work) => presentComparison(work, await previewOf(work, input.id), input.planId)),
  ),
  pairClauses: api.pairClauses.handler(({ input, context }) =>
    context.work(async (work) => presentComparison(work, await pairClausesByHand(work, input), input.planId)),
  ),
  amend: api.amend.handler(({ input, context }) => context.work((work) => amendPlan(work, input))),
  versions: api.versions.handler(async ({ input, context: { database, actor } }) => ({
    versions: await versionsOf(database, actor.agencyId, input.id),
  })),
  getVersion: api.getVersion.handler(async ({ input, context: { database, actor } }) => {
    const { said, ...opened } = await versionOf(database, actor.agencyId, input);
    return { ...opened, clauses: said.clauses, tasks: said.tasks };
  }),
  exportDifferences: api.exportDifferences.handler(({ input, context: { database, actor } }) =>
    download(
      exportDifferences(database, actor.agencyId, input),
      `thay-doi-ban-${input.version}.${input.format}`,
      mediaTypes[input.format],
    ),
  ),
};
