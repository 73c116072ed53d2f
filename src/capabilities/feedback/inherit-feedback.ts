import { and, eq, inArray, ne } from "drizzle-orm";
import type { UnitSuccession } from "#organization";
import type { Work } from "#platform/work/work.ts";
import { openStates } from "./feedback.ts";
import { feedback, feedbackCase, feedbackField } from "./tables.ts";

/**
 * What a unit that is no more still answers, the fields that led to it, and its cases of before and after that were
 * not approved go on with its first heir; what has ended and what was approved stays under the old name. Gives how many.
 */
export async function inheritFeedback(
  work: Work,
  { unitIds, heirIds }: Pick<UnitSuccession, "unitIds" | "heirIds">,
): Promise<{ feedback: number; cases: number }> {
  const { tx, actor } = work;
  const [heirId] = heirIds;
  if (!heirId) return { feedback: 0, cases: 0 };
  const { agencyId } = actor;
  const open = and(
    eq(feedback.agencyId, agencyId),
    inArray(feedback.unitId, unitIds),
    inArray(feedback.state, openStates),
  );
  const answered = await tx
    .update(feedback)
    .set({ unitId: heirId })
    .where(open)
    .returning({ id: feedback.id });
  await tx
    .update(feedbackField)
    .set({ unitId: heirId })
    .where(and(eq(feedbackField.agencyId, agencyId), inArray(feedbackField.unitId, unitIds)));
  const cases = await tx
    .update(feedbackCase)
    .set({ unitId: heirId })
    .where(
      and(
        eq(feedbackCase.agencyId, agencyId),
        inArray(feedbackCase.unitId, unitIds),
        ne(feedbackCase.state, "approved"),
      ),
    )
    .returning({ id: feedbackCase.id });
  const after = { unitId: heirId };
  await work.recordAll(
    answered.map(({ id }) => ({ act: "pass-on-feedback", objectKind: "feedback", objectId: id, after })),
  );
  await work.recordAll(
    cases.map(({ id }) => ({
      ...{ act: "pass-on-feedback-case", objectKind: "feedback-case", objectId: id, after },
    })),
  );
  return { feedback: answered.length, cases: cases.length };
}
