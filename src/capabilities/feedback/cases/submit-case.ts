import { eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { findPersonalData } from "#platform/personal-data/find-personal-data.ts";
import { personalKinds } from "#platform/personal-data/personal-span.ts";
import type { Work } from "#platform/work/work.ts";
import { feedbackCase } from "../tables.ts";
import { caseFields, caseWords } from "./case.ts";
import { caseHref, type FeedbackCase, heldCase, photosOfCase, subjectOfCase } from "./case-queries.ts";
import { casePolicy } from "./policy.ts";

/** What a case still lacks before a second person may read it, each with its field. */
async function lackingIn({ tx }: Work, row: FeedbackCase): Promise<{ field: string; message: string }[]> {
  const empty = caseFields
    .filter((field) => row[field].trim() === "")
    .map((field) => ({ field, message: `Hãy viết phần “${caseWords[field]}”.` }));
  const personal = caseFields.flatMap((field) =>
    findPersonalData(row[field])
      .map((span) => ({ ...span, words: row[field].slice(span.from, span.to) }))
      .filter(({ words }) => !row.kept.includes(words))
      .map(({ kind, words }) => ({
        field,
        message: `Phần “${caseWords[field]}” còn giống dữ liệu cá nhân (${personalKinds[kind].label.toLocaleLowerCase("vi")}): “${words}”. Hãy bỏ đi, hoặc ghi vào “Chỗ được giữ” nếu không phải.`,
      })),
  );
  const photos = (await photosOfCase(tx, row.agencyId, row.id))
    .filter(({ issues }) => issues.length > 0)
    .map(({ fileName, issues, shows }) => ({
      field: shows,
      message: `Ảnh “${fileName}” không còn dùng được: ${issues.join(", ")}.`,
    }));
  return [...empty, ...personal, ...photos];
}

/** @throws Unacceptable */
export async function needWhole(work: Work, row: FeedbackCase): Promise<void> {
  const lacking = await lackingIn(work, row);
  if (lacking.length > 0) throw new Unacceptable(`Trường hợp còn ${lacking.length} chỗ phải sửa.`, lacking);
}

/** Hands a case to a second person; those who may decide and wrote nothing of it are told. @throws Forbidden, Unacceptable */
export async function submitCase(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const row = await heldCase(tx, agencyId, id);
  casePolicy.permit(actor, "save", subjectOfCase(row));
  await needWhole(work, row);
  await tx
    .update(feedbackCase)
    .set({
      ...{ state: "submitted", submittedAt: at, changedAt: at, returnReason: null },
      ...{ decidedBy: null, decidedByName: null, decidedAt: null },
      writers: [...new Set([...row.writers, actor.personId])],
    })
    .where(eq(feedbackCase.id, id));
  const deciding = [
    ...(await peopleWithRole(tx, agencyId, "head", row.unitId)),
    ...(await peopleWithRole(tx, agencyId, "leadership")),
  ].map((person) => person.id);
  const told = [...new Set(deciding)].filter(
    (personId) => personId !== actor.personId && !row.writers.includes(personId),
  );
  await notify(work, {
    personIds: told,
    cause: `feedback-case:${id}:${at.toISOString()}`,
    kind: "feedback",
    title: `Trường hợp trước và sau chờ duyệt: ${row.title}`.slice(0, 300),
    href: caseHref(id),
  });
  await work.record({
    ...{ act: "submit-feedback-case", objectKind: "feedback-case", objectId: id },
    before: { state: row.state },
    after: { state: "submitted" },
  });
}
