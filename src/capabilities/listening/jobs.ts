import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { watchIncidents } from "./incidents/watch-incidents.ts";
import { sortItems } from "./sorting/sort-items.ts";
import { fetchDueSources } from "./sources/fetch-due-sources.ts";

export const listeningJobs = [
  defineJob({
    name: "listening.fetch",
    payload: z.object({}),
    cron: "* * * * *",
    handle: (database) => fetchDueSources(database),
  }),
  defineJob({
    name: "listening.sort",
    payload: z.object({}),
    cron: "*/3 * * * *",
    handle: async (database) => {
      await sortItems(database);
    },
  }),
  defineJob({
    name: "listening.watch-incidents",
    payload: z.object({}),
    cron: "*/15 * * * *",
    handle: (database) => watchIncidents(database),
  }),
];
