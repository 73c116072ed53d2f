import { z } from "zod";
import { defineJob } from "#platform/jobs/jobs.ts";
import { CHECK_QUEUE, checkSignaturesAgain } from "./files/check-again.ts";
import { tellLateDocuments } from "./promptness/tell-late-documents.ts";
import { keepMissingWords } from "./searching/keep-words.ts";

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
  // What was attached before files were searched in the register; afterwards there is nothing to do.
  defineJob({
    name: "documents.keep-words",
    payload: z.object({}),
    cron: "*/10 * * * *",
    handle: async (database) => {
      await keepMissingWords(database);
    },
  }),
  // In office hours, Vietnam's time: each of a document once.
  defineJob({
    name: "documents.tell-late",
    payload: z.object({}),
    cron: "20 8 * * 1-5",
    handle: async (database) => {
      await tellLateDocuments(database);
    },
  }),
];
