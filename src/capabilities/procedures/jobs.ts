import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { dropUnusedForms } from "./forms/drop-unused-forms.ts";
import { letRepealsTakeEffect } from "./let-repeals-take-effect.ts";
import { watchPostings } from "./postings/watch-postings.ts";

export const procedureJobs = [
  defineJob({
    name: "procedures.repeals",
    payload: z.object({}),
    cron: "1 0 * * *",
    handle: async (database) => {
      await letRepealsTakeEffect(database);
    },
  }),
  defineJob({
    name: "procedures.postings",
    payload: z.object({}),
    cron: "30 7 * * *",
    handle: async (database) => {
      await watchPostings(database);
    },
  }),
  defineJob({
    name: "procedures.unused-forms",
    payload: z.object({}),
    cron: "50 2 * * *",
    handle: async (database) => {
      await dropUnusedForms(database);
    },
  }),
];
