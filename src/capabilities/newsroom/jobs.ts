import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { forgetMissed } from "#platform/search/count-missed.ts";
import { emptyBin } from "./media-library/bin/empty-bin.ts";
import { keepMissingLikenesses } from "./media-library/likeness/keep-likeness.ts";
import { sweepUploads } from "./media-library/uploads/drop-upload.ts";
import { remindOfDeliverables } from "./planning/remind-of-deliverables.ts";
import { publishDueContent } from "./publish-due-content.ts";
import { renewContentTexts } from "./put-content-text.ts";
import { remindOfPostChecks } from "./remind-of-post-checks.ts";
import { mindReviewDeadlines, REVIEW_DEADLINES_QUEUE } from "./review/mind-deadlines.ts";
import { PUBLISH_QUEUE } from "./schedule-content.ts";
import { rememberTexts } from "./similarity/remember-texts.ts";

/** Looked at each minute; what was changed longer ago has been read, or is when a process begins. */
const RECENT_MINUTES = 15;
let allRead = false;

export const newsroomJobs = [
  // Started at the second by the scheduling act, and each minute by the sweep: the table is the truth.
  defineJob({
    name: PUBLISH_QUEUE,
    payload: z.object({}),
    cron: "* * * * *",
    pollSeconds: 0.5,
    handle: async (database) => {
      await publishDueContent(database);
    },
  }),
  defineJob({
    name: "media-sweep",
    payload: z.object({}),
    cron: "40 2 * * *",
    handle: async (database) => {
      await sweepUploads(database);
      await emptyBin(database);
    },
  }),
  // Pictures from before they were compared, and what a kill left undone.
  defineJob({
    name: "newsroom.keep-likenesses",
    payload: z.object({}),
    cron: "15 * * * *",
    handle: async (database) => {
      await keepMissingLikenesses(database);
    },
  }),
  defineJob({
    name: "newsroom.forget-missed-searches",
    payload: z.object({}),
    cron: "20 3 * * *",
    handle: async (database) => {
      await forgetMissed(database, new Date());
    },
  }),
  // Only after an upgrade is there anything to do.
  defineJob({
    name: "newsroom.renew-search",
    payload: z.object({}),
    cron: "* * * * *",
    handle: async (database) => {
      await renewContentTexts(database);
    },
  }),
  // In office hours, Vietnam's time; what the tables say is due and untold goes out.
  defineJob({
    name: "newsroom.remind-of-deliverables",
    payload: z.object({}),
    cron: "*/10 7-17 * * *",
    handle: async (database) => {
      await remindOfDeliverables(database);
    },
  }),
  defineJob({
    name: "newsroom.remind-of-post-checks",
    payload: z.object({}),
    cron: "5 8-16 * * *",
    handle: async (database) => {
      await remindOfPostChecks(database);
    },
  }),
  defineJob({
    name: REVIEW_DEADLINES_QUEUE,
    payload: z.object({}),
    cron: "*/5 * * * *",
    handle: async (database) => {
      await mindReviewDeadlines(database);
    },
  }),
  defineJob({
    name: "newsroom.remember-texts",
    payload: z.object({}),
    cron: "* * * * *",
    handle: async (database) => {
      await rememberTexts(database, allRead ? new Date(Date.now() - RECENT_MINUTES * 60_000) : null);
      allRead = true;
    },
  }),
];
