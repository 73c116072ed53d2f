import { eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { pressLimit } from "../../tables.ts";

export interface PressLimits {
  /** So many days before somebody's term ends it is told, the most first. */
  warnedDays: number[];
  /** An address that is not taken so often … */
  softMost: number;
  /** … within so many days is written to no more. */
  softDays: number;
}

/** Until the agency writes down its own. */
const usual: PressLimits = { warnedDays: [14, 7, 1], softMost: 3, softDays: 30 };

export async function limitsOf(q: Queryable, agencyId: string): Promise<PressLimits> {
  const [own] = await q.select().from(pressLimit).where(eq(pressLimit.agencyId, agencyId));
  const { warnedDays, softMost, softDays } = own ?? usual;
  return { warnedDays, softMost, softDays };
}
