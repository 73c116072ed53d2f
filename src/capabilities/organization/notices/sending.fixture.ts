import { afterAll } from "vitest";
import { readConfig } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import type { OutgoingMail } from "#platform/work/compose-mail.ts";
import { systemActor, work } from "#platform/work/work.ts";
import type { NoticeKind } from "../notice-kinds.ts";
import { notify } from "../notify.ts";
import { SAMPLE_AGENCY_ID, samplePersonId } from "../seed.ts";
import { sendDueMail } from "../send-mail.ts";
import { composeNoticeMail } from "./compose-notice-mail.ts";
import { handOverMail } from "./hand-over-mail.ts";
import { openWays } from "./ways.ts";

/** A Monday morning, nobody's quiet hours and no holiday. */
export const WORKING = new Date("2026-08-17T10:00:00+07:00");

const site = { baseUrl: "https://mau.gandan.vn", secret: "bi-mat-de-thu-".repeat(4) };

/** Tells sample people by their account's name, and lets the mails go as the minute's job does. */
export const sendingOn = (database: () => Database) => {
  openWays({ ...readConfig({}), smtpUrl: "smtp://thu.mau" });
  afterAll(() => openWays(null));
  return {
    tell: (
      who: string[],
      {
        kind = "content" as NoticeKind,
        cause = "viec",
        title = "Đã duyệt: Tin mẫu",
        at = WORKING,
        href = "/workspace/noi-dung/1",
      } = {},
    ) =>
      work(
        database(),
        systemActor(SAMPLE_AGENCY_ID),
        (current) =>
          notify(current, {
            personIds: who.map(samplePersonId),
            cause,
            kind,
            title,
            href,
          }),
        { at },
      ),
    /** The mails that went out. */
    sweep: async (now = WORKING): Promise<OutgoingMail[]> => {
      const sent: OutgoingMail[] = [];
      await handOverMail(database(), now);
      await sendDueMail(
        database(),
        async (mail) => sent.push({ ...mail, to: mail.to.replace("@mau.example", "@mau.gandan.vn") }),
        // Nothing is ever mailed to sample people: here they have addresses that could be real.
        async (q, mailId) => {
          const composed = await composeNoticeMail(q, mailId, site);
          return composed && { ...composed, to: composed.to.replace("@mau.gandan.vn", "@mau.example") };
        },
      );
      return sent;
    },
  };
};
