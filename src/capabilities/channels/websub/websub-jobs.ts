import { z } from "zod";
import { contentPublished, contentRemoved, contentWithdrawn } from "#newsroom/signals";
import { defineJob } from "#platform/jobs/jobs.ts";
import type { Subscription } from "#platform/signals/signals.ts";
import { confirmRequests } from "./confirm-requests.ts";
import { distributeFeeds } from "./distribute-feeds.ts";
import { hearOfFeeds } from "./hear-of-feeds.ts";
import { WEBSUB_QUEUE } from "./subscription.ts";

/** What was published or corrected, withdrawn, removed changes the feeds of its agency. */
export const feedSubscriptions: Subscription[] = [contentPublished, contentWithdrawn, contentRemoved].map(
  (signal) => ({
    signal,
    job: defineJob({
      name: `channels.feeds.${signal.name}`,
      payload: z.object({ agencyId: z.uuid() }),
      pollSeconds: 0.5,
      handle: (database, told) => hearOfFeeds(database, told),
    }),
  }),
);

export const feedJobs = [
  defineJob({
    name: WEBSUB_QUEUE,
    payload: z.object({}),
    cron: "* * * * *",
    pollSeconds: 0.5,
    handle: async (database) => {
      await confirmRequests(database);
      await distributeFeeds(database);
    },
  }),
];
