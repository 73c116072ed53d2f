import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { fetchDueSources } from "./sources/fetch-due-sources.ts";

export const listeningJobs = [
  defineJob({
    name: "listening.fetch",
    payload: z.object({}),
    cron: "* * * * *",
    handle: (database) => fetchDueSources(database),
  }),
];
