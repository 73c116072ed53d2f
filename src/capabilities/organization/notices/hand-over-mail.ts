import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { Database, Transaction } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import { mail, notice, noticeSending, person } from "../tables.ts";
import { subjectOf } from "./compose-notice-mail.ts";
import { mailOf } from "./notice-preferences.ts";
import { chosenOf, hoursOf } from "./preference-queries.ts";
import { whenToSend } from "./when-to-send.ts";

/** The due sendings of one person, held until the transaction ends; empty when nobody's are left. */
async function nextDue(tx: Transaction, now: Date) {
  const due = and(
    eq(noticeSending.way, "mail"),
    eq(noticeSending.state, "waiting"),
    lte(noticeSending.dueAt, now),
  );
  const waiting = () =>
    tx
      .select({ notice, dueAt: noticeSending.dueAt, email: person.email })
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

async function mark(
  tx: Transaction,
  told: { notice: { id: string } }[],
  as: Partial<typeof noticeSending.$inferInsert>,
): Promise<void> {
  const ids = told.map((each) => each.notice.id);
  await tx
    .update(noticeSending)
    .set(as)
    .where(and(inArray(noticeSending.noticeId, ids), eq(noticeSending.way, "mail")));
}

/**
 * Makes mails of the notices that are due, each alone or gathered as the person chose, person by person, each in a transaction of its own: a notice is handed over
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
      const { agencyId, personId } = first.notice;
      const hours = await hoursOf(tx, personId);
      const isDayOff = await daysOffOf(tx, agencyId);
      const chosen = (await chosenOf(tx, [personId])).get(personId) ?? [];
      const queue = async (told: (typeof due)[number][]) => {
        const [one] = told;
        if (!one) return 0;
        const id = uuidv7();
        const subject = subjectOf(told.map((each) => each.notice));
        await tx.insert(mail).values({ id, agencyId, recipient: one.email, subject, body: "" });
        await mark(tx, told, { state: "handed-over", mailId: id });
        return 1;
      };
      const gathered: typeof due = [];
      let mails = 0;
      for (const waiting of due) {
        const way = mailOf(waiting.notice.kind, chosen);
        if (way === "off") {
          await mark(tx, [waiting], { state: "dropped" });
          continue;
        }
        const sending = whenToSend(
          { ...waiting.notice, dueAt: waiting.dueAt },
          { way, hours, isDayOff, now },
        );
        if (sending === "alone") mails += await queue([waiting]);
        else if (sending === "gathered") gathered.push(waiting);
        else await mark(tx, [waiting], { dueAt: sending });
      }
      mails += await queue(gathered);
      return mails;
    });
    if (made === null) return queued;
    queued += made;
  }
}
