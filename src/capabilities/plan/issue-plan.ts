import { eq } from "drizzle-orm";
import { issueDocument } from "#documents";
import { agencyById } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planChanged } from "./plan-changed.ts";
import { type Plan, planForUpdate } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { plan } from "./tables.ts";

/**
 * Writes down the number and date that the registry has given; a plan is issued once and becomes a document of the
 * register. Throws Conflict when the number belongs to another document of the year.
 */
export async function issuePlan(
  work: Work,
  { id, number, issuedOn }: { id: string; number: string; issuedOn: string },
): Promise<Plan> {
  const { tx, actor } = work;
  const before = planPolicy.permit(actor, "issue", await planForUpdate(tx, actor.agencyId, id));
  if (before.state === "issued") {
    throw new Conflict(
      `Kế hoạch đã có số ${before.number} ngày ${before.issuedOn}; số đã cấp không thay được.`,
    );
  }
  const agency = (await agencyById(tx, actor.agencyId))!;
  const given = number.padStart(2, "0");
  const document = await issueDocument(work, "plan", {
    type: "Kế hoạch",
    number: `${given}/${before.symbol ?? `KH-${agency.symbol}`}`,
    issuedOn,
    abstract: before.title,
  });
  const [after] = await tx
    .update(plan)
    .set({ number: given, issuedOn, state: "issued", documentId: document.id })
    .where(eq(plan.id, id))
    .returning();
  await work.record({ act: "issue-plan", objectKind: "plan", objectId: id, after: { number, issuedOn } });
  await planChanged(work);
  return after!;
}
