import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { remindOfDueTasks } from "./reminders/remind-of-due-tasks.ts";

/** In office hours, Vietnam's time; what the tables say is due and untold goes out. */
export const planJobs = [
  defineJob({
    name: "plan.remind-of-due-tasks",
    payload: z.object({}),
    cron: "*/10 7-17 * * *",
    handle: async (database) => {
      await remindOfDueTasks(database);
    },
  }),
];
