import { and, eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";

import type { Choices } from "../networks/choose.ts";
import { nextPermitted, permitTime } from "../posting-times/hold-to-rules.ts";
import { delivery } from "../tables.ts";
import { choicesFor } from "./choices-of-delivery.ts";
import { type Delivery, deliveryOf, subjectOf, type WholeDelivery } from "./delivery-queries.ts";

import { DELIVER_QUEUE } from "./delivery-queues.ts";
import { moveDelivery, noteEvent } from "./move-delivery.ts";
import { refuseImpossibleTime } from "./plan-deliveries.ts";
import { deliveryPolicy } from "./policy.ts";

const changedMeanwhile = () =>
  new Conflict("Lượt đăng vừa đổi trạng thái; chưa có gì thay đổi, hãy tải lại trang.");

/**
 * Says when it goes out and in which words. Words of its own need a second person before they are sent; null takes them
 * back to the shared ones, left out they stay. `seenAt`: the hour that the mover saw; moved by another meanwhile, it stays where it is now.
 * Gives the hour that it has now; null: it follows its text.
 */
export async function changeDelivery(
  work: Work,
  {
    id,
    wantedAt,
    ownText,
    choices,
    seenAt,
    timeReason = null,
  }: {
    id: string;
    wantedAt: Date | null;
    ownText?: string | null;
    /** What is chosen for its network; absent: it stays. */
    choices?: Choices | undefined;
    seenAt?: Date | null | undefined;
    timeReason?: string | null;
  },
): Promise<Date | null> {
  const { tx, actor, at } = work;
  const whole = await deliveryOf(tx, actor, id, { lock: true });
  deliveryPolicy.permit(actor, "write", subjectOf(whole));
  const { delivery: row } = whole;
  if (seenAt !== undefined && seenAt?.getTime() !== (row.dueAt ?? row.wantedAt)?.getTime())
    throw new Conflict("Có người vừa đổi giờ đăng của lượt này; chưa có gì thay đổi, hãy xem lại.");
  // Handed to a person, and its account is connected by now: who sets its hour anew gives it back to the product.
  const givenBack = seenAt !== undefined && row.state === "submitted" && whole.account.way === "connected";
  const timeChanged = givenBack || wantedAt?.getTime() !== row.wantedAt?.getTime();
  const hour = timeChanged ? await settleHour(work, whole, { wantedAt, timeReason }) : null;
  const words = ownText === undefined ? row.ownText : ownText?.normalize("NFC").trim() || null;
  const wordsChanged = words !== row.ownText;
  const chosen = choices ? await choicesFor(work, whole.account, choices, row.choices) : row.choices;
  const [changed] = await tx
    .update(delivery)
    .set({
      choices: chosen,
      ...(hour && { wantedAt, ...hour, nextTryAt: null }),
      ...(wordsChanged && {
        ownText: words,
        ownTextBy: words === null ? null : actor.personId,
        ownTextAt: words === null ? null : at,
        ownTextApprovedBy: null,
        ownTextApprovedAt: null,
        reason: null,
      }),
      // What was refused, failed or handed to a person as it was, waits as it is now.
      ...((wordsChanged || (timeChanged && row.state === "submitted")) && { state: "pending" as const }),
    })
    .where(and(eq(delivery.id, id), eq(delivery.state, row.state)))
    .returning();
  if (!changed) throw changedMeanwhile();
  if (changed.dueAt && (hour || wordsChanged)) await later(work, DELIVER_QUEUE, changed.dueAt);
  if (wordsChanged)
    await noteEvent(work, changed, words === null ? "Dùng lại lời chung" : "Viết lời riêng cho kênh");
  if (hour) await noteEvent(work, changed, hourInWords(changed));
  if (choices) await noteEvent(work, changed, "Đổi lựa chọn của kênh");
  await work.record({
    act: "change-delivery",
    objectKind: "delivery",
    objectId: id,
    before: {
      wantedAt: row.wantedAt,
      ownText: row.ownText,
      timeReason: row.timeReason,
      choices: row.choices,
    },
    after: { wantedAt, ownText: words, timeReason: changed.timeReason, choices: chosen },
  });
  return changed.dueAt ?? changed.wantedAt;
}

/** From when it may go out at the hour that is wanted now; refused where the agency forbids it. */
async function settleHour(
  work: Work,
  { delivery: row, content, account }: WholeDelivery,
  { wantedAt, timeReason }: { wantedAt: Date | null; timeReason: string | null },
): Promise<{ dueAt: Date | null; timeReason: string | null }> {
  const { at } = work;
  refuseImpossibleTime(wantedAt, at);
  const moment = wantedAt ?? (content.state === "published" ? at : null);
  const post = { account, itemId: row.itemId, unitId: content.unitId, deliveryId: row.id };
  return {
    dueAt: row.dueAt && (wantedAt && wantedAt > at ? wantedAt : at),
    timeReason: moment && (await permitTime(work, post, { at: moment, reason: timeReason })),
  };
}

const hourInWords = ({ wantedAt, timeReason }: Delivery): string =>
  [
    wantedAt
      ? `Đổi giờ đăng sang ${formatDateTime(wantedAt)}`
      : "Đổi giờ đăng: cùng lúc bài lên cổng, hoặc ngay",
    ...(timeReason ? [`vào giờ quy định không đăng, vì: ${timeReason}`] : []),
  ].join(", ");

/** A second person agrees to the words that this channel has of its own: to exactly these. */
export async function approveWords(
  work: Work,
  { id, ownText }: { id: string; ownText: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const whole = await deliveryOf(tx, actor, id, { lock: true });
  deliveryPolicy.permit(actor, "approveWords", subjectOf(whole));
  const { delivery: row } = whole;
  if (ownText !== row.ownText)
    throw new Conflict("Lời riêng vừa được sửa; chưa có gì được duyệt, hãy đọc lại rồi duyệt.");
  await tx
    .update(delivery)
    .set({ ownTextApprovedBy: actor.personId, ownTextApprovedAt: at })
    .where(eq(delivery.id, id));
  await noteEvent(work, row, "Duyệt lời riêng");
  await work.record({ act: "approve-words", objectKind: "delivery", objectId: id, after: { ownText } });
  await later(work, DELIVER_QUEUE, at);
}

/**
 * What did not go out is tried again: the same delivery with the same marker, and with what its connector keeps of it,
 * such as to whom a letter went already.
 */
export async function tryAgain(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const whole = await deliveryOf(tx, actor, id, { lock: true });
  deliveryPolicy.permit(actor, "tryAgain", subjectOf(whole));
  const { delivery: row, account } = whole;
  // Hours at which the agency posts nothing hold for it as for any other, unless somebody gave a reason for its hour.
  const { at: dueAt, why } =
    row.timeReason === null
      ? await nextPermitted(work, { account, itemId: row.itemId, deliveryId: id }, at)
      : { at, why: null };
  const moved = await moveDelivery(work, row, "tryAgain", {
    set: { nextTryAt: null, attempts: 0, dueAt, riskyAt: null, reason: null },
    words: why === null ? "Cho gửi lại" : `Cho gửi lại. ${why}`,
  });
  if (!moved) throw changedMeanwhile();
  await work.record({ act: "retry-delivery", objectKind: "delivery", objectId: id });
  await later(work, DELIVER_QUEUE, dueAt);
}

/** It does not go out under this account after all. */
export async function withdrawDelivery(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const whole = await deliveryOf(tx, actor, id, { lock: true });
  deliveryPolicy.permit(actor, "withdraw", subjectOf(whole));
  const moved = await moveDelivery(work, whole.delivery, "withdraw", {
    set: { settledAt: at, needsPerson: false, nextTryAt: null },
    words: reason.trim() === "" ? "Thôi đăng" : `Thôi đăng: ${reason.trim()}`,
  });
  if (!moved) throw changedMeanwhile();
  await work.record({
    act: "withdraw-delivery",
    objectKind: "delivery",
    objectId: id,
    reason: reason || null,
  });
}
