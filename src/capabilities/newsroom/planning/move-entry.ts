import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf } from "../content-queries.ts";
import { addEvent } from "../move-content.ts";
import { contentPolicy } from "../policy.ts";
import { PUBLISH_QUEUE, settleTime } from "../schedule-content.ts";
import { contentItem, deliverable, story } from "../tables.ts";
import { deliverablePolicy } from "./policy.ts";
import { deliverableForUpdate } from "./story-queries.ts";
import { tellMovedDue, tellMovedPublication } from "./tell-maker.ts";

/** `seenAt`: where the mover saw it; moved by another meanwhile, it stays where it is now. */
interface Move {
  id: string;
  at: Date;
  seenAt: Date;
}

function refuseMoved(now: Date | null, seen: Date): void {
  if (now?.getTime() === seen.getTime()) return;
  throw new Conflict(
    now ? `Có người vừa chuyển sang ${formatDateTime(now)}; hãy xem lại lịch.` : "Bài không còn hẹn giờ.",
  );
}

/** Moves the day by which something is to be ready. */
export async function moveDeliverable(work: Work, { id, at: dueAt, seenAt }: Move): Promise<void> {
  const { tx, actor, at } = work;
  const found = await deliverableForUpdate(tx, actor.agencyId, id);
  deliverablePolicy.permit(actor, "move", found);
  refuseMoved(found.dueAt, seenAt);
  const [row] = await tx
    .update(deliverable)
    .set({ dueAt, updatedAt: at })
    .where(eq(deliverable.id, id))
    .returning();
  await tx.update(story).set({ updatedAt: at }).where(eq(story.id, found.storyId));
  await work.record({
    act: "move-deliverable",
    objectKind: "deliverable",
    objectId: id,
    before: { dueAt: found.dueAt },
    after: { dueAt },
  });
  await tellMovedDue({ work, story: found.story, row: row! }, found.dueAt);
}

/**
 * Moves a publication to another time, with what scheduling it asks for; refused, it stays where it was. The job
 * queued for the old time finds nothing due.
 */
export async function moveContentTime(work: Work, { id, at: wanted, seenAt }: Move): Promise<Date> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "takeBack", await itemOf(tx, actor, id, { lock: true }));
  if (item.urgent) throw new Unacceptable("Nội dung đăng khẩn không đổi giờ được.");
  refuseMoved(item.scheduledAt, seenAt);
  const scheduledAt = await settleTime(work, item, wanted);
  await tx.update(contentItem).set({ scheduledAt, updatedAt: at }).where(eq(contentItem.id, id));
  await addEvent(work, item, "reschedule", {
    fromState: item.state,
    note: `Từ ${formatDateTime(seenAt)} sang ${formatDateTime(scheduledAt)}`,
  });
  await work.record({
    act: "reschedule-content",
    objectKind: "content",
    objectId: id,
    before: { scheduledAt: item.scheduledAt },
    after: { scheduledAt },
  });
  await tellMovedPublication(work, item, { from: seenAt, to: scheduledAt });
  await later(work, PUBLISH_QUEUE, scheduledAt);
  return scheduledAt;
}
