import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { forgetCodes } from "./attendance/forget-codes.ts";
import { forgetQuestions } from "./dialogue/forget-questions.ts";

export const eventJobs = [
  defineJob({
    name: "events.forget",
    payload: z.object({}),
    cron: "40 2 * * *",
    handle: async (database) => {
      await forgetQuestions(database);
      await forgetCodes(database);
    },
  }),
];
