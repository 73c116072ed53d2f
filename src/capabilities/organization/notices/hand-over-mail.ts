import { and, asc, eq, lte } from "drizzle-orm";
import type { Database, Transaction } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { mail, notice, noticeSending, person } from "../tables.ts";
import { mailOf } from "./notice-preferences.ts";
import { chosenOf } from "./preference-queries.ts";

/** The due sendings of one person, held until the transaction ends; empty when nobody's are left. */
async function nextDue(tx: Transaction, now: Date) {
  const due = and(
    eq(noticeSending.way, "mail"),
    eq(noticeSending.state, "waiting"),
    lte(noticeSending.dueAt, now),
  );
  const waiting = () =>
    tx
      .select({ notice, email: person.email })
      .from(noticeSending)
      .innerJoin(notice, eq(notice.id, noticeSending.noticeId))
      .innerJoin(person, eq(person.id, notice.personId));
  const [first] = await waiting()
    .where(due)
    .orderBy(asc(noticeSending.dueAt))
    .limit(1)
    .for("update", { of: noticeSending, skipLocked: true });
  if (!first) return [];
  return waiting()
    .where(and(due, eq(notice.personId, first.notice.personId)))
    .orderBy(asc(notice.at), asc(notice.id))
    .for("update", { of: noticeSending, skipLocked: true });
}

/**
 * Makes mails of the notices that are due, person by person, each in a transaction of its own: a notice is handed over
 * once, whoever sweeps at the same time and wherever a process is killed. What the mails say is written when they go.
 * Gives how many mails were queued.
 */
export async function handOverMail(database: Database, now = new Date()): Promise<number> {
  let queued = 0;
  for (;;) {
    const made = await database.transaction(async (tx) => {
      const due = await nextDue(tx, now);
      const [first] = due;
      if (!first) return null;
      const chosen = (await chosenOf(tx, [first.notice.personId])).get(first.notice.personId) ?? [];
      let mails = 0;
      for (const { notice: told, email } of due) {
        const sending = and(eq(noticeSending.noticeId, told.id), eq(noticeSending.way, "mail"));
        if (mailOf(told.kind, chosen) === "off") {
          await tx.update(noticeSending).set({ state: "dropped" }).where(sending);
          continue;
        }
        const id = uuidv7();
        await tx.insert(mail).values({
          id,
          agencyId: told.agencyId,
          recipient: email,
          subject: told.title,
          body: "",
          dueAt: now,
        });
        await tx.update(noticeSending).set({ state: "handed-over", mailId: id }).where(sending);
        mails += 1;
      }
      return mails;
    });
    if (made === null) return queued;
    queued += made;
  }
}
