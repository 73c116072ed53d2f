import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { delivery } from "../tables.ts";
import { changeOf, subjectOfStanding, type WholeChange } from "./change-queries.ts";
import { CHANGE_QUEUE } from "./change-queue.ts";
import { finishChange } from "./finish-change.ts";
import { moveChange } from "./move-change.ts";
import { changePolicy } from "./policy.ts";

const again = { nextTryAt: null, attempts: 0, riskyAt: null, why: null };

async function begunAnew(work: Work, { change }: WholeChange, words: string): Promise<void> {
  const { tx, at } = work;
  if (!(await moveChange(work, change, "tryAgain", { set: again, words })))
    throw new Conflict("Việc này vừa đổi trạng thái; chưa có gì thay đổi, hãy tải lại trang.");
  await tx.update(delivery).set({ needsPerson: false }).where(eq(delivery.id, change.deliveryId));
  await later(work, CHANGE_QUEUE, at);
}

/** What was not done is tried again, with what its connector keeps of it. */
export async function tryChangeAgain(work: Work, { id }: { id: string }): Promise<void> {
  const whole = await changeOf(work.tx, work.actor, id);
  changePolicy.permit(work.actor, "tryAgain", subjectOfStanding(whole, whole.change));
  await begunAnew(work, whole, "Cho làm lại");
  await work.record({ act: "retry-change", objectKind: "delivery", objectId: whole.delivery.id });
}

/** It is left to a person at the channel, who says so when it is done. */
export async function leaveChange(work: Work, { id }: { id: string }): Promise<void> {
  const whole = await changeOf(work.tx, work.actor, id);
  changePolicy.permit(work.actor, "drop", subjectOfStanding(whole, whole.change));
  const { change, content, place } = whole;
  // What waits is let go of; what the network did not take a person does, in the words that were agreed to.
  const isLetGo = change.state === "waiting" || change.state === "handed";
  const words = isLetGo ? "Thôi việc sửa, gỡ này" : "Để người phụ trách làm bằng tay";
  if (!(await moveChange(work, change, isLetGo ? "drop" : "hand", { words })))
    throw new Conflict("Việc này vừa đổi trạng thái; chưa có gì thay đổi, hãy tải lại trang.");
  const isWrong = content.state !== "published" || content.revisionId !== place.revisionId;
  await work.tx.update(delivery).set({ needsPerson: isWrong }).where(eq(delivery.id, change.deliveryId));
  await work.record({ act: "leave-change", objectKind: "delivery", objectId: change.deliveryId });
}

/** A person has looked at the channel and says what nobody else could: it is done, or it is done again. */
export async function decideChange(
  work: Work,
  { id, isDone }: { id: string; isDone: boolean },
): Promise<void> {
  const whole = await changeOf(work.tx, work.actor, id);
  changePolicy.permit(work.actor, "decide", subjectOfStanding(whole, whole.change));
  if (isDone) await finishChange(work, whole, { note: "Đã xem trên kênh: đã xong" });
  else await begunAnew(work, whole, "Đã xem trên kênh: chưa xong, cho làm lại");
  await work.record({
    act: "decide-change",
    objectKind: "delivery",
    objectId: whole.delivery.id,
    after: { isDone },
  });
}
