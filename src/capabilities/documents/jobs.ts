import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { CHECK_QUEUE, checkSignaturesAgain } from "./files/check-again.ts";

export const documentJobs = [
  // Started by the acts that change whom the agency trusts, and by the sweep.
  defineJob({
    name: CHECK_QUEUE,
    payload: z.object({}),
    cron: "*/10 * * * *",
    handle: async (database) => {
      await checkSignaturesAgain(database);
    },
  }),
];
