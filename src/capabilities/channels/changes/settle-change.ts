import { eq } from "drizzle-orm";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { lockOut } from "../accounts/check-connections.ts";
import type { Done, Found, Outcome } from "../connectors/connector.ts";
import { nextTry } from "../deliveries/delivery.ts";
import { tellPosters } from "../deliveries/tell-posters.ts";
import { channelAccount, delivery } from "../tables.ts";
import { changeActLabels } from "./change.ts";
import { type Change, type WholeChange, wholeOfChange } from "./change-queries.ts";
import { CHANGE_QUEUE, LOOK_QUEUE } from "./change-queue.ts";
import { finishChange } from "./finish-change.ts";
import { moveChange } from "./move-change.ts";

/** What a call ended in, or why there is nothing to call for any more. */
export type ChangeOutcome = Outcome | { outcome: "moot"; why: string };

/** After so many a person decides; the last ones lie half an hour apart. */
const MOST_ATTEMPTS = 12;
const FIRST_LOOK_SECONDS = 20;

const inSeconds = (at: Date, seconds: number | null) =>
  seconds === null ? null : new Date(at.getTime() + seconds * 1000);

/** Somebody has to see to it: it stands among what asks for a person, and those who post are told. */
async function askPerson(
  work: Work,
  { change, content, account }: WholeChange,
  what: "refused" | "unknown",
  title: string,
): Promise<void> {
  await work.tx.update(delivery).set({ needsPerson: true }).where(eq(delivery.id, change.deliveryId));
  await tellPosters(work, content, {
    cause: `change-${what}:${change.id}:${change.attempts}`,
    kind: "failure",
    title: `${account.name}: ${title}`,
    deliveryId: change.deliveryId,
  });
}

async function refused(work: Work, whole: WholeChange, why: string): Promise<void> {
  const { change, content } = whole;
  const moved = await moveChange(work, change, "refuse", {
    set: { why, riskyAt: null, nextTryAt: null },
    words: why,
  });
  if (!moved) return;
  const what = changeActLabels[change.act];
  await askPerson(work, whole, "refused", `chưa ${what} được “${content.title}”: ${why}`);
}

/** Certainly not done: later again, or given to a person. */
async function failed(
  work: Work,
  whole: WholeChange,
  { why, after = 0, holds = false }: { why: string; after?: number; holds?: boolean },
): Promise<void> {
  const { change, account } = whole;
  if (change.attempts >= MOST_ATTEMPTS)
    return refused(work, whole, `${why} Đã thử ${change.attempts} lần mà không được.`);
  const next = nextTry(work.at, change.attempts, after);
  await moveChange(work, change, "fail", { set: { why, nextTryAt: next, riskyAt: null }, words: why });
  await later(work, CHANGE_QUEUE, next);
  if (holds)
    await work.tx.update(channelAccount).set({ heldUntil: next }).where(eq(channelAccount.id, account.id));
}

async function doubted(
  work: Work,
  whole: WholeChange,
  why: string,
  askAgainIn: number | null,
): Promise<void> {
  const { change, content } = whole;
  const needsPerson = askAgainIn === null;
  const moved = await moveChange(work, change, "doubt", {
    set: { why, nextTryAt: inSeconds(work.at, askAgainIn), needsPerson, riskyAt: change.riskyAt ?? work.at },
    words: why,
  });
  if (moved?.nextTryAt) await later(work, LOOK_QUEUE, moved.nextTryAt);
  if (moved && needsPerson)
    await askPerson(
      work,
      whole,
      "unknown",
      `chưa rõ đã ${changeActLabels[change.act]} “${content.title}” hay chưa; cần người xem giúp`,
    );
}

/** The way in is lost: the account stops, what waits there keeps its place. */
async function lockedOut(work: Work, { change, account }: WholeChange, why: string): Promise<void> {
  if (change.state === "running")
    await moveChange(work, change, "holdBack", {
      set: { why, riskyAt: null, attempts: change.attempts - 1 },
      words: why,
    });
  await lockOut(work, account, why);
}

/** Brings a change to where an outcome leaves it; `row` is held by the transaction. */
export async function settleChange(work: Work, row: Change, result: ChangeOutcome): Promise<void> {
  const whole = await wholeOfChange(work.tx, row);
  if (!whole) return;
  switch (result.outcome) {
    case "done":
      return finishChange(work, whole, result);
    case "moot":
      await moveChange(work, row, "drop", { set: { nextTryAt: null }, words: result.why });
      return;
    case "pending": {
      const moved = await moveChange(work, row, "accept", {
        set: { nextTryAt: inSeconds(work.at, result.askAgainIn), why: result.why },
        words: result.why,
      });
      if (moved?.nextTryAt) await later(work, LOOK_QUEUE, moved.nextTryAt);
      return;
    }
    case "retry":
      return failed(work, whole, result);
    case "reauth":
      return lockedOut(work, whole, result.why);
    case "rejected":
      return refused(work, whole, result.why);
    case "unknown":
      return doubted(work, whole, result.why, FIRST_LOOK_SECONDS);
  }
}

/** The same for what reading it back told. */
export async function settleLook(work: Work, row: Change, found: Found | Done): Promise<void> {
  const whole = await wholeOfChange(work.tx, row);
  if (!whole) return;
  if (found.outcome === "done") return finishChange(work, whole, found);
  if (found.outcome === "absent")
    return failed(work, whole, { why: "Đọc lại trên kênh thì chưa thấy đổi; hệ thống làm lại." });
  return doubted(work, whole, found.why, found.askAgainIn);
}
