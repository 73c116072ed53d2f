import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { feedbackCase } from "../tables.ts";
import { heldCase, subjectOfCase } from "./case-queries.ts";
import { casePolicy } from "./policy.ts";

/** Throws away a case that was never approved and waits for nobody; its trace stays in the audit. @throws Forbidden, NotFound */
export async function deleteCase(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  const row = await heldCase(tx, actor.agencyId, id);
  casePolicy.permit(actor, "delete", subjectOfCase(row));
  await tx.delete(feedbackCase).where(eq(feedbackCase.id, id));
  const { title, unitId, beforeOn, afterOn, state } = row;
  await work.record({
    ...{ act: "delete-feedback-case", objectKind: "feedback-case", objectId: id },
    before: { title, unitId, beforeOn, afterOn, state },
  });
}
