import { sql } from "drizzle-orm";
import { z } from "zod";
import { readConfig } from "#platform/config/config.ts";
import { readSecrets } from "#platform/config/secrets.ts";
import { defineJob } from "#platform/jobs/jobs.ts";
import { composeLearntMail } from "#platform/work/compose-mail.ts";
import { endLeavers } from "./end-leavers.ts";
import { mailTransport } from "./mail-transport.ts";
import { handOverMail } from "./notices/hand-over-mail.ts";
import { pushContact } from "./notices/ways.ts";
import { pushDueNotices } from "./push/push-due-notices.ts";
import { pushKeys } from "./push/push-keys.ts";
import { postPush } from "./push/push-transport.ts";
import { askForReviews } from "./rights-review/ask-for-reviews.ts";
import { sendDueMail } from "./send-mail.ts";

/** Each minute: what is due goes out. */
export const mailJobs = [
  defineJob({
    name: "organization.send-mail",
    payload: z.object({}),
    cron: "* * * * *",
    handle: async (database) => {
      const { smtpUrl, baseUrl, secretFile } = readConfig(process.env);
      if (smtpUrl === null || baseUrl === null) return;
      await handOverMail(database);
      const site = { baseUrl, secret: readSecrets(secretFile).auth, secretFile };
      const transport = mailTransport(smtpUrl);
      try {
        await sendDueMail(
          database,
          (message) => transport.sendMail(message),
          (q, mailId) => composeLearntMail(q, mailId, site),
        );
      } finally {
        transport.close();
      }
    },
  }),
  defineJob({
    name: "organization.push-notices",
    payload: z.object({}),
    cron: "* * * * *",
    handle: async (database) => {
      const config = readConfig(process.env);
      const contact = pushContact(config);
      if (contact === null) return;
      const keys = pushKeys(readSecrets(config.secretFile).auth);
      await pushDueNotices(database, { keys, contact, post: postPush });
    },
  }),
  defineJob({
    name: "organization.end-leavers",
    payload: z.object({}),
    cron: "*/5 * * * *",
    handle: async (database) => {
      await endLeavers(database);
    },
  }),
  defineJob({
    name: "organization.ask-for-rights-reviews",
    payload: z.object({}),
    cron: "30 7 * * *",
    handle: async (database) => {
      await askForReviews(database);
    },
  }),
  defineJob({
    name: "organization.forget-old-sessions",
    payload: z.object({}),
    cron: "17 3 * * *",
    handle: async (database) => {
      await database.execute(sql`delete from auth_session where expires_at < now()`);
      await database.execute(sql`delete from auth_verification where expires_at < now()`);
    },
  }),
];
