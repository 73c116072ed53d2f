import { and, asc, count, eq, gte, inArray, isNotNull, lt } from "drizzle-orm";
import { agencyById, endedMails, portalBase } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { openText } from "#platform/config/seal.ts";
import type { Database, Queryable } from "#platform/database/database.ts";
import type { ComposeMail } from "#platform/work/compose-mail.ts";
import type { Work } from "#platform/work/work.ts";
import { feedbackByCode } from "../feedback-queries.ts";
import { feedbackRuleOf } from "../feedback-setting.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedbackMail, feedbackMailPicture } from "../tables.ts";
import { fromOf, heldMail } from "./decide-mail.ts";
import { mailboxOf, secretOf } from "./mailbox.ts";

const SHOWN = 100;
const DAY_MS = 86_400_000;
const COUNTED_DAYS = 30;

/** Feedback of the agency that a message names by its code. */
async function mentionedIn(q: Queryable, agencyId: string, text: string) {
  const codes = [...new Set(text.toUpperCase().match(/\bPA-[2-9A-HJ-NP-Z]{8}\b/g) ?? [])].slice(0, 5);
  const found = await Promise.all(codes.map((code) => feedbackByCode(q, agencyId, code)));
  return found.flatMap((row) => (row ? [{ id: row.id, code: row.code }] : []));
}

/** What waits to be looked at, the oldest first, and how the mailbox stands; who wrote is told by `openMail` alone. */
export async function listMails(q: Queryable, actor: Actor, now: Date) {
  const { agencyId } = actor;
  feedbackPolicy.permit(actor, "list", { agencyId });
  const mayEnter = feedbackPolicy.hindrance(actor, "enter", { agencyId }) === null;
  const own = eq(feedbackMail.agencyId, agencyId);
  const rows = mayEnter
    ? await q
        .select()
        .from(feedbackMail)
        .where(and(own, eq(feedbackMail.state, "waiting")))
        .orderBy(asc(feedbackMail.cameAt), asc(feedbackMail.id))
        .limit(SHOWN)
    : [];
  const pictures = await q
    .select({
      id: feedbackMailPicture.id,
      mailId: feedbackMailPicture.mailId,
      fileName: feedbackMailPicture.fileName,
    })
    .from(feedbackMailPicture)
    .where(
      inArray(
        feedbackMailPicture.mailId,
        rows.map(({ id }) => id),
      ),
    );
  const counted = await q
    .select({ state: feedbackMail.state, n: count() })
    .from(feedbackMail)
    .where(and(own, gte(feedbackMail.cameAt, new Date(now.getTime() - COUNTED_DAYS * DAY_MS))))
    .groupBy(feedbackMail.state);
  const mailbox = await mailboxOf(q, agencyId);
  const opens = feedbackPolicy.hindrance(actor, "mailbox", { agencyId }) === null;
  const secret = mailbox && opens ? await secretOf(mailbox) : null;
  return {
    mails: await Promise.all(
      rows.map(async ({ id, cameAt, subject, words, dropped }) => ({
        ...{ id, cameAt, subject: subject ?? "", words: words!, dropped },
        pictures: pictures
          .filter(({ mailId }) => mailId === id)
          .map(({ id: pictureId, fileName }) => ({ id: pictureId, fileName })),
        mentioned: await mentionedIn(q, agencyId, `${subject} ${words}`),
      })),
    ),
    counts: Object.fromEntries(counted.map(({ state, n }) => [state, n])),
    mailbox: mailbox && {
      ...{ address: mailbox.address, lastReadAt: mailbox.lastReadAt },
      ...{ failingSince: mailbox.failingSince, why: mailbox.why },
      known: secret && {
        ...{ host: secret.host, port: secret.port, isTls: secret.isTls, user: secret.user },
        ...{ folder: secret.folder, certificate: secret.certificate },
        oauth: secret.oauth
          ? { tokenUrl: secret.oauth.tokenUrl, clientId: secret.oauth.clientId, scope: secret.oauth.scope }
          : null,
      },
    },
    may: feedbackPolicy.may(actor, { agencyId }),
  };
}

/** Who wrote a message that waits; each look stands in the audit. */
export async function openMail(work: Work, { id }: { id: string }) {
  const row = await heldMail(work, id);
  await work.record({ act: "open-feedback-mail", objectKind: "feedback-mail", objectId: id });
  return { ...(await fromOf(row)), cameAt: row.cameAt };
}

/** The one answer to what is a complaint or a denunciation. */
export const composeRedirect: ComposeMail = async (q, mailId, { baseUrl, secretFile }) => {
  const [row] = await q.select().from(feedbackMail).where(eq(feedbackMail.replyMailId, mailId));
  if (!row) return undefined;
  if (row.replySealed === null) return null;
  const agency = await agencyById(q, row.agencyId);
  const { complaintPlace } = await feedbackRuleOf(q, row.agencyId);
  const form = `${baseUrl}${await portalBase(q, row.agencyId)}/phan-anh`;
  const text = [
    "Kính gửi bạn,",
    "Thư của bạn có nội dung khiếu nại hoặc tố cáo. Khiếu nại, tố cáo có luật riêng, có trình tự riêng, không xử lý qua hộp thư phản ánh, kiến nghị; nội dung thư không được lưu tại đây.",
    complaintPlace,
    `Nếu thư của bạn không phải là khiếu nại, tố cáo, xin gửi lại tại ${form} và chọn đúng loại.`,
    "Thư này do hệ thống gửi, xin đừng trả lời.",
    agency?.name ?? "",
  ].join("\n\n");
  return {
    to: await openText(secretFile, row.replySealed),
    subject: "Nơi nhận khiếu nại, tố cáo",
    text: `${text}\n`,
    headers: { "Auto-Submitted": "auto-replied" },
    sealed: true,
  };
};

/** Forgets to whom the answer went once it has gone out, or after a week whatever became of it. */
export async function forgetReplies(database: Database, now = new Date()): Promise<void> {
  const rows = await database
    .select({ id: feedbackMail.id, replyMailId: feedbackMail.replyMailId, cameAt: feedbackMail.cameAt })
    .from(feedbackMail)
    .where(
      and(isNotNull(feedbackMail.senderMark), lt(feedbackMail.cameAt, new Date(now.getTime() - DAY_MS))),
    );
  const ended = await endedMails(
    database,
    rows.flatMap(({ replyMailId }) => replyMailId ?? []),
  );
  const due = rows.filter(
    ({ replyMailId, cameAt }) =>
      replyMailId === null || ended.has(replyMailId) || now.getTime() - cameAt.getTime() > 7 * DAY_MS,
  );
  if (due.length > 0)
    await database
      .update(feedbackMail)
      .set({ replySealed: null, senderMark: null })
      .where(
        inArray(
          feedbackMail.id,
          due.map(({ id }) => id),
        ),
      );
}
