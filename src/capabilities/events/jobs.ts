import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { forgetCodes } from "./attendance/forget-codes.ts";
import { forgetQuestions } from "./dialogue/forget-questions.ts";
import { remindOrganisers } from "./reminding/remind-organisers.ts";

export const eventJobs = [
  defineJob({
    name: "events.remind",
    payload: z.object({}),
    cron: "50 7 * * *",
    handle: async (database) => {
      await remindOrganisers(database);
    },
  }),
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
