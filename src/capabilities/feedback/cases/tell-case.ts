import { eq } from "drizzle-orm";
import { draftFromElsewhere, withdrawSuggestion } from "#newsroom";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { findPersonalData } from "#platform/personal-data/find-personal-data.ts";
import { redact } from "#platform/personal-data/redact.ts";
import { shorten } from "#platform/text/shorten.ts";
import type { Work } from "#platform/work/work.ts";
import { publicationOf } from "../publishing/publication-queries.ts";
import { CASE_SUGGESTION } from "../publishing/publish-outcome.ts";
import { feedbackCase } from "../tables.ts";
import { casePath, heldCase, obligationIdsOfCase, photosOfCase, subjectOfCase } from "./case-queries.ts";
import { casePolicy } from "./policy.ts";

/**
 * Makes a draft of the newsroom of an approved case, once; what may be personal data is covered unless it was named as
 * what may stay, and the first picture that may be shown goes with it. Gives the draft's id.
 * @throws Forbidden, NotFound, Unacceptable
 */
export async function tellCase(work: Work, { id, unitId }: { id: string; unitId: string }): Promise<string> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const row = await heldCase(tx, agencyId, id);
  casePolicy.permit(actor, "tell", subjectOfCase(row));
  const covered = (text: string): string =>
    redact(
      text,
      findPersonalData(text).filter(({ from, to }) => !row.kept.includes(text.slice(from, to))),
    );
  const photos = (await photosOfCase(tx, agencyId, id)).filter(({ issues }) => issues.length === 0);
  const lead = photos.find(({ shows }) => shows === "after") ?? photos[0];
  const others = photos.filter((photo) => photo !== lead).map(({ fileName }) => `“${fileName}”`);
  const contentId = await draftFromElsewhere(work, {
    ...{ kind: "news", unitId, title: covered(row.title), imageId: lead?.id ?? null },
    summary: shorten(covered(row.resultWords), 400),
    lines: [
      `## Trước khi xử lý (${formatDate(row.beforeOn)})`,
      covered(row.beforeWords),
      "## Đã làm gì",
      covered(row.doneWords),
      `## Kết quả (${formatDate(row.afterOn)})`,
      covered(row.resultWords),
    ],
    from: { label: `Trường hợp trước và sau: ${row.title}`, href: casePath(id) },
    origin: `Soạn từ trường hợp trước và sau đã duyệt.${others.length > 0 ? ` Ảnh khác của trường hợp trong kho tư liệu: ${others.join(", ")}.` : ""} Thông tin cá nhân đã che tự động; xin đọc lại trước khi gửi duyệt.`,
    obligationIds: await obligationIdsOfCase(tx, id),
  });
  await tx.update(feedbackCase).set({ contentId }).where(eq(feedbackCase.id, id));
  // What has its draft needs no suggestion.
  const outcome = row.feedbackId && (await publicationOf(tx, agencyId, row.feedbackId));
  if (outcome) await withdrawSuggestion(work, { source: CASE_SUGGESTION.source, key: outcome.id });
  await work.record({
    ...{ act: "tell-feedback-case", objectKind: "feedback-case", objectId: id },
    after: { content: contentId },
  });
  return contentId;
}
