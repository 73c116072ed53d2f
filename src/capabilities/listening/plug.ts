import { implement } from "@orpc/server";
import type { ApiContext } from "#platform/http/api-context.ts";
import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { listeningContract } from "./contract.ts";
import { incidentRoutes } from "./incidents/routes.ts";
import { listeningJobs } from "./jobs.ts";
import { noticeMatters } from "./notice-matters.ts";
import { feedsReadCommand } from "./reading/feeds-read.command.ts";
import { listeningRoutes } from "./routes.ts";
import { loadSampleListening } from "./seed.ts";
import { allowFeedHosts } from "./sources/read-source.ts";

export const plug: Plug = {
  capability: "listening",
  auditWords,
  contract: listeningContract,
  routes: implement(listeningContract)
    .$context<ApiContext>()
    .router({ ...listeningRoutes, ...incidentRoutes }),
  jobs: listeningJobs,
  noticeMatters,
  commands: [feedsReadCommand],
  sample: { order: 6, load: loadSampleListening },
  prepare: async (_, config) => allowFeedHosts(config.channels.allowHosts),
};
