import { implement } from "@orpc/server";
import { openSecret } from "#platform/config/own-secret.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { caseRoutes } from "./cases/routes.ts";
import { feedbackContract } from "./contract.ts";
import { feedbackJobs } from "./jobs.ts";
import { composeRedirect } from "./mail/mail-queries.ts";
import { mailRoutes } from "./mail/routes.ts";
import { noticeMatters } from "./notice-matters.ts";
import { feedbackRoutes } from "./routes.ts";
import { loadSample } from "./seed.ts";
import { servePictures } from "./serve-pictures.ts";
import { questionRoutes } from "./suggesting/routes.ts";
import { composeMail } from "./tell-sender.ts";

export const plug: Plug = {
  capability: "feedback",
  auditWords,
  contract: feedbackContract,
  routes: implement(feedbackContract)
    .$context<ApiContext>()
    .router({ ...feedbackRoutes, ...mailRoutes, ...questionRoutes, ...caseRoutes }),
  jobs: feedbackJobs,
  noticeMatters,
  composeMail: async (q, mailId, site) =>
    (await composeMail(q, mailId, site)) ?? composeRedirect(q, mailId, site),
  prepare: async (_, config) => openSecret(config),
  http: (app, { database }) => servePictures(app, database),
  sample: { order: 75, load: loadSample },
};
