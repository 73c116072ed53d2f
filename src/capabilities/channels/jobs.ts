import { z } from "zod";
import { contentPublished, contentRemoved, contentWithdrawn } from "#newsroom/signals";
import { defineJob } from "#platform/jobs/jobs.ts";
import type { Subscription } from "#platform/signals/signals.ts";
import { checkConnections } from "./accounts/check-connections.ts";
import { watchAdministrators } from "./accounts/watch-administrators.ts";
import { CAPTURE_QUEUE } from "./captures/capture-again.ts";
import { takeCaptures } from "./captures/take-captures.ts";
import { carryOutChanges } from "./changes/carry-out-changes.ts";
import { CHANGE_QUEUE, LOOK_QUEUE } from "./changes/change-queue.ts";
import { lookAtChanges } from "./changes/look-at-changes.ts";
import { askNetworks } from "./deliveries/ask-networks.ts";
import { deliverDue } from "./deliveries/deliver-due.ts";
import { ASK_QUEUE, DELIVER_QUEUE } from "./deliveries/delivery-queues.ts";
import { followPlaced } from "./deliveries/follow-placed.ts";
import { followContent, releaseDeliveries } from "./deliveries/release-deliveries.ts";
import { collectFigures } from "./figures/collect-figures.ts";
import { followBroadcasts, sweepBroadcasts } from "./grassroots/follow-broadcasts.ts";
import { readMailboxes } from "./press-room/bounces/read-mailboxes.ts";
import { watchBounces } from "./press-room/bounces/watch-bounces.ts";
import { mailLetters } from "./press-room/letters/mail-letters.ts";
import { tellUntold } from "./press-room/letters/tell-untold.ts";
import { watchSpokespeople } from "./press-room/spokespeople/watch-spokespeople.ts";
import { webhookJobs, webhookSubscriptions } from "./webhooks/webhook-jobs.ts";
import { feedJobs, feedSubscriptions } from "./websub/websub-jobs.ts";

const ids = z.object({ itemId: z.uuid(), agencyId: z.uuid() });

/** What was published or corrected, withdrawn, removed: each signal has a queue of its own. */
export const channelSubscriptions: Subscription[] = [
  ...webhookSubscriptions,
  ...feedSubscriptions,
  ...[contentPublished, contentWithdrawn, contentRemoved].map((signal) => ({
    signal,
    job: defineJob({
      name: `channels.follow.${signal.name}`,
      payload: ids,
      pollSeconds: 0.5,
      handle: async (database, payload) => {
        await followContent(database, payload);
        await followBroadcasts(database, payload);
      },
    }),
  })),
];

export const channelJobs = [
  ...webhookJobs,
  ...feedJobs,
  defineJob({
    name: CAPTURE_QUEUE,
    payload: z.object({}),
    cron: "* * * * *",
    handle: async (database) => {
      await takeCaptures(database);
    },
  }),
  // Started at the second by what makes something due, and each minute by the sweep: the table is the truth.
  defineJob({
    name: DELIVER_QUEUE,
    payload: z.object({}),
    cron: "* * * * *",
    pollSeconds: 0.5,
    handle: async (database) => {
      await deliverDue(database);
    },
  }),
  defineJob({
    name: ASK_QUEUE,
    payload: z.object({}),
    cron: "* * * * *",
    handle: async (database) => {
      await askNetworks(database);
      await followPlaced(database);
    },
  }),
  defineJob({
    name: CHANGE_QUEUE,
    payload: z.object({}),
    cron: "* * * * *",
    pollSeconds: 0.5,
    handle: async (database) => {
      await carryOutChanges(database);
    },
  }),
  defineJob({
    name: LOOK_QUEUE,
    payload: z.object({}),
    cron: "* * * * *",
    handle: async (database) => {
      await lookAtChanges(database);
    },
  }),
  defineJob({
    name: "channels.check-connections",
    payload: z.object({}),
    cron: "20 7 * * *",
    handle: async (database) => {
      await checkConnections(database);
      await watchAdministrators(database);
    },
  }),
  defineJob({
    name: "channels.mail-letters",
    payload: z.object({}),
    cron: "* * * * *",
    handle: async (database) => {
      await mailLetters(database);
      await tellUntold(database);
      await watchBounces(database);
    },
  }),
  defineJob({
    name: "channels.read-bounces",
    payload: z.object({}),
    cron: "*/5 * * * *",
    handle: async (database) => {
      await readMailboxes(database);
    },
  }),
  defineJob({
    name: "channels.spokespeople",
    payload: z.object({}),
    cron: "1 0 * * *",
    handle: async (database) => {
      await watchSpokespeople(database);
    },
  }),
  defineJob({
    name: "channels.collect-figures",
    payload: z.object({}),
    cron: "*/10 * * * *",
    handle: async (database) => {
      await collectFigures(database);
    },
  }),
  defineJob({
    name: "channels.sweep",
    payload: z.object({}),
    cron: "* * * * *",
    handle: async (database) => {
      await releaseDeliveries(database);
      await sweepBroadcasts(database);
    },
  }),
];
