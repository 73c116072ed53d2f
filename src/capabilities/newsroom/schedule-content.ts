import { notify } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { leaveBundle } from "./bundles/bundle-content.ts";
import { lockWithOthers } from "./bundles/bundle-queries.ts";
import { openDue } from "./bundles/decide-together.ts";
import { type ContentItem, itemOf, revisionOf } from "./content-queries.ts";
import { refuseBeforeEmbargo } from "./embargo/refuse-before-embargo.ts";
import { openPersonalData } from "./language/language-queries.ts";
import { exactText, moveContent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { publishIssues } from "./publish-issues.ts";
import { amongSeers } from "./readers/hidden.ts";
import { checkersOf } from "./remind-of-post-checks.ts";
import { endReview } from "./review/begin-review.ts";
import { capacityOutsideSteps } from "./review/review-queries.ts";
import { refuseStale } from "./stale-text.ts";

/** A decision to publish can be taken back for so long before it takes effect. */
const TAKE_BACK_SECONDS = 30;
/** A time further away is a slip of the year. */
const LATEST_DAYS = 366;
export const PUBLISH_QUEUE = "newsroom.publish-due-content";

async function refuseIncomplete({ tx }: Work, item: ContentItem, at: Date): Promise<void> {
  const issues = await publishIssues(tx, item, await revisionOf(tx, item.currentRevisionId), at);
  if (issues.length > 0) throw new Unacceptable("Chưa đăng được; hãy bổ sung các mục còn thiếu.", issues);
}

/**
 * The moment at which a text may come out that is wanted then, or as soon as the time to take it back has passed when
 * none is given. @throws Unacceptable for a time that cannot be meant, an embargo, or what is still missing
 */
export async function settleTime(work: Work, item: ContentItem, wanted: Date | null): Promise<Date> {
  const { at } = work;
  if (wanted !== null && wanted.getTime() < at.getTime() - 60_000) {
    throw new Unacceptable("Giờ hẹn đã qua; hãy chọn giờ khác hoặc đăng ngay.", [
      { field: "at", message: "Giờ này đã qua." },
    ]);
  }
  if (wanted !== null && wanted.getTime() > at.getTime() + LATEST_DAYS * 86_400_000) {
    throw new Unacceptable("Giờ hẹn xa hơn một năm; hãy kiểm tra lại ngày, nhất là năm.", [
      { field: "at", message: "Giờ hẹn xa hơn một năm." },
    ]);
  }
  const soonest = new Date(at.getTime() + TAKE_BACK_SECONDS * 1000);
  const scheduledAt = wanted !== null && wanted > soonest ? wanted : soonest;
  refuseBeforeEmbargo(item, scheduledAt);
  await refuseIncomplete(work, item, scheduledAt);
  return scheduledAt;
}

/**
 * Publishes an approved text at a time, or as soon as the time to take it back has passed when none is given. The
 * row is the truth; the queued job only makes it punctual.
 */
export async function scheduleContent(
  work: Work,
  { id, at: wanted }: { id: string; at: Date | null },
): Promise<Date> {
  const { tx, actor } = work;
  const item = contentPolicy.permit(actor, "schedule", await itemOf(tx, actor, id, { lock: true }));
  const scheduledAt = await settleTime(work, item, wanted);
  await moveContent(work, item, "schedule", {
    set: { scheduledAt },
    note: wanted === null ? "Đăng ngay" : `Hẹn giờ ${formatDateTime(scheduledAt)}`,
  });
  await later(work, PUBLISH_QUEUE, scheduledAt);
  return scheduledAt;
}

/** Publishes at once without a second person, for what cannot wait; leaves the visible debt "chờ hậu kiểm". */
export async function scheduleUrgently(
  work: Work,
  { id, revisionId, reason }: { id: string; revisionId: string; reason: string },
): Promise<Date> {
  const { tx, actor, at } = work;
  if (reason.trim() === "") {
    throw new Unacceptable("Hãy ghi lý do đăng khẩn.", [{ field: "reason", message: "Hãy ghi lý do." }]);
  }
  await lockWithOthers(tx, actor.agencyId, id);
  const item = contentPolicy.permit(actor, "scheduleUrgently", await itemOf(tx, actor, id, { lock: true }));
  const text = await revisionOf(tx, item.currentRevisionId);
  await refuseStale(work, text, revisionId, "Bài chưa được đăng; hãy xem bản ấy rồi đăng.");
  refuseBeforeEmbargo(item, at);
  await refuseIncomplete(work, item, at);
  const personal = await openPersonalData(tx, item, text);
  if (personal.length > 0)
    throw new Unacceptable("Chưa đăng khẩn được: trong bài có dữ liệu cá nhân chưa ai xử lý.", personal);
  await endReview(work, id, "urgent");
  await leaveBundle(work, id);
  await moveContent(work, item, "scheduleUrgently", {
    set: { scheduledAt: at, urgent: true, submittedBy: actor.personId, submittedAt: at },
    reason,
    note: [exactText(text), await capacityOutsideSteps(tx, actor, item, ["editor", "leadership"], at)]
      .filter(Boolean)
      .join(" · "),
  });
  await later(work, PUBLISH_QUEUE, at);
  const togetherId = item.turn?.togetherId;
  if (togetherId) await openDue(work, togetherId);
  await notify(work, {
    personIds: await amongSeers(tx, item, await checkersOf(tx, item, actor.personId)),
    cause: `content-post-check:${id}:${at.toISOString()}`,
    kind: "review",
    title: `Đăng khẩn, chờ hậu kiểm: ${text.title}`,
    href: `/workspace/noi-dung/${id}`,
  });
  return at;
}

/** Takes a scheduled publication back before it happens; the approval stays. */
export async function takeBack(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  const item = contentPolicy.permit(actor, "takeBack", await itemOf(tx, actor, id, { lock: true }));
  if (item.urgent) throw new Unacceptable("Nội dung đăng khẩn không lùi lại được; hãy thu hồi sau khi đăng.");
  await moveContent(work, item, "takeBack", { set: { scheduledAt: null } });
}
