import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { forgetReplies } from "./mail/mail-queries.ts";
import { readMailboxes } from "./mail/read-mailboxes.ts";
import { suggestOftenAsked } from "./suggesting/suggest-often-asked.ts";
import { forgetSenders } from "./tell-sender.ts";
import { watchFeedback } from "./watch-feedback.ts";

export const feedbackJobs = [
  defineJob({
    name: "feedback.watch",
    payload: z.object({}),
    cron: "25 8-16 * * *",
    handle: async (database) => {
      await watchFeedback(database);
    },
  }),
  defineJob({
    name: "feedback.read-mail",
    payload: z.object({}),
    cron: "*/5 * * * *",
    handle: async (database) => {
      await readMailboxes(database);
    },
  }),
  defineJob({
    name: "feedback.suggest-often-asked",
    payload: z.object({}),
    cron: "15 6 * * *",
    handle: async (database) => {
      await suggestOftenAsked(database);
    },
  }),
  defineJob({
    name: "feedback.forget-senders",
    payload: z.object({}),
    cron: "35 2 * * *",
    handle: async (database) => {
      await forgetSenders(database);
      await forgetReplies(database);
    },
  }),
];
