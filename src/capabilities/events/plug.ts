import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { eventsContract } from "./contract.ts";
import { eventJobs } from "./jobs.ts";
import { noticeMatters } from "./notice-matters.ts";
import { eventsRoutes } from "./routes.ts";
import { loadSample } from "./seed.ts";
import { serveEventFiles } from "./serve-files.ts";

export const plug: Plug = {
  capability: "events",
  auditWords,
  contract: eventsContract,
  routes: eventsRoutes,
  jobs: eventJobs,
  noticeMatters,
  http: (app, { database }) => serveEventFiles(app, database),
  sample: { order: 80, load: loadSample },
};
