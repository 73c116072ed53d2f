import { eq } from "drizzle-orm";
import type { Database, Transaction } from "#platform/database/database.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import { whySettled } from "#platform/work/notice-matters.ts";
import { type DueSending, mark, nextDue } from "../notices/due-sendings.ts";
import { pushes } from "../notices/notice-preferences.ts";
import { chosenOf, hoursOf } from "../notices/preference-queries.ts";
import { settleNotice } from "../notices/settle-notice.ts";
import { whenToSend } from "../notices/when-to-send.ts";
import { recipientOf } from "../recipient-of.ts";
import { pushDevice } from "../tables.ts";
import { type PushMessage, type PushSite, sendPush } from "./send-push.ts";

/** Whoever was to be told a day ago has seen it, or it is of no use on a locked screen any more. */
const OLD = 24 * 3_600_000;
/** For so long other processes leave what one is sending alone; then it was killed, and is done again. */
const LEASE = 10 * 60_000;

interface Batch {
  personId: string;
  messages: PushMessage[];
  sent: DueSending[];
}

const GATHERED_HREF = "/workspace/";

function messagesOf(alone: DueSending[], gathered: DueSending[], discreet: boolean): PushMessage[] {
  const single = (told: DueSending): PushMessage => ({
    id: told.notice.id,
    title: discreet ? "Có việc mới trong Gần Dân" : told.notice.title.slice(0, 300),
    href: discreet ? GATHERED_HREF : told.notice.href,
  });
  const [first, ...more] = gathered;
  if (!first) return alone.map(single);
  const one =
    more.length === 0
      ? single(first)
      : { id: first.notice.id, title: `${gathered.length} thông báo mới trong Gần Dân`, href: GATHERED_HREF };
  return [...alone.map(single), one];
}

/** What one person is to be told now; looked up again, and what waits or needs nobody put aside. Null: nothing is due. */
async function nextBatch(tx: Transaction, now: Date): Promise<Batch | null> {
  const due = await nextDue(tx, "push", now);
  const [first] = due;
  if (!first) return null;
  const { agencyId, personId } = first.notice;
  const recipient = await recipientOf(tx, personId);
  const chosen = (await chosenOf(tx, [personId])).get(personId) ?? [];
  const hours = await hoursOf(tx, personId);
  const isDayOff = await daysOffOf(tx, agencyId);
  const [alone, gathered]: DueSending[][] = [[], []];
  for (const waiting of due) {
    const { notice: told, dueAt } = waiting;
    const old = now.getTime() - Math.max(told.at.getTime(), dueAt.getTime()) > OLD;
    if (old || told.readAt || !recipient || !pushes(told.kind, chosen)) {
      await mark(tx, "push", [waiting], { state: "dropped" });
      continue;
    }
    const why = await whySettled(tx, told.cause, recipient);
    const when = whenToSend({ ...told, dueAt }, { way: "now", hours, isDayOff, now });
    if (why !== null) await settleNotice(tx, told.id, why, "push");
    else if (when === "alone") alone!.push(waiting);
    else if (when === "gathered") gathered!.push(waiting);
    else await mark(tx, "push", [waiting], { dueAt: when });
  }
  const sent = [...alone!, ...gathered!];
  await mark(tx, "push", sent, { dueAt: new Date(now.getTime() + LEASE) });
  return { personId, messages: messagesOf(alone!, gathered!, hours.pushDiscreet), sent };
}

/**
 * Tells people's devices of the notices that are due, person by person. A message replaces an earlier one of the same
 * notice on the device, so what is done again after a kill is seen once. Devices that are gone are forgotten. Gives how
 * many messages were taken.
 */
export async function pushDueNotices(database: Database, site: PushSite, now = new Date()): Promise<number> {
  let taken = 0;
  for (;;) {
    const batch = await database.transaction((tx) => nextBatch(tx, now));
    if (batch === null) return taken;
    const devices = await database.select().from(pushDevice).where(eq(pushDevice.personId, batch.personId));
    for (const device of devices) {
      for (const message of batch.messages) {
        const { gone, error } = await sendPush(site, device, message, now);
        const own = eq(pushDevice.id, device.id);
        if (gone) {
          await database.delete(pushDevice).where(own);
          break;
        }
        await database
          .update(pushDevice)
          .set(error === null ? { lastSentAt: now, lastError: null } : { lastError: error })
          .where(own);
        if (error === null) taken += 1;
      }
    }
    await database.transaction((tx) => mark(tx, "push", batch.sent, { state: "handed-over" }));
  }
}
