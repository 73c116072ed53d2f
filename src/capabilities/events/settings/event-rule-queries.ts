import { eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { eventSetting } from "../tables.ts";
import { type EventRule, usualRule } from "./event-rule.ts";

/** As the agency has set it, else the usual. */
export async function eventRuleOf(q: Queryable, agencyId: string): Promise<EventRule> {
  const [found] = await q.select().from(eventSetting).where(eq(eventSetting.agencyId, agencyId));
  if (!found) return usualRule;
  const { agencyId: _, setBy: __, setAt: ___, ...rule } = found;
  return rule;
}
