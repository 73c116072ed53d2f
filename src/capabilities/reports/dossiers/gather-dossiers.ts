import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";
import type { Queryable } from "#platform/database/database.ts";
import { dossierFigures, lateRegister } from "#timeliness";
import type { ChainDossiers } from "./dossiers-in-period.ts";

/** The dossiers of a period as they stand on `today`. */
export async function gatherDossiers(
  q: Queryable,
  agencyId: string,
  { period, today }: { period: ReportingPeriod; today: string },
): Promise<ChainDossiers> {
  const { rows, until } = await dossierFigures(q, { agencyId, period, today, by: "unit" });
  const late = await lateRegister(q, { agencyId, period, today });
  return {
    ...{ period: period.code, from: period.from, until },
    units: rows.map((row) => ({
      ...{ id: row.key, label: row.label, received: row.received, filed: row.filed, resolved: row.resolved },
      ...{ early: row.early, onTime: row.onTime, late: row.late },
      ...{ inProgressOnTime: row.inProgressOnTime, inProgressOverdue: row.inProgressOverdue },
      ...{ online: row.online.numerator, owing: row.ePayment.denominator, paid: row.ePayment.numerator },
      ...{ electronic: row.eResult.numerator, digitised: row.digitised.numerator },
      ...{ passedOn: row.circulated.denominator, circulated: row.circulated.numerator },
    })),
    late: {
      total: late.total,
      apologised: late.dossiers.filter(({ apologies }) => apologies.some(({ sentOn }) => sentOn !== null))
        .length,
    },
  };
}
