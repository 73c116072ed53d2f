import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import { type Found, NotConnected, type Outcome } from "../connectors/connector.ts";
import { Superseded } from "../deliveries/call-of-delivery.ts";
import { carrier } from "../deliveries/take-delivery.ts";
import { placementChange } from "../tables.ts";
import { callOfChange } from "./call-of-change.ts";
import { type Change, changingOf, wholeOfChange } from "./change-queries.ts";
import { settleChange, settleLook } from "./settle-change.ts";

/** So many are asked about in one go. */
const BATCH = 50;
const ASK_LATER_SECONDS = 60;
const GIVE_UP_HOURS = 24;

type Answer = { of: "accepted"; result: Outcome } | { of: "unknown"; result: Found };

async function ask(database: Database, row: Change, now: Date): Promise<Answer | null> {
  const whole = await wholeOfChange(database, row);
  if (!whole) return null;
  const changing = changingOf(row.act, whole);
  if (!changing) throw new NotConnected();
  const call = await callOfChange(database, whole, () => now);
  if (row.state === "accepted" && changing.poll) return { of: "accepted", result: await changing.poll(call) };
  return { of: "unknown", result: await changing.look(call) };
}

/** The network could not be asked: later again, and after a day, or without a way in, a person looks. */
function notAsked(row: Change, now: Date, isDisconnected: boolean): Answer {
  const begun = (row.riskyAt ?? row.askedAt).getTime();
  const isOver = isDisconnected || now.getTime() - begun > GIVE_UP_HOURS * 3_600_000;
  const why = isDisconnected
    ? "Tài khoản không còn kết nối nên không hỏi lại được kênh; hãy mở bài trên kênh để xem."
    : isOver
      ? "Một ngày nay không hỏi được kênh; hãy mở bài trên kênh để xem."
      : (row.why ?? "Chưa hỏi lại được kênh; hệ thống hỏi tiếp.");
  if (row.state === "accepted" && !isOver)
    return { of: "accepted", result: { outcome: "pending", why, askAgainIn: ASK_LATER_SECONDS } };
  return {
    of: "unknown",
    result: { outcome: "unknown", why, askAgainIn: isOver ? null : ASK_LATER_SECONDS },
  };
}

/** Asks the networks what became of what they accepted, and reads back what nobody knows; gives how many were asked about. */
export async function lookAtChanges(database: Database, now = new Date()): Promise<number> {
  const rows = await database
    .select()
    .from(placementChange)
    .where(and(inArray(placementChange.state, ["accepted", "unknown"]), lte(placementChange.nextTryAt, now)))
    .orderBy(asc(placementChange.nextTryAt))
    .limit(BATCH);
  for (const row of rows) {
    let answer: Answer | null;
    try {
      answer = await ask(database, row, now);
    } catch (error) {
      if (error instanceof Superseded) continue;
      answer = notAsked(row, now, error instanceof NotConnected);
    }
    if (!answer) continue;
    const { of, result } = answer;
    await work(
      database,
      carrier(row.agencyId),
      async (current) => {
        const [newest] = await current.tx
          .select()
          .from(placementChange)
          .where(eq(placementChange.id, row.id))
          .for("update");
        if (newest?.state !== row.state) return;
        // What was read back after an earlier call says nothing of one that a person began since.
        if (of === "unknown" && newest.riskyAt?.getTime() !== row.riskyAt?.getTime()) return;
        if (of === "accepted") await settleChange(current, newest, result);
        else await settleLook(current, newest, result);
      },
      { at: now },
    );
  }
  return rows.length;
}
