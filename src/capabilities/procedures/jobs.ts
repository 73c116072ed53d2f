import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { letRepealsTakeEffect } from "./let-repeals-take-effect.ts";

export const procedureJobs = [
  defineJob({
    name: "procedures.repeals",
    payload: z.object({}),
    cron: "1 0 * * *",
    handle: async (database) => {
      await letRepealsTakeEffect(database);
    },
  }),
];
