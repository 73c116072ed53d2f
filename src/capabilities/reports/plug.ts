import { implement } from "@orpc/server";
import type { ApiContext } from "#platform/http/api-context.ts";
import { portalStandsAt } from "#platform/http/portal-address.ts";
import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { reportsContract } from "./contract.ts";
import { leadershipRoutes } from "./leadership/routes.ts";
import { composeBriefMail } from "./leadership/schedules/compose-brief-mail.ts";
import { scheduleJobs } from "./leadership/schedules/jobs.ts";
import { scheduleRoutes } from "./leadership/schedules/routes.ts";
import { noticeMatters } from "./notice-matters.ts";
import { reportDraftCommand } from "./report-draft.command.ts";
import { reportsRoutes } from "./routes.ts";
import { loadSampleReports } from "./seed.ts";
import { themeChannelsRoutes } from "./theme-channels/routes.ts";
import { unitReportRoutes } from "./unit-reports/routes.ts";

export const plug: Plug = {
  capability: "reports",
  auditWords,
  contract: reportsContract,
  routes: implement(reportsContract)
    .$context<ApiContext>()
    .router({
      ...reportsRoutes,
      ...unitReportRoutes,
      ...themeChannelsRoutes,
      ...leadershipRoutes,
      ...scheduleRoutes,
    }),
  commands: [reportDraftCommand],
  prepare: async (_, config) => portalStandsAt(config),
  noticeMatters,
  jobs: scheduleJobs,
  composeMail: composeBriefMail,
  sample: { order: 7, load: loadSampleReports },
};
