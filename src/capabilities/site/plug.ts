import { openSecret } from "#platform/config/own-secret.ts";
import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { composeMail } from "./compose-mail.ts";
import { siteContract } from "./contract.ts";
import { siteJobs, siteSubscriptions } from "./jobs.ts";
import { noticeMatters } from "./notice-matters.ts";
import { siteRoutes } from "./routes.ts";
import { keepVisits } from "./visits/keep-visits.ts";

export const plug: Plug = {
  capability: "site",
  auditWords,
  contract: siteContract,
  routes: siteRoutes,
  jobs: siteJobs,
  noticeMatters,
  subscriptions: siteSubscriptions,
  composeMail,
  watch: async (database) => keepVisits(database),
  prepare: async (_, config) => openSecret(config),
};
