import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import {
  pressContact,
  pressLetter,
  pressLetterMail,
  pressLetterRecipient,
  pressOutlet,
} from "../../tables.ts";
import { filesOfLetters } from "./letter-attachments.ts";
import { letterPolicy } from "./policy.ts";

export type PressLetter = typeof pressLetter.$inferSelect;

/** One of the agency, its row held. @throws NotFound */
export async function letterOf(q: Queryable, agencyId: string, id: string): Promise<PressLetter> {
  const [found] = await q
    .select()
    .from(pressLetter)
    .where(and(eq(pressLetter.agencyId, agencyId), eq(pressLetter.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có thư định hướng này.");
  return found;
}

/** The mails of letters, each recipient's in order. */
export async function mailsOf(q: Queryable, letterIds: string[]) {
  if (letterIds.length === 0) return [];
  const rows = await q
    .select({ mail: pressLetterMail })
    .from(pressLetterMail)
    .innerJoin(pressLetterRecipient, eq(pressLetterRecipient.id, pressLetterMail.recipientId))
    .where(inArray(pressLetterRecipient.letterId, letterIds))
    .orderBy(asc(pressLetterMail.round));
  return rows.map(({ mail }) => mail);
}

/** To whom a letter goes, each with its mails in order. */
export async function recipientsOfLetter(q: Queryable, letterId: string) {
  const rows = await q
    .select()
    .from(pressLetterRecipient)
    .where(eq(pressLetterRecipient.letterId, letterId))
    .orderBy(pressLetterRecipient.id);
  const mails = await mailsOf(q, [letterId]);
  return rows.map((one) => ({ ...one, mails: mails.filter(({ recipientId }) => recipientId === one.id) }));
}

/** What takes the place of a letter, sent or being written; null: nothing does. */
export async function isReplaced(q: Queryable, letterId: string): Promise<string | null> {
  const [next] = await q
    .select({ id: pressLetter.id })
    .from(pressLetter)
    .where(eq(pressLetter.replacesId, letterId));
  return next?.id ?? null;
}

/** All letters, newest first: to whom, how far each mail is, who has said that they have it. */
export async function listLetters(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  letterPolicy.permit(actor, "read", { agencyId });
  const letters = await q
    .select()
    .from(pressLetter)
    .where(eq(pressLetter.agencyId, agencyId))
    .orderBy(desc(pressLetter.madeAt), desc(pressLetter.id));
  const ids = letters.map(({ id }) => id);
  const recipients =
    ids.length === 0
      ? []
      : await q
          .select({ recipient: pressLetterRecipient, contact: pressContact, outletName: pressOutlet.name })
          .from(pressLetterRecipient)
          .innerJoin(pressContact, eq(pressContact.id, pressLetterRecipient.contactId))
          .innerJoin(pressOutlet, eq(pressOutlet.id, pressContact.outletId))
          .where(inArray(pressLetterRecipient.letterId, ids))
          .orderBy(sql`${pressOutlet.name} collate "vi-x-icu"`, asc(pressContact.email));
  const mails = await mailsOf(q, ids);
  const files = await filesOfLetters(q, agencyId, ids);
  const names = await personNames(
    q,
    letters.flatMap(({ madeBy, sentBy, withdrawnBy }) =>
      [madeBy, sentBy, withdrawnBy].filter((one) => one !== null),
    ),
  );
  const nameOf = (id: string | null) => id && (names.get(id) ?? "");
  const briefOf = (one: PressLetter | undefined) =>
    one ? { id: one.id, title: one.title, state: one.state } : null;
  return {
    letters: letters.map((letter) => {
      const next = letters.find(({ replacesId }) => replacesId === letter.id);
      return {
        ...letter,
        madeByName: names.get(letter.madeBy) ?? "",
        sentByName: nameOf(letter.sentBy),
        withdrawnByName: nameOf(letter.withdrawnBy),
        replaces: briefOf(letters.find(({ id }) => id === letter.replacesId)),
        replacedBy: briefOf(next),
        files: files.filter(({ letterId }) => letterId === letter.id),
        recipients: recipients
          .filter(({ recipient }) => recipient.letterId === letter.id)
          .map(({ recipient, contact, outletName }) => {
            const own = mails.filter(({ recipientId }) => recipientId === recipient.id);
            const last = own.findLast(({ kind }) => kind !== "withdrawal");
            const withdrawal = own.find(({ kind }) => kind === "withdrawal");
            const brief = (mail: typeof last) =>
              mail ? { state: mail.state, said: mail.said, at: mail.changedAt } : null;
            return {
              ...{ id: recipient.id, contactId: contact.id, outletName },
              ...{ name: contact.name, email: contact.email },
              acknowledgedAt: recipient.acknowledgedAt,
              acknowledgedHow: recipient.acknowledgedHow,
              last: brief(last),
              withdrawal: brief(withdrawal),
              reminded: own.filter(({ kind }) => kind === "reminder").length,
            };
          }),
        may: letterPolicy.may(actor, { ...letter, isReplaced: next !== undefined }),
      };
    }),
    may: letterPolicy.may(actor, { agencyId }),
  };
}
