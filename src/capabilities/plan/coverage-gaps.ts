import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";
import { periodsOfYear } from "#platform/clock/reporting-period.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { coverage } from "./coverage.ts";
import { isLooseRow } from "./loose-rows.ts";
import { type Obligation, obligationsOf, plansInForce, tasksOf } from "./plan-queries.ts";

/** A clause of which nothing is proven in the period, though it has duties there that nobody set aside. */
export interface CoverageGap {
  clauseId: string;
  /** "II.4.2-c". */
  mark: string;
  name: string;
  obligations: Obligation[];
  taskIds: string[];
  /** Who answers for it first; null: every unit, or none. */
  unitId: string | null;
}

export interface PlanGaps {
  planId: string;
  /** The one that was asked for. */
  period: ReportingPeriod;
  gaps: CoverageGap[];
  /** All that the plan asks for at present. */
  obligations: Obligation[];
}

/** Which period: the quarter or the month that is running, or the month after it. */
type GapSpan = "quarter" | "month" | "next-month";

/** All of them close on the 14th. */
const periodOf = (year: number, span: GapSpan, today: string): ReportingPeriod | undefined => {
  const periods = periodsOfYear(year, span === "quarter" ? "quarter" : "month", "decree");
  const running = periods.findIndex(({ from, to }) => from <= today && today <= to);
  return running < 0 ? undefined : periods[running + (span === "next-month" ? 1 : 0)];
};

/**
 * What the coverage boards of the plans in force lack in a period, without clauses that only hold others; a plan of
 * another year has no such period and is left out. A month that is still to come lacks what is not proven in advance.
 */
export async function coverageGaps(
  q: Queryable,
  agencyId: string,
  { span, now = new Date() }: { span: GapSpan; now?: Date },
): Promise<PlanGaps[]> {
  const today = toVietnamDate(now).toString();
  const found: PlanGaps[] = [];
  for (const { id: planId, year } of await plansInForce(q, agencyId)) {
    const period = periodOf(year, span, today);
    if (!period) continue;
    const begun = new Date(period.startsAt);
    const board = await coverage(
      q,
      agencyId,
      { id: planId, kind: span === "quarter" ? "quarter" : "month", basis: "decree", by: "clause" },
      begun > now ? begun : now,
    );
    const obligations = (await obligationsOf(q, planId)).filter(({ noneReason }) => noneReason === null);
    const tasks = await tasksOf(q, planId);
    const gaps = board.rows.flatMap(({ rowId, path, name, isGroup, cells }): CoverageGap[] => {
      if (isGroup || isLooseRow(rowId) || !cells.find(({ period: code }) => code === period.code)?.gap)
        return [];
      const asked = obligations.filter(({ clauseId }) => clauseId === rowId);
      const given = tasks.filter(({ clauseId }) => clauseId === rowId);
      const unitId =
        asked.find(({ unitIds }) => unitIds.length > 0)?.unitIds[0] ??
        given.find(({ leadUnitId }) => leadUnitId !== null)?.leadUnitId ??
        null;
      return [
        {
          clauseId: rowId,
          mark: path,
          name,
          obligations: asked,
          taskIds: given.map(({ id }) => id),
          unitId,
        },
      ];
    });
    found.push({ planId, period, gaps, obligations });
  }
  return found;
}
