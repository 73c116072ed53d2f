import { z } from "zod";
import { contentPublished } from "#newsroom/signals";
import { defineJob } from "#platform/jobs/jobs.ts";
import type { Subscription } from "#platform/signals/signals.ts";
import { hearOfNews } from "./following/hear-of-news.ts";
import { settleMails } from "./following/settle-mails.ts";
import { tellReaders } from "./following/tell-readers.ts";
import { forgetAddresses } from "./reports/forget-addresses.ts";
import { watchReports } from "./reports/watch-reports.ts";
import { remindOfSections } from "./sections/remind-of-sections.ts";

/** What was published is told to those who follow it. */
export const siteSubscriptions: Subscription[] = [
  {
    signal: contentPublished,
    job: defineJob({
      name: "site.hear-of-news",
      payload: contentPublished.payload,
      handle: async (database, news) => {
        await hearOfNews(database, news);
      },
    }),
  },
];

export const siteJobs = [
  defineJob({
    name: "site.tell-readers",
    payload: z.object({}),
    cron: "* * * * *",
    handle: async (database) => {
      await tellReaders(database);
    },
  }),
  defineJob({
    name: "site.watch-reports",
    payload: z.object({}),
    cron: "20 8-16 * * *",
    handle: async (database) => {
      await watchReports(database);
    },
  }),
  defineJob({
    name: "site.remind-of-sections",
    payload: z.object({}),
    cron: "40 7 * * *",
    handle: async (database) => {
      await remindOfSections(database);
    },
  }),
  defineJob({
    name: "site.forget-addresses",
    payload: z.object({}),
    cron: "*/5 * * * *",
    handle: async (database) => {
      await forgetAddresses(database);
      await settleMails(database);
    },
  }),
];
