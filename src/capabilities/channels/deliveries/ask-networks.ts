import { and, asc, eq, inArray, isNotNull, lte, or } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import { notStopped } from "../accounts/account-queries.ts";
import { type Found, NotConnected, type Outcome } from "../connectors/connector.ts";
import { tellerOf } from "../connectors/index.ts";
import { delivery } from "../tables.ts";
import { callOf, Superseded, wholeOf } from "./call-of-delivery.ts";
import type { Delivery } from "./delivery-queries.ts";
import { settleFound, settleOutcome } from "./settle-outcome.ts";
import { carrier } from "./take-delivery.ts";

/** So many are asked about in one go. */
const BATCH = 50;
/** When the network could not even be asked; after so many minutes of it a person may tell, while it is asked on. */
const ASK_LATER_SECONDS = 60;
const PERSON_AFTER_MINUTES = 10;
const ASK_ON_SECONDS = 300;
const GIVE_UP_HOURS = 24;

type Answer = { of: "submitted"; result: Outcome } | { of: "unknown"; result: Found };

async function ask(database: Database, row: Delivery, now: Date): Promise<Answer | null> {
  const whole = await wholeOf(database, row);
  if (!whole) return null;
  // Taken back before anybody saw it: whoever follows the text withdraws it.
  if (row.riskyAt === null && whole.content.state !== "published") return null;
  const connector = tellerOf(whole.account, row);
  const call = callOf(database, whole, () => now);
  if (row.state === "submitted") return { of: "submitted", result: await connector.poll(call) };
  return { of: "unknown", result: await connector.reconcile(call) };
}

/** The network could not be asked: later again, and after a day, or without a way in, a person looks. */
const notAsked = (row: Delivery, now: Date, isDisconnected: boolean): Answer => {
  const asked = (row.riskyAt ?? row.dueAt!).getTime();
  if (isDisconnected || now.getTime() - asked > GIVE_UP_HOURS * 3_600_000) {
    const why = isDisconnected
      ? "Tài khoản không còn kết nối nên không hỏi lại được mạng; hãy mở kênh xem bài đã lên chưa."
      : "Một ngày nay không hỏi được mạng; hãy mở kênh xem bài đã lên chưa.";
    return row.state === "submitted"
      ? { of: "submitted", result: { outcome: "unknown", why } }
      : { of: "unknown", result: { outcome: "unknown", why, askAgainIn: null } };
  }
  if (row.state === "submitted")
    return {
      of: "submitted",
      result: {
        outcome: "pending",
        askAgainIn: ASK_LATER_SECONDS,
        why: row.reason ?? "Mạng chưa trả lời; hệ thống hỏi lại.",
      },
    };
  const personMay = now.getTime() - asked > PERSON_AFTER_MINUTES * 60_000;
  return {
    of: "unknown",
    result: personMay
      ? {
          outcome: "unknown",
          askAgainIn: ASK_ON_SECONDS,
          personMay,
          why: "Đã gửi nhưng mất trả lời, và mạng đang không cho hỏi lại nên chưa biết bài đã lên hay chưa. Hệ thống vẫn hỏi tiếp; ai mở kênh xem được thì cho biết ngay.",
        }
      : {
          outcome: "unknown",
          askAgainIn: ASK_LATER_SECONDS,
          why: "Chưa hỏi lại được mạng; hệ thống hỏi tiếp.",
        },
  };
};

/** Asks the networks what became of what they accepted, and of what nobody knows; gives how many were asked about. */
export async function askNetworks(database: Database, now = new Date()): Promise<number> {
  const rows = await database
    .select()
    .from(delivery)
    .where(
      and(
        inArray(delivery.state, ["submitted", "unknown"]),
        lte(delivery.nextTryAt, now),
        or(isNotNull(delivery.riskyAt), notStopped),
      ),
    )
    .orderBy(asc(delivery.nextTryAt))
    .limit(BATCH);
  for (const row of rows) {
    let answer: Answer | null;
    try {
      answer = await ask(database, row, now);
    } catch (error) {
      if (error instanceof Superseded) continue;
      answer = notAsked(row, now, error instanceof NotConnected);
    }
    const whole = await wholeOf(database, row);
    if (!answer || !whole) continue;
    const { of, result } = answer;
    await work(
      database,
      carrier(row.agencyId),
      async (current) => {
        const [newest] = await current.tx
          .select()
          .from(delivery)
          .where(eq(delivery.id, row.id))
          .for("update");
        if (newest?.state !== of) return;
        // What was found out about an earlier sending says nothing of one that a person began since.
        if (of === "unknown" && newest.riskyAt?.getTime() !== row.riskyAt?.getTime()) return;
        if (of === "submitted") await settleOutcome(current, { ...whole, delivery: newest }, result);
        else await settleFound(current, { ...whole, delivery: newest }, result);
      },
      { at: now },
    );
  }
  return rows.length;
}
