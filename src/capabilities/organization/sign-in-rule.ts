import { eq } from "drizzle-orm";
import type { Role } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { signInRule } from "./tables.ts";

/** Which roles of an agency sign in with a second factor, and from which day; no role: nobody has to. */
export interface SignInRule {
  secondFactorRoles: Role[];
  /** Null where no role is named. */
  secondFactorFrom: string | null;
}

export async function signInRuleOf(q: Queryable, agencyId: string): Promise<SignInRule> {
  const [found] = await q.select().from(signInRule).where(eq(signInRule.agencyId, agencyId));
  return {
    secondFactorRoles: found?.secondFactorRoles ?? [],
    secondFactorFrom: found?.secondFactorFrom ?? null,
  };
}
