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
  const names = await personNames(
    q,
    letters.flatMap(({ madeBy, sentBy }) => (sentBy ? [madeBy, sentBy] : [madeBy])),
  );
  return {
    letters: letters.map((letter) => ({
      ...letter,
      madeByName: names.get(letter.madeBy) ?? "",
      sentByName: letter.sentBy && (names.get(letter.sentBy) ?? ""),
      recipients: recipients
        .filter(({ recipient }) => recipient.letterId === letter.id)
        .map(({ recipient, contact, outletName }) => {
          const own = mails.filter(({ recipientId }) => recipientId === recipient.id);
          const last = own.at(-1);
          return {
            ...{ id: recipient.id, contactId: contact.id, outletName },
            ...{ name: contact.name, email: contact.email },
            acknowledgedAt: recipient.acknowledgedAt,
            acknowledgedHow: recipient.acknowledgedHow,
            last: last ? { state: last.state, said: last.said, at: last.changedAt } : null,
            reminded: Math.max(0, own.length - 1),
          };
        }),
      may: letterPolicy.may(actor, letter),
    })),
    may: letterPolicy.may(actor, { agencyId }),
  };
}
