import { eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile, readFile } from "#platform/files/files.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import type { Work } from "#platform/work/work.ts";
import { workingDaysBetween } from "../clock.ts";
import { heldFeedback, picturesOf, subjectOf } from "../feedback-queries.ts";
import { fieldsOf } from "../feedback-setting.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedbackPublication, feedbackPublicationPicture } from "../tables.ts";
import { coverPicture, type Mark } from "./cover-picture.ts";
import { isLive, personalIn, publicationOf, publicationPicturesOf } from "./publication-queries.ts";

export interface PreparedPublication {
  id: string;
  title: string;
  question: string;
  answer: string;
  place: string | null;
  /** False: only the month is told. */
  tellsDay: boolean;
  /** What looks like personal data and may stay, as it stands in the texts. */
  kept: string[];
  pictures: { pictureId: string; alt: string; marks: Mark[] }[];
}

/**
 * Writes what the public would read, as a record of its own. What the scanner still finds has to be taken out, or named
 * as something that may stay; a second reader lets it out. Gives keys of files that are needed no more.
 * @throws Forbidden, Conflict, Unacceptable
 */
export async function preparePublication(work: Work, given: PreparedPublication): Promise<string[]> {
  const { tx, actor, at } = work;
  const { agencyId, personId: preparedBy, name: preparedByName } = actor;
  const row = await heldFeedback(tx, agencyId, given.id);
  feedbackPolicy.permit(actor, "publish", subjectOf(row));
  if (row.answer === null || row.answeredAt === null)
    throw new Conflict("Chỉ công khai phản ánh đã trả lời.");
  const before = await publicationOf(tx, agencyId, row.id);
  if (before && isLive(before)) throw new Conflict("Bản này đang công khai; muốn sửa thì rút xuống trước.");
  const texts = [given.title, given.question, given.answer, given.place ?? ""];
  const left = personalIn(texts).filter((words) => !given.kept.includes(words));
  if (left.length > 0) {
    const message = `Còn giống dữ liệu cá nhân: ${left.map((words) => `“${words}”`).join(", ")}. Hãy che đi, hoặc đánh dấu là được giữ.`;
    throw new Unacceptable(message, [{ field: "kept", message }]);
  }
  const isOff = await daysOffOf(tx, agencyId);
  const receivedOn = toVietnamDate(row.receivedAt).toString();
  const answeredOn = toVietnamDate(row.answeredAt).toString();
  const values = {
    kind: row.kind,
    fieldName: (await fieldsOf(tx, agencyId)).find(({ id }) => id === row.fieldId)?.name ?? "Chưa phân loại",
    unitName: (await unitsOfAgency(tx, agencyId)).find(({ id }) => id === row.unitId)?.name ?? "Cơ quan",
    ...{ title: given.title, question: given.question, answer: given.answer, place: given.place },
    ...{ procedureCode: row.procedureCode, answerBasis: row.answerBasis ?? "", receivedOn, answeredOn },
    ...{ tellsDay: given.tellsDay, kept: given.kept, inTime: answeredOn <= row.dueOn },
    workingDays: workingDaysBetween(receivedOn, answeredOn, isOff),
    ...{ preparedBy, preparedByName, preparedAt: at, senderName: null },
    ...{ checkedBy: null, checkedByName: null, publishedAt: null, withdrawnAt: null, withdrawalReason: null },
  };
  const id = before?.id ?? uuidv7();
  await tx
    .insert(feedbackPublication)
    .values({ id, agencyId, feedbackId: row.id, code: row.code, ...values })
    .onConflictDoUpdate({
      target: [feedbackPublication.agencyId, feedbackPublication.feedbackId],
      set: values,
    });
  const old = await publicationPicturesOf(tx, agencyId, id);
  await tx.delete(feedbackPublicationPicture).where(eq(feedbackPublicationPicture.publicationId, id));
  const own = await picturesOf(tx, agencyId, row.id);
  for (const [position, { pictureId, alt, marks }] of given.pictures.entries()) {
    const original = own.some((one) => one.id === pictureId) ? await readFile(pictureId) : null;
    if (!original) throw new NotFound("Không có ảnh này trong phản ánh.");
    const { bytes, width, height } = await coverPicture(original, marks);
    const pictureOwn = uuidv7();
    await putFile(pictureOwn, bytes);
    await tx.insert(feedbackPublicationPicture).values({
      ...{ id: pictureOwn, agencyId, publicationId: id, position, alt, width, height, covered: marks.length },
    });
  }
  await work.record({
    ...{ act: "prepare-feedback-publication", objectKind: "feedback", objectId: row.id },
    after: { title: given.title, kept: given.kept.length, pictures: given.pictures.length },
  });
  return old.map((picture) => picture.id);
}
