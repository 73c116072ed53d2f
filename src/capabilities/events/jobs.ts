import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { forgetCodes } from "./attendance/forget-codes.ts";
import { forgetQuestions } from "./dialogue/forget-questions.ts";

export const eventJobs = [
  defineJob({
    name: "events.forget-codes",
    payload: z.object({}),
    cron: "45 2 * * *",
    handle: async (database) => {
      await forgetCodes(database);
    },
  }),
  defineJob({
    name: "events.forget-questions",
    payload: z.object({}),
    cron: "40 2 * * *",
    handle: async (database) => {
      await forgetQuestions(database);
    },
  }),
];
