import { z } from "zod";
import { sendsMail } from "#platform/config/own-secret.ts";
import { defineJob } from "#platform/jobs/jobs.ts";
import { queueDueBriefs } from "./queue-due-briefs.ts";
import { tellOfFailures } from "./tell-of-failures.ts";

export const scheduleJobs = [
  defineJob({
    name: "reports.send-briefs",
    payload: z.object({}),
    cron: "* * * * *",
    handle: async (database) => {
      // Where no mail can be sent nothing is due: once it can, the newest time goes out.
      if (sendsMail()) await queueDueBriefs(database);
      await tellOfFailures(database);
    },
  }),
];
