import { implement } from "@orpc/server";
import { today } from "#platform/clock/vietnam-time.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { proceduresContract } from "./contract.ts";
import { decisionRoutes } from "./decisions/routes.ts";
import { formRoutes } from "./forms/routes.ts";
import { serveForms } from "./forms/serve-forms.ts";
import { procedureJobs } from "./jobs.ts";
import { kioskRoutes } from "./kiosk/routes.ts";
import { lifeEventRoutes } from "./life-events/routes.ts";
import { proceduresImportCommand } from "./list-imports/procedures-import.command.ts";
import { listImportRoutes } from "./list-imports/routes.ts";
import { noticeMatters } from "./notice-matters.ts";
import { printUnder, sheetRoutes } from "./notice-sheets/routes.ts";
import { postingRoutes } from "./postings/routes.ts";
import { servePostingFiles } from "./postings/serve-posting-files.ts";
import { publicProcedures } from "./published.ts";
import { proceduresDiffCommand } from "./reading/procedures-diff.command.ts";
import { proceduresReadCommand } from "./reading/procedures-read.command.ts";
import { procedureRoutes } from "./routes.ts";
import { sampleFileKeys } from "./sample-file-keys.ts";
import { loadSampleProcedures } from "./seed.ts";
import { snapshotRoutes } from "./snapshots/routes.ts";

export const plug: Plug = {
  capability: "procedures",
  publicParts: [
    {
      section: "thu-tuc-hanh-chinh",
      label: "Thủ tục hành chính",
      href: "/thu-tuc",
      look: async (q, agencyId) => {
        const all = await publicProcedures(q, agencyId, today().toString());
        const newest = Math.max(...all.map(({ updatedAt }) => updatedAt.getTime()));
        return { count: all.length, lastChange: all.length > 0 ? new Date(newest) : null };
      },
    },
  ],
  auditWords,
  contract: proceduresContract,
  routes: implement(proceduresContract)
    .$context<ApiContext>()
    .router({
      ...procedureRoutes,
      ...formRoutes,
      ...kioskRoutes,
      ...listImportRoutes,
      ...decisionRoutes,
      ...postingRoutes,
      ...sheetRoutes,
      ...snapshotRoutes,
      ...lifeEventRoutes,
    }),
  commands: [proceduresReadCommand, proceduresDiffCommand, proceduresImportCommand],
  jobs: procedureJobs,
  noticeMatters,
  prepare: async (_, config) => printUnder(config),
  http: (app, { database }) => {
    servePostingFiles(app, database);
    serveForms(app, database);
  },
  sample: { order: 4, load: loadSampleProcedures, files: sampleFileKeys },
};
