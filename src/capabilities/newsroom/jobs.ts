import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { publishDueContent } from "./publish-due-content.ts";
import { PUBLISH_QUEUE } from "./schedule-content.ts";

/** Started at the second by the scheduling act, and each minute by the sweep: the table is the truth. */
export const newsroomJobs = [
  defineJob({
    name: PUBLISH_QUEUE,
    payload: z.object({}),
    cron: "* * * * *",
    pollSeconds: 0.5,
    handle: async (database) => {
      await publishDueContent(database);
    },
  }),
];
