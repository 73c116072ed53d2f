import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { reopened } from "../connectors/press/ledger.ts";
import { deliveryOf, subjectOf } from "../deliveries/delivery-queries.ts";
import { DELIVER_QUEUE } from "../deliveries/delivery-queues.ts";
import { moveDelivery, noteEvent } from "../deliveries/move-delivery.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { followNow } from "../deliveries/release-deliveries.ts";
import { nextPermitted } from "../posting-times/hold-to-rules.ts";
import { pressRecipient } from "../tables.ts";
import { freezeRecipients, hasHadIt, prepareRelease, type ReleaseChoice } from "./choose-recipients.ts";
import { goesToRecipients } from "./goes-to-recipients.ts";
import { recipientsOf } from "./recipients.ts";

const notForPress = () => new Unacceptable("Lượt đăng này không gửi cho báo chí.");

/** Says anew to whom a release goes, with which files, and whether ahead; only before it is sent. */
export async function changeRelease(
  work: Work,
  { id, ...choice }: ReleaseChoice & { id: string },
): Promise<void> {
  const whole = await deliveryOf(work.tx, work.actor, id, { lock: true });
  deliveryPolicy.permit(work.actor, "write", subjectOf(whole));
  const { delivery: row, account, content } = whole;
  if (!goesToRecipients(account)) throw notForPress();
  const { embargoUntil } = content;
  const note = await prepareRelease(work, { row, account, embargoUntil, choice });
  await noteEvent(work, row, note ? `Chọn lại nơi nhận; ${note}` : "Chọn lại nơi nhận");
  await work.record({
    act: "change-release",
    objectKind: "delivery",
    objectId: id,
    after: {
      listIds: choice.listIds,
      contacts: choice.contactIds.length,
      mediaIds: choice.mediaIds,
      isAhead: choice.isAhead,
    },
  });
  await followNow(work, content);
}

/**
 * A release that stands with some goes to those who have not had it, and to whom is chosen beside them. The same
 * delivery: who has it is in its ledger, and is never written to again.
 */
export async function sendToRest(
  work: Work,
  { id, listIds, contactIds }: { id: string; listIds: string[]; contactIds: string[] },
): Promise<void> {
  const { tx, actor, at } = work;
  const whole = await deliveryOf(tx, actor, id, { lock: true });
  deliveryPolicy.permit(actor, "sendOn", subjectOf(whole));
  const { delivery: row, account } = whole;
  if (!goesToRecipients(account)) throw notForPress();
  const handles = reopened(row.handles);
  const open = (await tx.select().from(pressRecipient).where(eq(pressRecipient.deliveryId, id))).filter(
    (one) => !hasHadIt(handles, one),
  );
  const wanted = [...contactIds, ...open.map(({ contactId }) => contactId)];
  const choice = { listIds, contactIds: wanted, mediaIds: [], isAhead: false };
  const { fresh } = await freezeRecipients(work, { ...row, handles }, choice, { adds: true });
  const left = (await recipientsOf(tx, id)).filter(
    ({ key, isWilling }) => isWilling && !hasHadIt(handles, { key }),
  );
  if (left.length === 0)
    throw new Conflict("Không còn nơi nào chưa nhận mà đang nhận thư; có thể chọn thêm nơi nhận.");
  // Hours at which the agency posts nothing hold for these letters as for any other.
  const { at: dueAt, why } = await nextPermitted(work, { account, itemId: row.itemId, deliveryId: id }, at);
  const moved = await moveDelivery(work, row, "sendOn", {
    set: {
      ...{ handles, dueAt, riskyAt: null, nextTryAt: null, reason: null, settledAt: null },
    },
    words: `Cho gửi tới ${left.length} nơi chưa nhận${why === null ? "" : `. ${why}`}`,
  });
  if (!moved) throw new Conflict("Lượt đăng vừa đổi trạng thái; chưa có gì thay đổi, hãy tải lại trang.");
  await work.record({
    act: "send-release-on",
    objectKind: "delivery",
    objectId: id,
    after: { count: left.length, chosen: fresh },
  });
  await later(work, DELIVER_QUEUE, dueAt);
}
