import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";
import type { Queryable } from "#platform/database/database.ts";
import { dossierCount, dossierImport } from "../tables.ts";
import { monthsOf } from "./measure.ts";

/** What a system wrote of satisfaction, with where it is from; blank field and procedure: of all. */
export interface Satisfaction {
  period: string;
  unit: string;
  field: string;
  procedureCode: string;
  /** Hundredths of a percent, as written. */
  hundredths: number;
  source: string;
  fileName: string;
}

/** So many are told; a unit's whole comes before its parts. */
const MOST = 1_000;

/** What systems wrote of satisfaction in a period and in the months it is made of: each as it stands, nothing is worked out of it. */
export async function satisfactionOf(
  q: Queryable,
  agencyId: string,
  period: ReportingPeriod,
): Promise<Satisfaction[]> {
  const rows = await q
    .select({ count: dossierCount, fileName: dossierImport.fileName })
    .from(dossierCount)
    .innerJoin(
      dossierImport,
      and(eq(dossierImport.agencyId, dossierCount.agencyId), eq(dossierImport.id, dossierCount.importId)),
    )
    .where(
      and(
        eq(dossierCount.agencyId, agencyId),
        isNotNull(dossierCount.satisfaction),
        inArray(dossierCount.period, [period.code, ...monthsOf(period).map(({ code }) => code)]),
      ),
    )
    .orderBy(
      asc(dossierCount.unit),
      asc(dossierCount.period),
      asc(dossierCount.field),
      asc(dossierCount.procedureCode),
    )
    .limit(MOST);
  return rows.map(({ count: { unit, field, procedureCode, satisfaction, source, ...count }, fileName }) => ({
    ...{ period: count.period, unit, field, procedureCode, source, fileName },
    hundredths: satisfaction!,
  }));
}
