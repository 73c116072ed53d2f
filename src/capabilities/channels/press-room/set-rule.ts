import { eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { pressRule } from "../tables.ts";
import { pressPolicy } from "./policy.ts";

export interface PressRule {
  /** Hours within which the press is answered. */
  answerHours: number;
  /** So many letters that could not be delivered for now, within so many days, stop an address. */
  softBounces: number;
  softDays: number;
}

/** What holds where an agency has said nothing. */
const usual: PressRule = { answerHours: 24, softBounces: 3, softDays: 30 };

export async function ruleOf(q: Queryable, agencyId: string): Promise<PressRule> {
  const [found] = await q.select().from(pressRule).where(eq(pressRule.agencyId, agencyId));
  if (!found) return usual;
  const { answerHours, softBounces, softDays } = found;
  return { answerHours, softBounces, softDays };
}

/** Says how an agency handles the press; what was begun under the former rule keeps its moment. */
export async function setRule(work: Work, rule: PressRule): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  pressPolicy.permit(actor, "rule", { agencyId });
  const before = await ruleOf(tx, agencyId);
  await tx
    .insert(pressRule)
    .values({ agencyId, ...rule })
    .onConflictDoUpdate({ target: pressRule.agencyId, set: rule });
  await work.record({
    act: "set-press-rule",
    objectKind: "press-room",
    objectId: agencyId,
    before,
    after: rule,
  });
}
