import { eq } from "drizzle-orm";
import { suggestContent, withdrawSuggestion } from "#newsroom";
import { Conflict } from "#platform/auth/policy.ts";
import { dropSearchText, putSearchText } from "#platform/search/search-text.ts";
import type { Work } from "#platform/work/work.ts";
import { type Feedback, heldFeedback, subjectOf } from "../feedback-queries.ts";
import { moveFeedback } from "../move-feedback.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedbackPublication } from "../tables.ts";
import {
  consentOf,
  isLive,
  type Publication,
  publicationOf,
  publicationPath,
  publicationPicturesOf,
  redrawFeedback,
} from "./publication-queries.ts";

/** What was wrong and was put right, with a picture of it. */
export const CASE_SUGGESTION = { source: "feedback-case", sourceLabel: "Trước và sau" };

/** A second reader lets it out as he read it; the name stands there only under a consent. @throws Forbidden, Conflict */
export async function publishOutcome(
  work: Work,
  { id, preparedAt }: { id: string; preparedAt: Date },
): Promise<void> {
  const { tx, actor, at } = work;
  const row = await heldFeedback(tx, actor.agencyId, id);
  const found = await publicationOf(tx, actor.agencyId, id);
  if (!found || found.publishedAt !== null) throw new Conflict("Chưa có bản nào chờ công khai.");
  feedbackPolicy.permit(actor, "check", { ...subjectOf(row), preparedBy: found.preparedBy });
  if (found.preparedAt.getTime() !== preparedAt.getTime())
    throw new Conflict("Bản công khai đã được sửa sau khi bạn mở trang; hãy tải lại rồi đọc bản mới.");
  const consent = await consentOf(tx, actor.agencyId, id);
  await tx
    .update(feedbackPublication)
    .set({
      ...{ checkedBy: actor.personId, checkedByName: actor.name, publishedAt: at },
      senderName: consent?.shownName ?? null,
    })
    .where(eq(feedbackPublication.id, found.id));
  await moveFeedback(work, row, { step: "publish", act: "publish-feedback" });
  await putSearchText(tx, {
    ...{ agencyId: row.agencyId, kind: "feedback", objectId: found.id, title: found.title, at },
    body: [found.question, found.answer, found.fieldName, found.unitName].join("\n"),
    address: publicationPath(found),
    label: "Trả lời phản ánh",
    ...{ code: found.code, fields: [found.fieldName] },
  });
  if ((await publicationPicturesOf(tx, row.agencyId, found.id)).length > 0)
    await suggestContent(work, {
      ...{ ...CASE_SUGGESTION, key: found.id, title: `Trước và sau: ${found.title}` },
      why: `Phản ánh ${found.code} có ảnh, đã xử lý và công khai. Kể lại việc trước và sau khi xử lý, theo bản công khai.`,
      href: `/phan-anh/${row.id}`,
    });
  await redrawFeedback(tx);
}

/** Is public no more, without a word of what it said; the reason stands at its address. */
export async function takeOff(work: Work, row: Feedback, live: Publication, reason: string): Promise<void> {
  await work.tx
    .update(feedbackPublication)
    .set({ withdrawnAt: work.at, withdrawalReason: reason })
    .where(eq(feedbackPublication.id, live.id));
  await withdrawSuggestion(work, { source: CASE_SUGGESTION.source, key: live.id });
  await dropSearchText(work.tx, "feedback", live.id);
  await redrawFeedback(work.tx);
  await work.record({ act: "unpublish-feedback", objectKind: "feedback", objectId: row.id, reason });
}

/** Takes it from the public with a reason. @throws Forbidden, Conflict */
export async function unpublishOutcome(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const row = await heldFeedback(work.tx, work.actor.agencyId, id);
  feedbackPolicy.permit(work.actor, "unpublish", subjectOf(row));
  const found = await publicationOf(work.tx, work.actor.agencyId, id);
  if (!found || !isLive(found)) throw new Conflict("Phản ánh này không đang công khai.");
  await takeOff(work, row, found, reason);
  await moveFeedback(work, row, {
    step: "unpublish",
    act: "unpublish-feedback",
    innerNote: reason,
    tells: false,
  });
}
