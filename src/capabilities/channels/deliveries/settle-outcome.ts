import { eq } from "drizzle-orm";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { lockOut } from "../accounts/check-connections.ts";
import type { Found, Outcome } from "../connectors/connector.ts";
import { recordPlacement } from "../placements/record-placement.ts";
import { channelAccount, delivery } from "../tables.ts";
import { deadlineOf, nextTry } from "./delivery.ts";
import type { Delivery, WholeDelivery } from "./delivery-queries.ts";
import { ASK_QUEUE, DELIVER_QUEUE } from "./delivery-queues.ts";
import { moveDelivery } from "./move-delivery.ts";
import { isOver, recallContent } from "./release-deliveries.ts";
import { tellPosters } from "./tell-posters.ts";

const inSeconds = (at: Date, seconds: number | null) =>
  seconds === null ? null : new Date(at.getTime() + seconds * 1000);

const causeOf = (row: Delivery, what: string) => `delivery-${what}:${row.id}:${row.attempts}`;

/** It stands: the placement, its evidence and the state are one. */
async function placed(
  work: Work,
  whole: WholeDelivery,
  {
    remoteId,
    url,
    followIn,
    note = null,
  }: { remoteId: string | null; url: string | null; followIn?: number; note?: string | null },
): Promise<void> {
  const { delivery: row, account, content } = whole;
  const moved = await moveDelivery(work, row, "place", {
    set: {
      settledAt: work.at,
      needsPerson: false,
      reason: note,
      nextTryAt: inSeconds(work.at, followIn ?? null),
    },
    words: row.isRehearsal
      ? "Diễn tập xong; không đăng ở đâu cả"
      : `Đã lên ${account.name}${note === null ? "" : `. ${note}`}`,
  });
  if (!moved || row.isRehearsal) return;
  await recordPlacement(work, whole, moved, { remoteId, url, placedAt: work.at, recordedBy: null });
  if (note !== null)
    await tellPosters(work, content, {
      cause: causeOf(row, "partly"),
      kind: "failure",
      title: `${account.name}, “${content.title}”: ${note}`,
      deliveryId: row.id,
    });
  // Taken back while nobody knew whether it stands there: now somebody must take it down.
  if (isOver(content)) await recallContent(work, content);
}

async function refused(work: Work, whole: WholeDelivery, why: string): Promise<void> {
  const { delivery: row, content, account } = whole;
  const moved = await moveDelivery(work, row, "refuse", {
    set: { reason: why, riskyAt: null, needsPerson: false, nextTryAt: null },
    words: why,
  });
  if (!moved) return;
  await tellPosters(work, content, {
    cause: causeOf(row, "refused"),
    kind: "failure",
    title: `${account.name} không nhận “${content.title}”: ${why}`,
    deliveryId: row.id,
  });
}

/** Certainly not published: later again, or given to a person when the deadline has passed. */
async function failed(
  work: Work,
  whole: WholeDelivery,
  { why, after = 0, holds = false }: { why: string; after?: number; holds?: boolean },
): Promise<void> {
  const { delivery: row, account } = whole;
  const next = nextTry(work.at, row.attempts, after);
  // What the network itself asks to wait is granted once more, though the day is over then.
  if (nextTry(work.at, row.attempts) > deadlineOf(row.dueAt!)) {
    await refused(work, whole, `${why} Đã thử ${row.attempts} lần trong một ngày mà không được.`);
    return;
  }
  await moveDelivery(work, row, "fail", {
    set: { reason: why, nextTryAt: next, riskyAt: null, needsPerson: false },
    words: why,
  });
  await later(work, DELIVER_QUEUE, next);
  if (holds)
    await work.tx.update(channelAccount).set({ heldUntil: next }).where(eq(channelAccount.id, account.id));
}

/** The way in is lost: the account stops, what waits there keeps its place. */
async function lockedOut(work: Work, whole: WholeDelivery, why: string): Promise<void> {
  const { delivery: row, account } = whole;
  if (row.state === "submitting")
    await moveDelivery(work, row, "holdBack", {
      set: { reason: why, riskyAt: null, attempts: row.attempts - 1 },
      words: why,
    });
  await lockOut(work, account, why);
}

async function doubted(
  work: Work,
  whole: WholeDelivery,
  { why, askAgainIn, personMay = false }: { why: string; askAgainIn: number | null; personMay?: boolean },
): Promise<void> {
  const { delivery: row, content, account } = whole;
  // Who was asked once may answer until it is known.
  const needsPerson = askAgainIn === null || personMay || row.needsPerson;
  const nextTryAt = inSeconds(work.at, askAgainIn);
  const set = { reason: why, nextTryAt, needsPerson, riskyAt: row.riskyAt ?? work.at };
  if (row.state === "unknown" && row.reason === why && row.needsPerson === needsPerson)
    await work.tx.update(delivery).set(set).where(eq(delivery.id, row.id));
  else if (!(await moveDelivery(work, row, "doubt", { set, words: why }))) return;
  if (nextTryAt) await later(work, ASK_QUEUE, nextTryAt);
  if (!needsPerson || row.needsPerson) return;
  await tellPosters(work, content, {
    cause: causeOf(row, "unknown"),
    kind: "failure",
    title: `Chưa rõ “${content.title}” đã lên ${account.name} hay chưa; cần người xem giúp`,
    deliveryId: row.id,
  });
}

/** How long before the network is asked what became of it. */
const FIRST_LOOK_SECONDS = 20;

/** Brings a delivery to where an outcome leaves it; a delivery that somebody moved meanwhile stays as it is. */
export async function settleOutcome(work: Work, whole: WholeDelivery, result: Outcome): Promise<void> {
  const { delivery: row, content, account } = whole;
  switch (result.outcome) {
    case "done":
      return placed(work, whole, result);
    case "pending": {
      const moved = await moveDelivery(work, row, "accept", {
        set: { nextTryAt: inSeconds(work.at, result.askAgainIn), reason: result.why },
        words: result.why,
      });
      if (moved?.nextTryAt) await later(work, ASK_QUEUE, moved.nextTryAt);
      if (moved && row.state === "submitting" && account.way === "manual")
        await tellPosters(work, content, {
          cause: causeOf(row, "by-hand"),
          kind: "delivery",
          title: `Đến giờ đăng tay trên ${account.name}: ${content.title}`,
          deliveryId: row.id,
        });
      return;
    }
    case "retry":
      return failed(work, whole, result);
    case "reauth":
      return lockedOut(work, whole, result.why);
    case "rejected":
      return refused(work, whole, result.why);
    case "unknown":
      return doubted(work, whole, { why: result.why, askAgainIn: FIRST_LOOK_SECONDS });
  }
}

/** The same for what a look at the network told. */
export async function settleFound(work: Work, whole: WholeDelivery, found: Found): Promise<void> {
  if (found.outcome === "done") return placed(work, whole, found);
  if (found.outcome === "absent")
    return failed(work, whole, { why: "Mạng cho biết bài chưa lên; hệ thống gửi lại." });
  return doubted(work, whole, found);
}
