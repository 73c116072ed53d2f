import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { dossierFigures } from "#timeliness";
import type { CountedMeasure, SavingScope } from "./saving.ts";

/** Dossiers of a part in a period, by what can be counted of them. */
export interface Counted {
  scope: Exclude<SavingScope, "named">;
  key: string;
  name: string;
  counts: Record<CountedMeasure, number>;
}

type Figures = Pick<
  Awaited<ReturnType<typeof dossierFigures>>["totals"],
  "online" | "ePayment" | "eResult" | "early"
>;

const countsOf = ({ online, ePayment, eResult, early }: Figures): Counted["counts"] => ({
  ...{ online: online.numerator, paid: ePayment.numerator, electronic: eResult.numerator, early },
});

/** Everything that can be counted in a period: all dossiers, each field, each procedure; what has none is left out. */
export async function countDossiers(
  q: Queryable,
  agencyId: string,
  period: ReportingPeriod,
): Promise<Counted[]> {
  const day = today().toString();
  const fields = await dossierFigures(q, { agencyId, period, today: day, by: "field" });
  const procedures = await dossierFigures(q, { agencyId, period, today: day, by: "procedure" });
  const all: Counted[] = [
    { scope: "all", key: "", name: "Tất cả thủ tục của cơ quan", counts: countsOf(fields.totals) },
    ...fields.rows.map((row) => ({
      ...{ scope: "field" as const, key: row.key, name: `Lĩnh vực ${row.label}`, counts: countsOf(row) },
    })),
    ...procedures.rows.map((row) => ({
      ...{ scope: "procedure" as const, key: row.key, name: row.label, counts: countsOf(row) },
    })),
  ];
  return all.filter(({ counts }) => Object.values(counts).some((count) => count > 0));
}
