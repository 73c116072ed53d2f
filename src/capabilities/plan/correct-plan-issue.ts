import { eq } from "drizzle-orm";
import { chosenSigner } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { issuedNumber, signerInWords } from "./issued-facts.ts";
import { planChanged } from "./plan-changed.ts";
import { type Plan, planForUpdate } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { registerPlan } from "./register-plan.ts";
import { plan } from "./tables.ts";

/**
 * Sets number, day and signer right that were written down wrongly, in the register too; they stay in the audit, with the
 * reason. The signer stays while neither the day nor who signed is other than before. @throws NotFound, Conflict, Unacceptable
 */
export async function correctPlanIssue(
  work: Work,
  {
    id,
    number: typed,
    issuedOn,
    reason,
    authorityId = null,
  }: {
    id: string;
    number: string;
    issuedOn: string;
    reason: string;
    authorityId?: string | null | undefined;
  },
): Promise<Plan> {
  const { tx, actor, at } = work;
  const before = planPolicy.permit(actor, "issue", await planForUpdate(tx, actor.agencyId, id));
  if (before.state !== "issued")
    throw new Conflict("Kế hoạch chưa có số nên không có gì để sửa; hãy bấm “Ghi số, ngày”.");
  const number = issuedNumber({ number: typed, issuedOn, year: before.year }, at);
  const stays =
    before.issuedOn === issuedOn && (authorityId === null || authorityId === before.signedAuthorityId);
  const signedAs = stays
    ? before.signedAs
    : await chosenSigner(tx, actor.agencyId, {
        scope: "plan",
        day: issuedOn,
        authorityId,
        before: before.signedAuthorityId,
      });
  const documentId = await registerPlan(work, before, { number, issuedOn, signedAs, reason });
  const [after] = await tx
    .update(plan)
    .set({ number, issuedOn, documentId, signedAs, signedAuthorityId: signedAs?.authorityId ?? null })
    .where(eq(plan.id, id))
    .returning();
  await work.record({
    act: "correct-plan-issue",
    objectKind: "plan",
    objectId: id,
    before: { number: before.number, issuedOn: before.issuedOn, ...signerInWords(before.signedAs) },
    after: { number, issuedOn, ...signerInWords(signedAs) },
    reason,
  });
  await planChanged(work);
  return after!;
}
