import { asc, eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { MailSite, OutgoingMail } from "#platform/work/compose-mail.ts";
import { whySettled } from "#platform/work/notice-matters.ts";
import { kindOf, whyTold } from "../notice-kinds.ts";
import { recipientOf } from "../recipient-of.ts";
import { notice, noticeSending, person } from "../tables.ts";
import { stoppable } from "./notice-preferences.ts";
import { settleNotice } from "./settle-notice.ts";
import { stopPath } from "./stop-link.ts";

/** What links of a mail need. */
type LinkSite = Pick<MailSite, "baseUrl" | "secret">;

interface Told {
  kind: string;
  title: string;
  href: string;
}

const SETTINGS = "/workspace/cai-dat-thong-bao";

/** The headers by which a mail program offers to stop the kinds; only where the answer comes back encrypted (RFC 8058). */
function stopHeaders({ baseUrl, secret }: LinkSite, personId: string, told: Told[]): Record<string, string> {
  const stopped = stoppable(told.map(({ kind }) => kind));
  if (stopped.length === 0 || !baseUrl.startsWith("https:")) return {};
  return {
    "List-Unsubscribe": `<${baseUrl}${stopPath(secret, personId, stopped)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

/** The subject of a mail: what it tells, or how many things. */
export const subjectOf = (told: Told[]): string =>
  told.length === 1 ? told[0]!.title : `${told.length} thông báo từ Gần Dân: ${told[0]!.title}`;

/** What a notice is about: its screen, whatever part of it opens. */
const matterOf = ({ href }: Told): string => href.split(/[?#]/u)[0]!.replace(/\/duyet$/, "");

function oneTold({ kind, title, href }: Told, baseUrl: string): string[] {
  const always = kindOf(kind)?.always;
  const change = always
    ? `Thư loại này luôn được gửi. ${always}\nĐổi cách nhận các loại khác`
    : "Thôi nhận thư loại này hoặc đổi cách nhận";
  return [
    title,
    `Xem tại: ${baseUrl}${href}`,
    `Vì sao có thư này: ${whyTold(kind)}\n${change}: ${baseUrl}${SETTINGS}`,
  ];
}

/** Everything that was gathered, one paragraph for each matter, in the order in which they came up. */
function manyTold(told: Told[], baseUrl: string): string[] {
  const matters = [...Map.groupBy(told, matterOf).values()].map((notices) =>
    [
      ...notices.map(({ title }) => `• ${title}`),
      `  Xem tại: ${baseUrl}${notices.at(-1)!.href}`,
      `  Vì sao có: ${[...new Set(notices.map(({ kind }) => whyTold(kind)))].join(" ")}`,
    ].join("\n"),
  );
  return [
    `Trong lúc yên tĩnh hoặc chờ gom thư có ${told.length} thông báo gửi đến bạn:`,
    ...matters,
    `Đổi giờ yên tĩnh, nhịp gom thư và loại thư muốn nhận: ${baseUrl}${SETTINGS}`,
  ];
}

/**
 * What a mail that tells of notices says at the moment it goes out, after the matter of each was looked up again; null: nobody is to be told any more; undefined: it
 * is no mail of notices.
 */
export async function composeNoticeMail(
  q: Queryable,
  mailId: string,
  site: LinkSite,
): Promise<OutgoingMail | null | undefined> {
  const found = await q
    .select({ notice, person })
    .from(noticeSending)
    .innerJoin(notice, eq(notice.id, noticeSending.noticeId))
    .innerJoin(person, eq(person.id, notice.personId))
    .where(eq(noticeSending.mailId, mailId))
    .orderBy(asc(notice.at), asc(notice.id));
  const [first] = found;
  if (!first) return undefined;
  const { email, name, id: personId } = first.person;
  const recipient = await recipientOf(q, personId);
  const told: Told[] = [];
  for (const { notice: one } of found) {
    const why = recipient ? await whySettled(q, one.cause, recipient) : "Người nhận không còn ở cơ quan.";
    if (why === null) told.push(one);
    else await settleNotice(q, one.id, why, "mail");
  }
  if (told.length === 0) return null;
  const text = told.length === 1 ? oneTold(told[0]!, site.baseUrl) : manyTold(told, site.baseUrl);
  return {
    to: email,
    subject: subjectOf(told),
    text: `${[`Kính gửi ${name},`, ...text].join("\n\n")}\n`,
    headers: stopHeaders(site, personId, told),
  };
}
