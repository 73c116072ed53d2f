import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { forgetQuestions } from "./dialogue/forget-questions.ts";

export const eventJobs = [
  defineJob({
    name: "events.forget-questions",
    payload: z.object({}),
    cron: "40 2 * * *",
    handle: async (database) => {
      await forgetQuestions(database);
    },
  }),
];
