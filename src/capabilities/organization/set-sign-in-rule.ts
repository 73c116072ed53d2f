import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { organizationPolicy } from "./policy.ts";
import { type SignInRule, signInRuleOf } from "./sign-in-rule.ts";
import { signInRule } from "./tables.ts";

/** Says which roles of the own agency need a second factor; until the day they are told, from it they are held. */
export async function setSignInRule(
  { tx, actor, record }: Work,
  { secondFactorRoles, secondFactorFrom }: SignInRule,
): Promise<SignInRule> {
  const { agencyId } = organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const before = await signInRuleOf(tx, agencyId);
  if (secondFactorRoles.length === 0) {
    await tx.delete(signInRule).where(eq(signInRule.agencyId, agencyId));
  } else {
    if (!secondFactorFrom) {
      const message = "Hãy chọn ngày bắt đầu bắt buộc.";
      throw new Unacceptable(message, [{ field: "secondFactorFrom", message }]);
    }
    const rule = { secondFactorRoles: [...new Set(secondFactorRoles)], secondFactorFrom };
    await tx
      .insert(signInRule)
      .values({ agencyId, ...rule })
      .onConflictDoUpdate({ target: signInRule.agencyId, set: rule });
  }
  const after = await signInRuleOf(tx, agencyId);
  await record({ act: "set-sign-in-rule", objectKind: "agency", objectId: agencyId, before, after });
  return after;
}
