import { z } from "zod";
import { contentPublished } from "#newsroom/signals";
import { publicSite } from "#platform/http/public-site.ts";
import { defineJob } from "#platform/jobs/jobs.ts";
import type { Subscription } from "#platform/signals/signals.ts";
import { hearOfNews } from "./following/hear-of-news.ts";
import { hearOfProcedures } from "./following/hear-of-procedures.ts";
import { settleMails } from "./following/settle-mails.ts";
import { tellReaders } from "./following/tell-readers.ts";
import { checkDueAddresses, forgetAddresses as forgetLinkedAddresses } from "./links/check-due-addresses.ts";
import { listPages } from "./links/list-pages.ts";
import { readAgain } from "./links/read-again.ts";
import { readDuePages } from "./links/read-due-pages.ts";
import { tellOfBrokenLinks } from "./links/tell-of-broken-links.ts";
import { remindOfReviews } from "./pages/remind-of-reviews.ts";
import { forgetAddresses } from "./reports/forget-addresses.ts";
import { watchReports } from "./reports/watch-reports.ts";
import { remindOfSections } from "./sections/remind-of-sections.ts";
import { forgetVisits } from "./visits/keep-visits.ts";

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
  {
    signal: contentPublished,
    job: defineJob({
      name: "site.read-links-again",
      payload: contentPublished.payload,
      handle: async (database, news) => {
        await readAgain(database, news);
      },
    }),
  },
];

export const siteJobs = [
  defineJob({
    name: "site.hear-of-procedures",
    payload: z.object({}),
    cron: "*/5 * * * *",
    handle: async (database) => {
      await hearOfProcedures(database);
    },
  }),
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
    name: "site.check-links",
    payload: z.object({}),
    cron: "* * * * *",
    handle: async (database) => {
      const site = publicSite();
      if (site === null) return;
      const now = new Date();
      if ((await listPages(database, site, now)) > 0) {
        await forgetLinkedAddresses(database);
        await forgetVisits(database, now);
      }
      await readDuePages(database, site, now);
      await checkDueAddresses(database, site);
    },
  }),
  defineJob({
    name: "site.tell-of-broken-links",
    payload: z.object({}),
    cron: "50 7-17 * * *",
    handle: async (database) => {
      await tellOfBrokenLinks(database);
    },
  }),
  defineJob({
    name: "site.remind-of-reviews",
    payload: z.object({}),
    cron: "30 7 * * *",
    handle: async (database) => {
      await remindOfReviews(database);
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
