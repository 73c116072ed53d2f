import { and, asc, desc, eq } from "drizzle-orm";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import type { Queryable } from "#platform/database/database.ts";
import { savedByAll } from "./savings/saving.ts";
import { citizenSaving } from "./tables.ts";

/** What the public may know of money: what citizens are saved, as it was approved; the portal reads nothing else. */
export { PAGES_TAG } from "./savings/pages-changed.ts";
export { type Saved, savedText, savingMeasureWords } from "./savings/saving.ts";
export { SAVINGS_PATH } from "./savings/savings-path.ts";

export type PublicSaving = Awaited<ReturnType<typeof publicSavings>>[number];

/** The approved figures, the newest period first, each with its source, its way of counting and when it was approved. */
export async function publicSavings(q: Queryable, agencyId: string) {
  const rows = await q
    .select({
      ...{ id: citizenSaving.id, period: citizenSaving.period, fromOn: citizenSaving.fromOn },
      ...{ toOn: citizenSaving.toOn, scopeName: citizenSaving.scopeName, measure: citizenSaving.measure },
      ...{ dossiers: citizenSaving.dossiers, countedBy: citizenSaving.countedBy },
      ...{ countedAt: citizenSaving.countedAt, minutes: citizenSaving.minutes, ways: citizenSaving.ways },
      ...{ dong: citizenSaving.dong, method: citizenSaving.method, link: citizenSaving.link },
      documentTitle: citizenSaving.documentTitle,
      documentNumber: citizenSaving.documentNumber,
      documentDay: citizenSaving.documentDay,
      decidedAt: citizenSaving.decidedAt,
    })
    .from(citizenSaving)
    .where(and(eq(citizenSaving.agencyId, agencyId), eq(citizenSaving.state, "approved")))
    .orderBy(desc(citizenSaving.toOn), asc(citizenSaving.scopeName), asc(citizenSaving.id));
  return rows.map((row) => ({
    ...row,
    year: Number(row.period.slice(0, 4)),
    periodLabel: parsePeriod(row.period, "decree").label,
    approvedAt: row.decidedAt!,
    whole: savedByAll(row, row.dossiers),
  }));
}
