import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import { mail } from "../tables.ts";
import { subjectOf } from "./compose-notice-mail.ts";
import { type DueSending, mark, nextDue } from "./due-sendings.ts";
import { mailOf } from "./notice-preferences.ts";
import { chosenOf, hoursOf } from "./preference-queries.ts";
import { whenToSend } from "./when-to-send.ts";

/**
 * Makes mails of the notices that are due, each alone or gathered as the person chose, person by person in a
 * transaction of its own: a notice is handed over once, whoever sweeps at the same time and wherever a process is
 * killed. What the mails say is written when they go.
 * Gives how many mails were queued.
 */
export async function handOverMail(database: Database, now = new Date()): Promise<number> {
  let queued = 0;
  for (;;) {
    const made = await database.transaction(async (tx) => {
      const due = await nextDue(tx, "mail", now);
      const [first] = due;
      if (!first) return null;
      const { agencyId, personId } = first.notice;
      const hours = await hoursOf(tx, personId);
      const isDayOff = await daysOffOf(tx, agencyId);
      const chosen = (await chosenOf(tx, [personId])).get(personId) ?? [];
      const queue = async (told: DueSending[]) => {
        const [one] = told;
        if (!one) return 0;
        const id = uuidv7();
        const subject = subjectOf(told.map((each) => each.notice));
        await tx.insert(mail).values({ id, agencyId, recipient: one.email, subject, body: "" });
        await mark(tx, "mail", told, { state: "handed-over", mailId: id });
        return 1;
      };
      const gathered: DueSending[] = [];
      let mails = 0;
      for (const waiting of due) {
        const way = mailOf(waiting.notice.kind, chosen);
        if (way === "off") {
          await mark(tx, "mail", [waiting], { state: "dropped" });
          continue;
        }
        const sending = whenToSend(
          { ...waiting.notice, dueAt: waiting.dueAt },
          { way, hours, isDayOff, now },
        );
        if (sending === "alone") mails += await queue([waiting]);
        else if (sending === "gathered") gathered.push(waiting);
        else await mark(tx, "mail", [waiting], { dueAt: sending });
      }
      mails += await queue(gathered);
      return mails;
    });
    if (made === null) return queued;
    queued += made;
  }
}
