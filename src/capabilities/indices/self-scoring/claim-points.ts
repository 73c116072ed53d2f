import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { selfScoreCriterion } from "../tables.ts";
import { hundredthsOf, isGroup, pointsInWords } from "./points.ts";
import { selfScorePolicy } from "./policy.ts";
import { criteriaOf, criterionOf } from "./sheet-queries.ts";

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "points", message }]);
};

/** Says how many points the agency gives itself for a criterion and how it came to them; gives the sheet. */
export async function claimPoints(
  work: Work,
  { id, points, words }: { id: string; points: string | null; words: string },
): Promise<string> {
  const { tx, actor, at } = work;
  const { criterion, sheet } = await criterionOf(tx, actor.agencyId, id);
  selfScorePolicy.permit(actor, "claim", sheet);
  if (isGroup(await criteriaOf(tx, sheet.id), criterion))
    refuse("Tiêu chí này được chấm theo các tiêu chí bên trong.");
  const claimed = points === null ? null : (hundredthsOf(points) ?? refuse("Điểm là một số, ví dụ 1,5."));
  if (claimed !== null && claimed > criterion.most)
    refuse(`Điểm cao hơn mức tối đa là ${pointsInWords(criterion.most)}.`);
  await tx
    .update(selfScoreCriterion)
    .set({ claimed, words, changedBy: actor.personId, changedAt: at })
    .where(eq(selfScoreCriterion.id, id));
  await work.record({
    ...{ act: "claim-points", objectKind: "self-score-criterion", objectId: id },
    before: { claimed: criterion.claimed, words: criterion.words },
    after: { number: criterion.number, claimed, words },
  });
  return sheet.id;
}
