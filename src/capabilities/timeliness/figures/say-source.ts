import { Unacceptable } from "#platform/auth/policy.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { dossierPolicy } from "../policy.ts";
import { dossierSource } from "../tables.ts";
import { countsInPeriod } from "./counts-in-period.ts";

/**
 * Says by which source a unit is told in a period, of one of which dossiers and counts are both known; what was said
 * before stands in the audit. @throws Unacceptable where there is nothing to choose
 */
export async function saySource(
  work: Work,
  {
    period: written,
    unit,
    source,
    reason,
  }: { period: string; unit: string; source: "dossiers" | "counts"; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  dossierPolicy.permit(actor, "import", { agencyId });
  const period = parsePeriod(written, "decree");
  const { sources } = await countsInPeriod(tx, {
    ...{ agencyId, period, today: toVietnamDate(at).toString(), by: "unit" },
  });
  const known = sources.find(({ key }) => key === unit);
  if (known?.from !== "both" && known?.from !== "chosen") {
    const message = `Trong ${period.label} đơn vị này không có cả hồ sơ lẫn số tổng hợp nên không có gì để chọn; chưa ghi gì. Hãy nhập nguồn còn thiếu trước.`;
    throw new Unacceptable(message, [{ field: "source", message }]);
  }
  const values = { unit: known.unit, source, reason, saidBy: personId, saidAt: at };
  await tx
    .insert(dossierSource)
    .values({ agencyId, period: period.code, unitKey: unit, ...values })
    .onConflictDoUpdate({
      target: [dossierSource.agencyId, dossierSource.period, dossierSource.unitKey],
      set: values,
    });
  await work.record({
    ...{ act: "say-dossier-source", objectKind: "dossier-source", objectId: agencyId, reason },
    ...(known.said && { before: { source: known.said.source } }),
    after: { period: period.code, unit: known.unit, source },
  });
}
