import { openSecret } from "#platform/config/own-secret.ts";
import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { feedbackContract } from "./contract.ts";
import { feedbackJobs } from "./jobs.ts";
import { noticeMatters } from "./notice-matters.ts";
import { feedbackRoutes } from "./routes.ts";
import { loadSample } from "./seed.ts";
import { servePictures } from "./serve-pictures.ts";
import { composeMail } from "./tell-sender.ts";

export const plug: Plug = {
  capability: "feedback",
  auditWords,
  contract: feedbackContract,
  routes: feedbackRoutes,
  jobs: feedbackJobs,
  noticeMatters,
  composeMail,
  prepare: async (_, config) => openSecret(config),
  http: (app, { database }) => servePictures(app, database),
  sample: { order: 75, load: loadSample },
};
