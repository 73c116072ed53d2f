import { eq } from "drizzle-orm";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { insertMany } from "#platform/database/insert-many.ts";
import type { Work } from "#platform/work/work.ts";
import { selfScoreCriterion, selfScoreMark, selfScoreRound } from "../tables.ts";
import { hundredthsOf, isGroup, pointsInWords } from "./points.ts";
import { selfScorePolicy } from "./policy.ts";
import { criteriaOf, criterionOf, sheetOf } from "./sheet-queries.ts";

export interface RoundFields {
  id: string;
  sheetId: string;
  appraiser: string;
  document: string;
  heldOn: string;
  /** Criteria that are not named keep what the round before gave, at first what was claimed. */
  marks: { criterionId: string; points: string; words: string }[];
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/** Writes down what others gave in a round of appraisal; rounds only follow each other. Sent again it is the same one. */
export async function recordRound(work: Work, given: RoundFields): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const { id, sheetId, marks, ...fields } = given;
  const sheet = await sheetOf(tx, agencyId, sheetId, { lock: true });
  selfScorePolicy.permit(actor, "appraise", sheet);
  if (fields.heldOn > toVietnamDate(at).toString()) refuse("heldOn", "Ngày thẩm định chưa tới.");
  const before = await tx.select().from(selfScoreRound).where(eq(selfScoreRound.sheetId, sheetId));
  if (before.some((round) => round.id === id)) return;
  const all = await criteriaOf(tx, sheetId);
  const last = before.toSorted((a, b) => b.number - a.number)[0];
  const lastMarks = last
    ? await tx.select().from(selfScoreMark).where(eq(selfScoreMark.roundId, last.id))
    : [];
  const said = new Map(marks.map((mark) => [mark.criterionId, mark]));
  const scored = all.filter((one) => !isGroup(all, one));
  const stranger = marks.find(({ criterionId }) => !scored.some((one) => one.id === criterionId));
  if (stranger) throw new NotFound("Có tiêu chí không được chấm riêng trong phiếu này.");
  const rows = scored.map((one) => {
    const mark = said.get(one.id);
    const kept = lastMarks.find(({ criterionId }) => criterionId === one.id);
    const points = mark
      ? (hundredthsOf(mark.points) ?? refuse("marks", `Điểm của tiêu chí ${one.number} không phải là số.`))
      : (kept?.points ?? one.claimed ?? 0);
    if (points > one.most)
      refuse("marks", `Điểm của tiêu chí ${one.number} cao hơn mức tối đa là ${pointsInWords(one.most)}.`);
    return { agencyId, sheetId, roundId: id, criterionId: one.id, points, words: mark?.words ?? "" };
  });
  await tx.insert(selfScoreRound).values({
    ...{ id, agencyId, sheetId, ...fields, number: (last?.number ?? 0) + 1 },
    ...{ recordedBy: actor.personId, recordedAt: at },
  });
  await insertMany(tx, selfScoreMark, rows);
  await work.record({
    ...{ act: "record-appraisal", objectKind: "self-score", objectId: sheetId },
    after: { ...fields, marks: marks.length },
  });
}

/** Says why points are missing for a criterion and what is done about it; gives the sheet. */
export async function explainGap(work: Work, { id, gap }: { id: string; gap: string }): Promise<string> {
  const { tx, actor } = work;
  const { criterion, sheet } = await criterionOf(tx, actor.agencyId, id);
  selfScorePolicy.permit(actor, "explain", sheet);
  await tx.update(selfScoreCriterion).set({ gap }).where(eq(selfScoreCriterion.id, id));
  await work.record({
    ...{ act: "explain-gap", objectKind: "self-score-criterion", objectId: id },
    before: { gap: criterion.gap },
    after: { number: criterion.number, gap },
  });
  return sheet.id;
}
