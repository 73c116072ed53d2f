import { and, eq, sql } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import {
  channelAccount,
  pressContact,
  pressLetter,
  pressLetterMail,
  pressLetterRecipient,
} from "../../tables.ts";
import { goesToRecipients } from "../goes-to-recipients.ts";
import { letterOf, mailsOf } from "./letter-queries.ts";
import { letterPolicy } from "./policy.ts";

/** The account by which the agency writes to the press by itself; null: letters go by hand. */
async function mailingAccount({ tx, actor }: Work): Promise<string | null> {
  const accounts = await tx
    .select()
    .from(channelAccount)
    .where(and(eq(channelAccount.agencyId, actor.agencyId), eq(channelAccount.way, "connected")))
    .orderBy(channelAccount.madeAt, channelAccount.id);
  return accounts.find((one) => one.state !== "closed" && goesToRecipients(one))?.id ?? null;
}

/** Those who may still be written to, of a letter. */
const willing = ({ tx }: Work, letterId: string) =>
  tx
    .select({ id: pressLetterRecipient.id, acknowledgedAt: pressLetterRecipient.acknowledgedAt })
    .from(pressLetterRecipient)
    .innerJoin(pressContact, eq(pressContact.id, pressLetterRecipient.contactId))
    .where(and(eq(pressLetterRecipient.letterId, letterId), sql`press_may_write(press_contact)`));

async function writeDown(
  { tx, actor, at }: Work,
  accountId: string | null,
  mails: { recipientId: string; round: number }[],
): Promise<void> {
  await tx.insert(pressLetterMail).values(
    mails.map((mail) => ({
      ...{ id: uuidv7(), agencyId: actor.agencyId, ...mail, dueAt: at, changedAt: at },
      state: accountId === null ? ("by-hand" as const) : ("waiting" as const),
    })),
  );
}

/** A second person lets it go out: one mail to each, written down before any is handed over. */
export async function sendLetter(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const found = await letterOf(tx, actor.agencyId, id);
  letterPolicy.permit(actor, "send", found);
  const to = await willing(work, id);
  if (to.length === 0) throw new Conflict("Không nơi nào còn nhận thư; hãy chọn lại nơi nhận.");
  const accountId = await mailingAccount(work);
  await tx
    .update(pressLetter)
    .set({ state: "sent", sentBy: actor.personId, sentAt: at, accountId })
    .where(eq(pressLetter.id, id));
  await writeDown(
    work,
    accountId,
    to.map((one) => ({ recipientId: one.id, round: 1 })),
  );
  await work.record({
    act: "send-press-letter",
    objectKind: "press-letter",
    objectId: id,
    after: { title: found.title, body: found.body, count: to.length },
  });
}

/** Reminds those who have not said that they have it, each at most once a day. */
export async function chaseLetter(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const found = await letterOf(tx, actor.agencyId, id);
  letterPolicy.permit(actor, "chase", found);
  const silent = (await willing(work, id)).filter(({ acknowledgedAt }) => acknowledgedAt === null);
  if (silent.length === 0) throw new Conflict("Không còn nơi nào phải nhắc.");
  const day = toVietnamDate(at).toString();
  const mails = await mailsOf(tx, [id]);
  const due = silent.flatMap(({ id: recipientId }) => {
    const own = mails.filter((mail) => mail.recipientId === recipientId);
    const last = own.at(-1);
    const rests =
      last !== undefined &&
      (["waiting", "sending"].includes(last.state) || toVietnamDate(last.changedAt).toString() === day);
    return rests ? [] : [{ recipientId, round: (last?.round ?? 0) + 1 }];
  });
  if (due.length === 0) throw new Conflict("Hôm nay đã gửi tới các nơi chưa xác nhận; ngày mai nhắc được.");
  await writeDown(work, found.accountId, due);
  await work.record({
    act: "chase-press-letter",
    objectKind: "press-letter",
    objectId: id,
    after: { count: due.length },
  });
}
