import { eq } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import type { CoverageCellQuestion } from "../coverage-question.ts";
import { gapReason } from "../tables.ts";
import { gapSubject } from "./gap-of-cell.ts";
import { gapReasonForUpdate } from "./gap-reasons.ts";
import { rowIdOf } from "./gap-row.ts";
import { gapPolicy } from "./policy.ts";

/** Takes the reason of a cell back: it is an open gap again, and what was said stays readable. */
export async function withdrawGapReason(
  work: Work,
  { reasonId, ...cell }: CoverageCellQuestion & { reasonId: string },
): Promise<void> {
  const { tx, actor, at } = work;
  gapPolicy.permit(actor, "withdraw", gapSubject(actor.agencyId, cell));
  const found = await gapReasonForUpdate(tx, actor.agencyId, reasonId);
  if (found.planId !== cell.id || rowIdOf(found) !== cell.rowId)
    throw new NotFound("Lý do này không phải của ô này.");
  if (found.withdrawnAt !== null) throw new Conflict("Lý do này đã được rút.");
  await tx
    .update(gapReason)
    .set({ withdrawnBy: actor.personId, withdrawnAt: at })
    .where(eq(gapReason.id, reasonId));
  await work.record({
    act: "withdraw-gap-reason",
    objectKind: "gap",
    objectId: reasonId,
    before: { planId: found.planId, from: found.firstDay, to: found.lastDay, reason: found.reason },
  });
}
