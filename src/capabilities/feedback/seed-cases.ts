import { samplePictureId } from "#newsroom";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { sampleObligationId, sampleTaskOfObligation } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import { approveCase } from "./cases/approve-case.ts";
import { saveCase } from "./cases/save-case.ts";
import { showCasePhotos } from "./cases/show-case-photos.ts";
import { submitCase } from "./cases/submit-case.ts";
import { feedbackOf } from "./feedback-queries.ts";
import { sampleCases } from "./sample-cases.ts";
import { feedbackCase } from "./tables.ts";

const sampleId = (index: number) => `01970000-0000-7000-8000-0012${index.toString(16).padStart(8, "0")}`;

/** Cases of the sample department: one approved, one that waits, one in draft; all invented. */
export async function loadCases(
  database: Database,
  { writer, leader, libraryFeedbackId }: { writer: Actor; leader: Actor; libraryFeedbackId: string },
): Promise<void> {
  const known = new Set(
    (await database.select({ id: feedbackCase.id }).from(feedbackCase)).map(({ id }) => id),
  );
  const { code } = await feedbackOf(database, { ...writer, agencyId: SAMPLE_AGENCY_ID }, libraryFeedbackId);
  const picture = async (fileName?: string) => {
    const mediaId = fileName && (await samplePictureId(database, SAMPLE_AGENCY_ID, fileName));
    return mediaId ? [mediaId] : [];
  };
  for (const [
    index,
    { state, daysAgo, fromLibrary, obligation, pictures, ...words },
  ] of sampleCases.entries()) {
    const id = sampleId(index + 1);
    if (known.has(id)) continue;
    const day = (days: number) => new Date(Date.now() - days * 86_400_000);
    const on = (days: number) => toVietnamDate(day(days)).toString();
    const given = {
      ...{ id, ...words, unitId: sampleUnitId("phong-mau-a"), kept: [] },
      ...{ beforeOn: on(daysAgo + 20), afterOn: on(daysAgo + 2), feedbackCode: fromLibrary ? code : "" },
      taskId: obligation === null ? null : sampleTaskOfObligation(obligation),
      obligationIds: obligation === null ? [] : [sampleObligationId(obligation)],
    };
    await work(database, writer, (current) => saveCase(current, given), { at: day(daysAgo + 1) });
    const shown = { before: await picture(pictures?.before), after: await picture(pictures?.after) };
    if (pictures)
      await work(database, writer, (current) => showCasePhotos(current, { id, ...shown }), {
        at: day(daysAgo + 1),
      });
    if (state === "draft") continue;
    const submittedAt = day(daysAgo + 0.5);
    await work(database, writer, (current) => submitCase(current, { id }), { at: submittedAt });
    if (state === "submitted") continue;
    await work(database, leader, (current) => approveCase(current, { id, submittedAt }), {
      at: day(daysAgo),
    });
  }
}
