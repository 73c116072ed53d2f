import { and, eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { insertMany } from "#platform/database/insert-many.ts";
import type { Work } from "#platform/work/work.ts";
import { indexOf } from "../index-queries.ts";
import { selfScore, selfScoreCriterion } from "../tables.ts";
import { selfScorePolicy } from "./policy.ts";
import type { ReadCriterion } from "./read-criteria.ts";

/** Begins to score the agency by these criteria; sent again it is the same sheet. */
export async function makeSheet(
  work: Work,
  given: { id: string; indexId: string; name: string; edition: number; criteria: ReadCriterion[] },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const { id, criteria, ...fields } = given;
  selfScorePolicy.permit(actor, "make", { agencyId });
  await indexOf(tx, agencyId, fields.indexId);
  const numbers = criteria.map(({ number }) => number);
  if (new Set(numbers).size !== numbers.length) {
    const message = "Hai tiêu chí cùng một số.";
    throw new Unacceptable(message, [{ field: "criteria", message }]);
  }
  const [made] = await tx
    .insert(selfScore)
    .values({ id, agencyId, ...fields, state: "open", madeBy: actor.personId, madeAt: at })
    .onConflictDoNothing()
    .returning({ id: selfScore.id });
  if (!made) {
    const [twin] = await tx
      .select({ id: selfScore.id })
      .from(selfScore)
      .where(and(eq(selfScore.agencyId, agencyId), eq(selfScore.id, id)));
    if (twin) return;
    throw new Conflict("Đã có phiếu tự chấm mang tên này của năm ấy.");
  }
  await insertMany(
    tx,
    selfScoreCriterion,
    criteria.map(({ number, name, most }, position) => ({
      ...{ id: uuidv7(), agencyId, sheetId: id, position, number, name, most },
    })),
  );
  await work.record({
    ...{ act: "make-self-score", objectKind: "self-score", objectId: id },
    after: { ...fields, criteria: criteria.length },
  });
}
