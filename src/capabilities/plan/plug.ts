import { implement } from "@orpc/server";
import { whyOff } from "#platform/clock/working-days.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { calendarOf } from "./calendar/calendar-queries.ts";
import { calendarRoutes } from "./calendar/routes.ts";
import { planContract } from "./contract.ts";
import { difficultyRoutes } from "./difficulties/routes.ts";
import { extensionRoutes } from "./extensions/routes.ts";
import { gapRoutes } from "./gaps/routes.ts";
import { guidanceRoutes } from "./guidance/routes.ts";
import { handoverRoutes } from "./handovers/routes.ts";
import { planJobs } from "./jobs.ts";
import { noticeMatters } from "./notice-matters.ts";
import { parentRoutes } from "./parents/routes.ts";
import { planImportCommand } from "./plan-import.command.ts";
import { previewRoutes } from "./preview/routes.ts";
import { programmeImportRoutes } from "./programme-imports/routes.ts";
import { proposalRoutes } from "./proposals/routes.ts";
import { publishedPlanAddresses } from "./published.ts";
import { putMissingPlanTexts } from "./put-plan-texts.ts";
import { planReadCommand } from "./reading/plan-read.command.ts";
import { reminderRoutes } from "./reminders/routes.ts";
import { planRoutes } from "./routes.ts";
import { sampleEvidenceKeys } from "./sample-evidence-keys.ts";
import { loadSamplePlan } from "./seed.ts";
import { evidenceFileRoutes } from "./serve-evidence-file.ts";
import { shortcomingRoutes } from "./shortcomings/routes.ts";
import { suggestionRoutes } from "./suggestions/routes.ts";
import { targetRoutes } from "./targets/routes.ts";
import { taskImportRoutes } from "./task-imports/routes.ts";
import { templateRoutes } from "./templates/routes.ts";
import { versionRoutes } from "./versions/routes.ts";
import { viewRoutes } from "./views/routes.ts";
import { workProgrammeRoutes } from "./work-programme/routes.ts";

export const plug: Plug = {
  capability: "plan",
  publicParts: [
    {
      section: "chien-luoc-ke-hoach",
      label: "Kế hoạch và kết quả thực hiện",
      href: "/ke-hoach",
      look: async (q, agencyId) => ({
        count: (await publishedPlanAddresses(q, agencyId)).length,
        lastChange: null,
      }),
    },
  ],
  auditWords,
  contract: planContract,
  routes: implement(planContract)
    .$context<ApiContext>()
    .router({
      ...planRoutes,
      ...previewRoutes,
      ...versionRoutes,
      ...parentRoutes,
      ...calendarRoutes,
      ...reminderRoutes,
      ...extensionRoutes,
      ...difficultyRoutes,
      ...suggestionRoutes,
      ...taskImportRoutes,
      ...programmeImportRoutes,
      ...templateRoutes,
      ...proposalRoutes,
      ...shortcomingRoutes,
      ...gapRoutes,
      ...guidanceRoutes,
      ...handoverRoutes,
      ...targetRoutes,
      ...viewRoutes,
      ...workProgrammeRoutes,
    }),
  jobs: planJobs,
  http: (app, { database }) => evidenceFileRoutes(app, database),
  commands: [planReadCommand, planImportCommand],
  noticeMatters,
  daysOff: async (q, agencyId) => {
    const calendar = await calendarOf(q, agencyId);
    return (day) => whyOff(calendar, day) !== null;
  },
  prepare: (database) => putMissingPlanTexts(database),
  sample: { order: 3, load: loadSamplePlan, files: sampleEvidenceKeys },
};
