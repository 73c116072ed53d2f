import { budgetInPeriod } from "#budget";
import type { Queryable } from "#platform/database/database.ts";
import type { ChainBudgetLine } from "./budget-line.ts";

/** The lines of the year in which the period ends, as its last day left them. */
export async function gatherBudget(
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
): Promise<ChainBudgetLine[]> {
  return (await budgetInPeriod(q, agencyId, { from, to })).map((line) => ({
    ...{ id: line.id, name: line.name, sourceName: line.sourceName, linkName: line.linkName },
    ...{ limit: line.limit, committed: line.committed, committedInPeriod: line.committedInPeriod },
    ...{ spent: line.spent, spentInPeriod: line.spentInPeriod },
  }));
}
