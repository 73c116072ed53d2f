import { eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { siteSetting } from "./tables.ts";

export interface SiteRule {
  /** Days, counted from the day after it came. */
  answerDays: number;
  warnDays: number;
  basis: string;
  /** Sites that may show our news in a frame: "https://bacninh.gov.vn". */
  frameHosts: string[];
}

const usual: SiteRule = { answerDays: 10, warnDays: 2, basis: "", frameHosts: [] };

/** Within how many days who reports wrong information is answered: as the agency says, else ten. */
export async function siteRuleOf(q: Queryable, agencyId: string): Promise<SiteRule> {
  const [found] = await q.select().from(siteSetting).where(eq(siteSetting.agencyId, agencyId));
  if (!found) return usual;
  const { answerDays, warnDays, basis, frameHosts } = found;
  return { answerDays, warnDays, basis, frameHosts };
}
