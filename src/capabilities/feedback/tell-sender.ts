import { and, eq, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import { agencyById, portalBase } from "#organization";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { openText } from "#platform/config/seal.ts";
import type { Database } from "#platform/database/database.ts";
import type { ComposeMail } from "#platform/work/compose-mail.ts";
import { feedbackStates, isOpen } from "./feedback.ts";
import { feedbackRuleOf } from "./feedback-setting.ts";
import { threadId } from "./mail/mail-thread.ts";
import { mailboxOf } from "./mail/mailbox.ts";
import { ownLink } from "./own/own-link.ts";
import { feedback, feedbackEvent } from "./tables.ts";

/** A step as it is mailed to its sender; the words are those of that step, whatever came after. */
export const composeMail: ComposeMail = async (q, mailId, { baseUrl, secretFile }) => {
  const [found] = await q
    .select({ event: feedbackEvent, row: feedback })
    .from(feedbackEvent)
    .innerJoin(feedback, eq(feedback.id, feedbackEvent.feedbackId))
    .where(eq(feedbackEvent.mailId, mailId));
  if (!found) return undefined;
  const { event, row } = found;
  if (row.mailSealed === null) return null;
  const agency = await agencyById(q, row.agencyId);
  const link = `${baseUrl}${await portalBase(q, row.agencyId)}/phan-anh/theo-doi/${ownLink(row)}`;
  // What is answered reaches us only where a mailbox is read.
  const mailbox = await mailboxOf(q, row.agencyId);
  const isFirst = event.act === "receive-feedback";
  const subject = isFirst
    ? `Đã nhận phản ánh, mã ${row.code}`
    : `Phản ánh ${row.code}: ${feedbackStates[event.state].toLowerCase()}`;
  const text = [
    "Kính gửi bạn,",
    isFirst
      ? `Cơ quan đã nhận phản ánh của bạn, mã ${row.code}. Bạn sẽ có trả lời chậm nhất ngày ${formatDate(row.dueOn)}.`
      : `Phản ánh mã ${row.code}: ${feedbackStates[event.state].toLowerCase()}.`,
    ...(event.note ? [event.note] : []),
    ...(event.state === "need-info"
      ? ["Xin bổ sung tại đường dẫn dưới đây. Trong lúc chờ, thời hạn trả lời tạm dừng."]
      : []),
    ...(event.state === "answered" && event.act === "approve-feedback-answer"
      ? ["Bạn có thể cho biết có hài lòng không, hoặc đề nghị xem lại, tại đường dẫn dưới đây."]
      : []),
    ...(mailbox
      ? ["Bạn cũng có thể trả lời thư này để bổ sung; xin giữ nguyên người gửi là địa chỉ của bạn."]
      : []),
    `Theo dõi, bổ sung, rút phản ánh: ${link}\nĐường dẫn này chỉ dành cho bạn, xin đừng chuyển cho người khác.`,
    agency?.name ?? "",
  ].join("\n\n");
  return {
    to: await openText(secretFile, row.mailSealed),
    ...{ subject, text: `${text}\n`, sealed: true },
    headers: {
      "Message-ID": threadId(event.id, baseUrl),
      ...(mailbox && { "Reply-To": mailbox.address }),
    },
  };
};

/** Forgets who wrote, so many days after the end as the agency says. Gives of how many. */
export async function forgetSenders(database: Database, now = new Date()): Promise<number> {
  const rows = await database
    .select({
      id: feedback.id,
      agencyId: feedback.agencyId,
      state: feedback.state,
      endedAt: feedback.endedAt,
    })
    .from(feedback)
    .where(
      and(
        or(isNotNull(feedback.senderSealed), isNotNull(feedback.mailSealed)),
        lt(feedback.endedAt, sql`${now.toISOString()}::timestamptz - interval '1 day'`),
      ),
    );
  const due: string[] = [];
  for (const { id, agencyId, state, endedAt } of rows) {
    const { keepDays } = await feedbackRuleOf(database, agencyId);
    if (!isOpen(state) && endedAt!.getTime() + keepDays * 86_400_000 < now.getTime()) due.push(id);
  }
  if (due.length > 0)
    await database
      .update(feedback)
      .set({ senderSealed: null, mailSealed: null })
      .where(inArray(feedback.id, due));
  return due.length;
}
