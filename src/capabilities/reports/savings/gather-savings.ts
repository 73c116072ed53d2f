import { savedText, savingMeasureWords, savingsInPeriod } from "#budget";
import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";
import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ChainSaving } from "./chain-saving.ts";

/** What citizens were saved within a period, each with its definition and source. */
export async function gatherSavings(
  q: Queryable,
  agencyId: string,
  period: Pick<ReportingPeriod, "code" | "basis">,
): Promise<ChainSaving[]> {
  return (await savingsInPeriod(q, agencyId, period)).map((row) => ({
    ...{ id: row.id, scopeName: row.scopeName, periodLabel: row.periodLabel },
    ...{ from: row.fromOn, to: row.toOn, dossiers: row.dossiers, ...row.whole },
    counted:
      row.measure === "entered"
        ? row.countedBy
        : `${savingMeasureWords[row.measure]}, đếm từ bảng hồ sơ lúc ${formatDateTime(row.countedAt)}`,
    ...{ each: savedText(row), method: row.method, link: row.link },
    source: `${row.documentTitle}, số ${row.documentNumber} ngày ${formatDate(row.documentDay)}`,
  }));
}
