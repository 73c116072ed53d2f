import { sql } from "drizzle-orm";
import { portalBase } from "#organization";
import { attachEvidence, obligationsOnThemes } from "#plan";
import { Unacceptable } from "#platform/auth/policy.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { dossierFigures } from "../figures/dossier-figures.ts";
import { methodLines } from "../figures/figures-sheets.ts";
import { dossierPolicy } from "../policy.ts";
import { sureFindings } from "../sure-findings.ts";
import { timelinessPublication } from "../tables.ts";
import { timelinessPagesChanged } from "./pages-changed.ts";
import { newestOf } from "./publication-queries.ts";

/** What such figures prove where a plan asks for it. */
const provedThemes = [
  "pillar.procedures.on-time-praise",
  "pillar.procedures.e-circulation",
  "pillar.procedures.online-payment",
];

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/**
 * Makes the figures of a period public as they are at this moment. Published before, it is a correction: the earlier
 * version stays to be seen, and a reason is asked for.
 */
export async function publishFigures(
  work: Work,
  { period: written, reason, isProof }: { period: string; reason: string; isProof: boolean },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  dossierPolicy.permit(actor, "publish", { agencyId });
  const period = parsePeriod(written, "decree");
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`timeliness ${agencyId}`}, 0))`);
  const today = toVietnamDate(at).toString();
  if (period.from > today) refuse("period", `${period.label} chưa bắt đầu nên chưa có số liệu.`);
  const before = await newestOf(tx, agencyId, period.code);
  if (before && reason === "") refuse("reason", "Kỳ này đã công khai; hãy ghi vì sao công khai lại.");
  const { totals, rows, until, sources } = await dossierFigures(tx, { agencyId, period, today, by: "unit" });
  if (totals.received === 0) refuse("period", "Kỳ này không có hồ sơ nào trong các bảng đã nhập.");
  const named = rows.find(({ label }) => sureFindings(label));
  if (named)
    refuse(
      "period",
      `Tên đơn vị “${named.label}” có thông tin của cá nhân; hãy sửa ở bảng hồ sơ rồi nhập lại.`,
    );
  const id = uuidv7();
  const version = (before?.version ?? 0) + 1;
  await tx.insert(timelinessPublication).values({
    ...{ id, agencyId, period: period.code, version, reason, publishedBy: personId, publishedAt: at },
    figures: {
      ...{ label: period.label, from: period.from, until, totals },
      units: rows.map(({ key: _, ...unit }) => unit),
      method: methodLines(formatDate(period.from), formatDate(until), sources),
    },
  });
  if (isProof)
    await attachEvidence(work, {
      ...{ taskIds: [], obligationIds: await obligationsOnThemes(tx, agencyId, provedThemes) },
      ...{ source: "timeliness", sourceId: `${agencyId}/${period.code}` },
      ...{
        label: `Số liệu tiến độ hồ sơ, ${period.label}`,
        url: `${await portalBase(tx, agencyId)}/tien-do-ho-so/${period.code}`,
      },
      ...{ at, revisionHash: null },
    });
  await work.record({
    ...{ act: "publish-dossier-figures", objectKind: "timeliness-publication", objectId: id },
    ...(before && { before: { version: before.version } }),
    after: { period: period.code, version, reason, resolved: totals.resolved, late: totals.late },
  });
  await timelinessPagesChanged(tx);
}
