import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { takeDueChanges } from "./take-due-changes.ts";

export const restructuringJobs = [
  defineJob({
    name: "restructuring.take-due-changes",
    payload: z.object({}),
    cron: "*/5 * * * *",
    handle: async (database) => {
      await takeDueChanges(database);
    },
  }),
];
