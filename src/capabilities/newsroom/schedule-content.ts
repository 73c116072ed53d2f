import { inArray } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { later } from "#platform/jobs/later.ts";
import { collectImages } from "#platform/rich-text/render-rich-text.ts";
import type { Work } from "#platform/work/work.ts";
import {
  type ContentItem,
  type ContentRevision,
  itemOf,
  linksOfItem,
  revisionOf,
} from "./content-queries.ts";
import { issuesToPublish } from "./content-requirements.ts";
import { moveContent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { mediaAsset } from "./tables.ts";

/** A decision to publish can be taken back for so long before it takes effect. */
const TAKE_BACK_SECONDS = 30;
export const PUBLISH_QUEUE = "newsroom.publish-due-content";

/** What still hinders publishing this text. */
export async function publishIssues(q: Queryable, item: ContentItem, text: ContentRevision) {
  const wanted = collectImages(text.body).map(({ mediaId }) => mediaId);
  const media =
    wanted.length === 0 ? [] : await q.select().from(mediaAsset).where(inArray(mediaAsset.id, wanted));
  const { taskIds, obligationIds } = await linksOfItem(q, item.id);
  return issuesToPublish(
    { kind: item.kind, ...text },
    taskIds.length + obligationIds.length,
    new Map(media.map((asset) => [asset.id, asset])),
  );
}

async function refuseIncomplete({ tx }: Work, item: ContentItem): Promise<void> {
  const issues = await publishIssues(tx, item, await revisionOf(tx, item.currentRevisionId));
  if (issues.length > 0) throw new Unacceptable("Chưa đăng được; hãy bổ sung các mục còn thiếu.", issues);
}

/**
 * Publishes an approved text at a time, or as soon as the time to take it back has passed when none is given. The
 * row is the truth; the queued job only makes it punctual.
 */
export async function scheduleContent(
  work: Work,
  { id, at: wanted }: { id: string; at: Date | null },
): Promise<Date> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "schedule", await itemOf(tx, actor.agencyId, id, { lock: true }));
  if (wanted !== null && wanted.getTime() < at.getTime() - 60_000) {
    throw new Unacceptable("Giờ hẹn đã qua; hãy chọn giờ khác hoặc đăng ngay.", [
      { field: "at", message: "Giờ này đã qua." },
    ]);
  }
  await refuseIncomplete(work, item);
  const soonest = new Date(at.getTime() + TAKE_BACK_SECONDS * 1000);
  const scheduledAt = wanted !== null && wanted > soonest ? wanted : soonest;
  await moveContent(work, item, "schedule", { set: { scheduledAt } });
  await later(work, PUBLISH_QUEUE, scheduledAt);
  return scheduledAt;
}

/** Publishes at once without a second person, for what cannot wait; leaves the visible debt "chờ hậu kiểm". */
export async function scheduleUrgently(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<Date> {
  const { tx, actor, at } = work;
  if (reason.trim() === "") {
    throw new Unacceptable("Hãy ghi lý do đăng khẩn.", [{ field: "reason", message: "Hãy ghi lý do." }]);
  }
  const item = contentPolicy.permit(
    actor,
    "scheduleUrgently",
    await itemOf(tx, actor.agencyId, id, { lock: true }),
  );
  await refuseIncomplete(work, item);
  await moveContent(work, item, "scheduleUrgently", {
    set: { scheduledAt: at, urgent: true, submittedBy: actor.personId, submittedAt: at },
    reason,
  });
  await later(work, PUBLISH_QUEUE, at);
  return at;
}

/** Takes a scheduled publication back before it happens; the approval stays. */
export async function takeBack(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  const item = contentPolicy.permit(actor, "takeBack", await itemOf(tx, actor.agencyId, id, { lock: true }));
  if (item.urgent) throw new Unacceptable("Nội dung đăng khẩn không lùi lại được; hãy thu hồi sau khi đăng.");
  await moveContent(work, item, "takeBack", { set: { scheduledAt: null } });
}
