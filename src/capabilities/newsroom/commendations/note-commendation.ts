import { eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { clean } from "../clean-words.ts";
import { searchable } from "../searchable.ts";
import { commendation, commendationText } from "../tables.ts";
import type { CommendedSubject } from "./commendation.ts";
import { commendationOf } from "./commendation-queries.ts";
import { commendationPolicy } from "./policy.ts";

export interface CommendationFields {
  unitId: string;
  name: string;
  jobTitle: string | null;
  achievement: string;
  decisionNumber: string | null;
  decisionOn: string | null;
  decisionBy: string | null;
}

/** The fields as they are kept, with the words to search. @throws Unacceptable, NotFound */
async function keptFields({ tx, actor, at }: Work, fields: CommendationFields) {
  const { unitId, jobTitle, decisionNumber, decisionOn, decisionBy } = fields;
  if (!(await unitsOfAgency(tx, actor.agencyId)).some(({ id }) => id === unitId))
    throw new NotFound("Không có đơn vị này trong cơ quan.");
  const kept = {
    unitId,
    name: clean(fields.name).replace(/\s+/g, " "),
    jobTitle: jobTitle && (clean(jobTitle) || null),
    achievement: clean(fields.achievement),
    decisionNumber: decisionNumber && (clean(decisionNumber) || null),
    decisionOn,
    decisionBy: decisionBy && (clean(decisionBy) || null),
  };
  const issues = [
    ...(kept.name === "" ? [{ field: "name", message: "Hãy ghi tên người, tập thể." }] : []),
    ...(kept.achievement === "" ? [{ field: "achievement", message: "Hãy ghi thành tích." }] : []),
    ...(kept.decisionNumber === null && (decisionOn !== null || kept.decisionBy !== null)
      ? [{ field: "decisionNumber", message: "Hãy ghi số quyết định." }]
      : []),
    ...(decisionOn !== null && decisionOn > toVietnamDate(at).toString()
      ? [{ field: "decisionOn", message: "Ngày quyết định ở tương lai." }]
      : []),
  ];
  if (issues[0]) throw new Unacceptable(issues[0].message, issues);
  return { kept, wordsPlain: searchable([kept.name, kept.jobTitle, kept.achievement].join("\n")) };
}

/** Notes whom the agency praises; the same one sent again is the same entry. Gives its id. */
export async function noteCommendation(
  work: Work,
  { id, subject, ...fields }: CommendationFields & { id: string; subject: CommendedSubject },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  commendationPolicy.permit(actor, "note", { agencyId, unitId: fields.unitId });
  const { kept, wordsPlain } = await keptFields(work, fields);
  const [made] = await tx
    .insert(commendation)
    .values({ id, agencyId, subject, ...kept, wordsPlain, notedBy: personId, notedAt: at, updatedAt: at })
    .onConflictDoNothing()
    .returning({ id: commendation.id });
  if (!made) {
    const [known] = await tx.select().from(commendation).where(eq(commendation.id, id));
    if (known?.notedBy === personId && known.agencyId === agencyId) return id;
    throw new Conflict("Chưa ghi được; hãy bấm ghi lần nữa.");
  }
  await work.record({
    act: "note-commendation",
    objectKind: "commendation",
    objectId: id,
    after: { subject, ...kept },
  });
  return id;
}

/** Says what is known now of an entry. */
export async function changeCommendation(
  work: Work,
  { id, ...fields }: CommendationFields & { id: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = commendationPolicy.permit(
    actor,
    "change",
    await commendationOf(tx, actor, id, { lock: true }),
  );
  commendationPolicy.permit(actor, "note", { agencyId: actor.agencyId, unitId: fields.unitId });
  const { kept, wordsPlain } = await keptFields(work, fields);
  await tx
    .update(commendation)
    .set({ ...kept, wordsPlain, updatedAt: at })
    .where(eq(commendation.id, id));
  const { unitId, name, jobTitle, achievement, decisionNumber, decisionOn, decisionBy } = found;
  await work.record({
    act: "change-commendation",
    objectKind: "commendation",
    objectId: id,
    before: { unitId, name, jobTitle, achievement, decisionNumber, decisionOn, decisionBy },
    after: kept,
  });
}

/** Takes out what was noted by mistake; what a text praises stays. */
export async function dropCommendation(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  const found = commendationPolicy.permit(actor, "drop", await commendationOf(tx, actor, id, { lock: true }));
  if ((await tx.$count(commendationText, eq(commendationText.commendationId, id))) > 0)
    throw new Conflict("Mục này đã gắn bài; hãy thôi gắn bài trước.");
  await tx.delete(commendation).where(eq(commendation.id, id));
  const { unitId, subject, name, achievement } = found;
  await work.record({
    act: "drop-commendation",
    objectKind: "commendation",
    objectId: id,
    before: { unitId, subject, name, achievement },
  });
}
