import { eq } from "drizzle-orm";
import { notify } from "#organization";
import { withdrawEvidence } from "#plan";
import type { Work } from "#platform/work/work.ts";
import { feedbackCase } from "../tables.ts";
import { CASE_PROOFS, caseHref, heldCase, subjectOfCase } from "./case-queries.ts";
import { casePolicy } from "./policy.ts";

/**
 * Gives a case back to who wrote it, with the reason; one that was approved proves nothing from then on.
 * @throws Forbidden
 */
export async function returnCase(work: Work, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { tx, actor, at } = work;
  const row = await heldCase(tx, actor.agencyId, id);
  casePolicy.permit(actor, "return", subjectOfCase(row));
  await tx
    .update(feedbackCase)
    .set({
      ...{ state: "returned", returnReason: reason, decidedAt: at, changedAt: at },
      ...{ decidedBy: actor.personId, decidedByName: actor.name },
    })
    .where(eq(feedbackCase.id, id));
  if (row.state === "approved") await withdrawEvidence(work, { source: CASE_PROOFS, sourceId: id, reason });
  await notify(work, {
    personIds: row.writers,
    cause: `feedback-case-returned:${id}:${at.toISOString()}`,
    kind: "feedback",
    title: `Trường hợp trước và sau cần sửa: ${reason}`.slice(0, 300),
    href: caseHref(id),
  });
  await work.record({
    ...{ act: "return-feedback-case", objectKind: "feedback-case", objectId: id, reason },
    before: { state: row.state },
    after: { state: "returned" },
  });
}
