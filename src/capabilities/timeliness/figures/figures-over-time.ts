import { type PeriodKind, periodsOfYear } from "#platform/clock/reporting-period.ts";
import type { Queryable } from "#platform/database/database.ts";
import { dossierFigures } from "./dossier-figures.ts";
import type { PeriodFigures } from "./period-figures.ts";

/** The whole agency's figures by the periods of a year that have begun, the oldest first. */
export async function figuresOverTime(
  q: Queryable,
  { agencyId, year, kind, today }: { agencyId: string; year: number; kind: PeriodKind; today: string },
): Promise<{ period: string; label: string; from: string; to: string; totals: PeriodFigures }[]> {
  const told = [];
  for (const period of periodsOfYear(year, kind, "decree")) {
    if (period.from > today) break;
    const { totals, until } = await dossierFigures(q, { agencyId, period, today, by: "unit" });
    told.push({ period: period.code, label: period.label, from: period.from, to: until, totals });
  }
  return told;
}
