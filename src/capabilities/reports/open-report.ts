import { Unacceptable } from "#platform/auth/policy.ts";
import { InvalidPeriod, type PeriodBasis, parsePeriod } from "#platform/clock/reporting-period.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { planToReport } from "./gather-chain.ts";
import { personOf } from "./move-report.ts";
import { reportPolicy } from "./policy.ts";
import { type Report, reportOfPeriod } from "./report-queries.ts";
import { report } from "./tables.ts";

/**
 * Opens the report of a plan (the first in force of the year when none is named) for a period; one that is open already is found
 * again. Throws Unacceptable for a text that names no period, NotFound when there is no plan.
 */
export async function openReport(
  work: Work,
  input: { planId: string | null; period: string; basis: PeriodBasis },
): Promise<Report> {
  const { tx, actor } = work;
  reportPolicy.permit(actor, "open", { agencyId: actor.agencyId, writers: [] });
  const period = readPeriod(input.period, input.basis);
  const planId = await planToReport(tx, actor.agencyId, input.planId, Number(period.code.slice(0, 4)));
  const values = {
    id: uuidv7(),
    agencyId: actor.agencyId,
    planId,
    periodCode: period.code,
    basis: period.basis,
    periodFrom: period.from,
    periodTo: period.to,
    periodLabel: period.label,
    openedBy: personOf(work),
    openedAt: work.at,
  };
  const [made] = await tx.insert(report).values(values).onConflictDoNothing().returning();
  if (made === undefined) return (await reportOfPeriod(tx, actor.agencyId, planId, period))!;
  await work.record({ act: "open-report", objectKind: "report", objectId: made.id, after: values });
  return made;
}

/** The period that a text names. @throws Unacceptable */
export function readPeriod(code: string, basis: PeriodBasis) {
  try {
    return parsePeriod(code, basis);
  } catch (error) {
    if (error instanceof InvalidPeriod)
      throw new Unacceptable(error.message, [{ field: "period", message: error.message }]);
    throw error;
  }
}
