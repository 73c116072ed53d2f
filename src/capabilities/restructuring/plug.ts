import type { Plug } from "#platform/work/plug.ts";
import { restructuringContract } from "./contract.ts";
import { restructuringJobs } from "./jobs.ts";
import { noticeMatters } from "./notice-matters.ts";
import { restructuringRoutes } from "./routes.ts";

export const plug: Plug = {
  capability: "restructuring",
  contract: restructuringContract,
  routes: restructuringRoutes,
  jobs: restructuringJobs,
  noticeMatters,
};
