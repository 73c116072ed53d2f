import { implement } from "@orpc/server";
import type { ApiContext } from "#platform/http/api-context.ts";
import type { Plug } from "#platform/work/plug.ts";
import { apologyRoutes } from "./apologies/routes.ts";
import { auditWords } from "./audit-words.ts";
import { timelinessContract } from "./contract.ts";
import { figureRoutes } from "./figures/routes.ts";
import {
  dossiersFiguresCommand,
  dossiersImportCommand,
  dossiersTakeBackCommand,
} from "./imports/dossiers.command.ts";
import { importRoutes } from "./imports/routes.ts";
import { timelinessJobs } from "./jobs.ts";
import { noticeMatters } from "./notice-matters.ts";
import { praiseRoutes } from "./praise/routes.ts";
import { publicationRoutes } from "./publishing/routes.ts";
import { dossiersReadCommand } from "./reading/dossiers-read.command.ts";
import { loadSampleDossiers } from "./seed.ts";
import { serviceIndexRoutes } from "./service-index/routes.ts";

export const plug: Plug = {
  capability: "timeliness",
  auditWords,
  contract: timelinessContract,
  routes: implement(timelinessContract)
    .$context<ApiContext>()
    .router({
      ...importRoutes,
      ...figureRoutes,
      ...apologyRoutes,
      ...publicationRoutes,
      ...praiseRoutes,
      ...serviceIndexRoutes,
    }),
  jobs: timelinessJobs,
  noticeMatters,
  commands: [dossiersReadCommand, dossiersImportCommand, dossiersTakeBackCommand, dossiersFiguresCommand],
  sample: { order: 6, load: loadSampleDossiers },
};
