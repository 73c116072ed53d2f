import { asc, eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { kindOf, whyTold } from "../notice-kinds.ts";
import type { OutgoingMail } from "../send-mail.ts";
import { notice, noticeSending, person } from "../tables.ts";
import { stoppable } from "./notice-preferences.ts";
import { stopPath } from "./stop-link.ts";

/** What links of a mail need. */
export interface MailSite {
  /** Public address without a final slash. */
  baseUrl: string;
  /** Signs the link that stops a kind. */
  secret: string;
}

const SETTINGS = "/workspace/cai-dat-thong-bao";

/** The headers by which a mail program offers to stop the kind; only where the answer comes back encrypted (RFC 8058). */
function stopHeaders(
  { baseUrl, secret }: MailSite,
  personId: string,
  kinds: string[],
): Record<string, string> {
  const stopped = stoppable(kinds);
  if (stopped.length === 0 || !baseUrl.startsWith("https:")) return {};
  return {
    "List-Unsubscribe": `<${baseUrl}${stopPath(secret, personId, stopped)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

/**
 * What a mail that tells of notices says at the moment it goes out; null: nobody is to be told any more; undefined: it
 * is no mail of notices.
 */
export async function composeNoticeMail(
  q: Queryable,
  mailId: string,
  site: MailSite,
): Promise<OutgoingMail | null | undefined> {
  const [found] = await q
    .select({ notice, person })
    .from(noticeSending)
    .innerJoin(notice, eq(notice.id, noticeSending.noticeId))
    .innerJoin(person, eq(person.id, notice.personId))
    .where(eq(noticeSending.mailId, mailId))
    .orderBy(asc(notice.at), asc(notice.id));
  if (!found) return undefined;
  const { notice: told, person: recipient } = found;
  if (!recipient.active) return null;
  const always = kindOf(told.kind)?.always;
  const text = [
    `Kính gửi ${recipient.name},`,
    told.title,
    `Xem tại: ${site.baseUrl}${told.href}`,
    `Vì sao có thư này: ${whyTold(told.kind)}\n${
      always
        ? `Thư loại này luôn được gửi. ${always}\nĐổi cách nhận các loại khác`
        : "Thôi nhận thư loại này hoặc đổi cách nhận"
    }: ${site.baseUrl}${SETTINGS}`,
  ];
  return {
    to: recipient.email,
    subject: told.title,
    text: `${text.join("\n\n")}\n`,
    headers: stopHeaders(site, recipient.id, [told.kind]),
  };
}
