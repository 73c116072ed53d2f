import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { removeDueApologies } from "./apologies/remove-apology.ts";

export const timelinessJobs = [
  defineJob({
    name: "timeliness.remove-due-apologies",
    payload: z.object({}),
    cron: "10 1 * * *",
    handle: async (database) => {
      await removeDueApologies(database);
    },
  }),
];
