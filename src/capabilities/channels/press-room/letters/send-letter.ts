import { and, eq, inArray, sql } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { pressContact, pressLetter, pressLetterMail, pressLetterRecipient } from "../../tables.ts";
import { hasLetter, type MailKind } from "./letter.ts";
import { keepFiles } from "./letter-attachments.ts";
import { letterOf, mailsOf, type PressLetter, recipientsOfLetter } from "./letter-queries.ts";
import { accountFor } from "./letter-way.ts";
import { letterPolicy } from "./policy.ts";
import { takeBack } from "./withdraw-letter.ts";

/** Those who may still be written to, of a letter. */
const willing = ({ tx }: Work, letterId: string) =>
  tx
    .select({
      ...{ id: pressLetterRecipient.id, contactId: pressLetterRecipient.contactId },
      acknowledgedAt: pressLetterRecipient.acknowledgedAt,
    })
    .from(pressLetterRecipient)
    .innerJoin(pressContact, eq(pressContact.id, pressLetterRecipient.contactId))
    .where(and(eq(pressLetterRecipient.letterId, letterId), sql`press_may_write(press_contact)`));

async function writeDown(
  { tx, actor, at }: Work,
  accountId: string | null,
  kind: MailKind,
  mails: { recipientId: string; round: number }[],
): Promise<void> {
  await tx.insert(pressLetterMail).values(
    mails.map((mail) => ({
      ...{ id: uuidv7(), agencyId: actor.agencyId, kind, ...mail, dueAt: at, changedAt: at },
      state: accountId === null ? ("by-hand" as const) : ("waiting" as const),
    })),
  );
}

/** Whoever has the former letter gets what takes its place, chosen or not. */
async function addThoseBefore({ tx, actor }: Work, letterId: string, former: PressLetter): Promise<void> {
  const having = (await recipientsOfLetter(tx, former.id)).filter(({ mails, acknowledgedAt }) =>
    hasLetter(mails, acknowledgedAt),
  );
  const may = await tx
    .select({ contactId: pressContact.id })
    .from(pressContact)
    .where(
      and(
        inArray(
          pressContact.id,
          having.map(({ contactId }) => contactId),
        ),
        sql`press_may_write(press_contact)`,
      ),
    );
  if (may.length === 0) return;
  await tx
    .insert(pressLetterRecipient)
    .values(may.map(({ contactId }) => ({ id: uuidv7(), agencyId: actor.agencyId, letterId, contactId })))
    .onConflictDoNothing();
}

/**
 * A second person lets it go out: one mail to each, written down before any is handed over. What it takes the place of
 * is in force no more from the same moment.
 */
export async function sendLetter(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const found = await letterOf(tx, actor.agencyId, id);
  letterPolicy.permit(actor, "send", found);
  const former = found.replacesId && (await letterOf(tx, actor.agencyId, found.replacesId));
  if (former) await addThoseBefore(work, id, former);
  const to = await willing(work, id);
  if (to.length === 0) throw new Conflict("Không nơi nào còn nhận thư; hãy chọn lại nơi nhận.");
  const files = await keepFiles(work, id);
  const accountId = await accountFor(work);
  await tx
    .update(pressLetter)
    .set({ state: "sent", sentBy: actor.personId, sentAt: at, accountId })
    .where(eq(pressLetter.id, id));
  await writeDown(
    work,
    accountId,
    "letter",
    to.map((one) => ({ recipientId: one.id, round: 1 })),
  );
  await work.record({
    act: "send-press-letter",
    objectKind: "press-letter",
    objectId: id,
    after: { title: found.title, body: found.body, count: to.length, ...(files.length > 0 && { files }) },
  });
  if (former && former.state === "sent")
    await takeBack(work, former, found.replacesWhy!, { toldByNext: to.map(({ contactId }) => contactId) });
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
  await writeDown(work, found.accountId, "reminder", due);
  await work.record({
    act: "chase-press-letter",
    objectKind: "press-letter",
    objectId: id,
    after: { count: due.length },
  });
}
