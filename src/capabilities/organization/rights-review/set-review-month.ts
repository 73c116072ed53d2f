import type { Work } from "#platform/work/work.ts";
import { rightsReviewRule } from "../tables.ts";
import { rightsReviewPolicy } from "./policy.ts";
import { reviewMonthOf } from "./rights-review-queries.ts";

/** Says in which month of each year the agency is asked for a review of rights; null: never by itself. */
export async function setReviewMonth(
  { tx, actor, record }: Work,
  { month }: { month: number | null },
): Promise<void> {
  const { agencyId } = rightsReviewPolicy.permit(actor, "setMonth", { agencyId: actor.agencyId });
  const before = await reviewMonthOf(tx, agencyId);
  if (before === month) return;
  await tx
    .insert(rightsReviewRule)
    .values({ agencyId, month })
    .onConflictDoUpdate({ target: rightsReviewRule.agencyId, set: { month } });
  await record({
    act: "set-rights-review-month",
    objectKind: "agency",
    objectId: agencyId,
    before: { reviewMonth: before },
    after: { reviewMonth: month },
  });
}
