import { desc, eq } from "drizzle-orm";
import { personNames } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { apologyRule } from "../tables.ts";
import { type ApologyRule, usualRule } from "./apology-rule.ts";

/** The rule that holds in an agency, with who said it and when; `saidAt` null: nobody has, the product's own holds. */
export async function ruleOf(
  q: Queryable,
  agencyId: string,
): Promise<ApologyRule & { saidAt: Date | null; saidByName: string | null }> {
  const [said] = await q
    .select()
    .from(apologyRule)
    .where(eq(apologyRule.agencyId, agencyId))
    .orderBy(desc(apologyRule.saidAt), desc(apologyRule.id))
    .limit(1);
  if (!said) return { ...usualRule, saidAt: null, saidByName: null };
  const names = await personNames(q, [said.saidBy]);
  const { reasons, daysBefore, mostNewDates, signer, contact, ground, publicDays, saidAt } = said;
  return {
    ...{ reasons, daysBefore, mostNewDates, signer, contact, ground, publicDays, saidAt },
    saidByName: names.get(said.saidBy) ?? "Hệ thống",
  };
}
