import { and, eq, inArray } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { pressLetter, pressLetterMail } from "../../tables.ts";
import { hasLetter, type MailState } from "./letter.ts";
import { letterOf, type PressLetter, recipientsOfLetter } from "./letter-queries.ts";
import { accountFor } from "./letter-way.ts";
import { letterPolicy } from "./policy.ts";

/** One mail that takes the letter back to each of these, whoever has it; never a second one (unique index). */
async function writeBack(
  { tx, at, actor: { agencyId } }: Work,
  to: { id: string; rounds: number }[],
  state: MailState,
): Promise<void> {
  if (to.length === 0) return;
  await tx
    .insert(pressLetterMail)
    .values(
      to.map(({ id: recipientId, rounds }) => ({
        ...{ id: uuidv7(), agencyId, recipientId, round: rounds + 1, kind: "withdrawal" as const },
        ...{ state, dueAt: at, changedAt: at },
      })),
    )
    .onConflictDoNothing();
}

/**
 * A letter is in force no more: what still waits is not sent, and who has it, or may have it, is written to, but for
 * those whom what takes its place tells the same. Gives how many are written to.
 */
export async function takeBack(
  work: Work,
  letter: PressLetter,
  why: string,
  { toldByNext = [] }: { toldByNext?: string[] } = {},
): Promise<number> {
  const { tx, actor, at } = work;
  const { id } = letter;
  const accountId = await accountFor(work, letter.accountId);
  const [taken] = await tx
    .update(pressLetter)
    .set({
      ...{ state: "withdrawn", withdrawnAt: at, withdrawnBy: actor.personId, withdrawnWhy: why },
      accountId,
    })
    .where(and(eq(pressLetter.id, id), eq(pressLetter.state, "sent")))
    .returning({ id: pressLetter.id });
  if (!taken) throw new Conflict("Thư này vừa được thu hồi; hãy tải lại trang.");
  const all = await recipientsOfLetter(tx, id);
  // First what still waits is stopped: whoever hands over takes a mail by the same row, so it is one or the other.
  await tx
    .update(pressLetterMail)
    .set({ state: "stopped", said: "", changedAt: at })
    .where(
      and(
        inArray(
          pressLetterMail.recipientId,
          all.map((one) => one.id),
        ),
        eq(pressLetterMail.state, "waiting"),
      ),
    );
  const having = (await recipientsOfLetter(tx, id)).filter(
    ({ mails, acknowledgedAt, contactId }) =>
      hasLetter(mails, acknowledgedAt) && !toldByNext.includes(contactId),
  );
  await writeBack(
    work,
    having.map((one) => ({ id: one.id, rounds: one.mails.at(-1)?.round ?? 0 })),
    accountId === null ? "by-hand" : "waiting",
  );
  await work.record({
    act: "withdraw-press-letter",
    objectKind: "press-letter",
    objectId: id,
    before: { title: letter.title },
    after: { withdrawnWhy: why, count: having.length },
  });
  return having.length;
}

/** Takes back a letter that was sent; what was acknowledged before stays. */
export async function withdrawLetter(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const found = await letterOf(work.tx, work.actor.agencyId, id);
  letterPolicy.permit(work.actor, "withdraw", found);
  await takeBack(work, found, reason);
}
