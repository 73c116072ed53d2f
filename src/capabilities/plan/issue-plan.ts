import { eq } from "drizzle-orm";
import { chosenSigner } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { issuedNumber, signerInWords } from "./issued-facts.ts";
import { planChanged } from "./plan-changed.ts";
import { type Plan, planForUpdate } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { registerPlan } from "./register-plan.ts";
import { plan } from "./tables.ts";

/**
 * Writes down the number and date that the registry has given, and with which authority it was signed; a plan is issued
 * once, is corrected afterwards, and becomes a document of the register. Throws Conflict when the number belongs to
 * another document of the year, Unacceptable when nobody could sign on that day or it is not said who did.
 */
export async function issuePlan(
  work: Work,
  {
    id,
    number: typed,
    issuedOn,
    authorityId = null,
  }: { id: string; number: string; issuedOn: string; authorityId?: string | null | undefined },
): Promise<Plan> {
  const { tx, actor, at } = work;
  const before = planPolicy.permit(actor, "issue", await planForUpdate(tx, actor.agencyId, id));
  if (before.state === "issued") {
    throw new Conflict(
      `Kế hoạch đã có số ${before.number} ngày ${formatDate(before.issuedOn!)}; ghi nhầm thì bấm “Sửa số, ngày”.`,
    );
  }
  const number = issuedNumber({ number: typed, issuedOn, year: before.year }, at);
  const signedAs = await chosenSigner(tx, actor.agencyId, { scope: "plan", day: issuedOn, authorityId });
  const documentId = await registerPlan(work, before, { number, issuedOn, signedAs });
  const [after] = await tx
    .update(plan)
    .set({
      number,
      issuedOn,
      state: "issued",
      documentId,
      signedAs,
      signedAuthorityId: signedAs?.authorityId ?? null,
    })
    .where(eq(plan.id, id))
    .returning();
  await work.record({
    act: "issue-plan",
    objectKind: "plan",
    objectId: id,
    after: { number, issuedOn, ...signerInWords(signedAs) },
  });
  await planChanged(work);
  return after!;
}
