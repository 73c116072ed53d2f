import { unitsOfAgency } from "#organization";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { PlanChain } from "../plan-chain.ts";
import { explains, type GapReason, livingGapReasons } from "./gap-reasons.ts";

/**
 * Why obligations have no proof in a period, by their ids: what was said of their clause or of one that holds it, and
 * what a unit said that answers for them by name; "Phòng A: … (ghi ngày 12/11/2026)".
 */
export async function gapReasonsOver(
  q: Queryable,
  agencyId: string,
  { plan, clauses, obligations }: PlanChain,
  period: { from: string; to: string },
): Promise<Map<string, string[]>> {
  const reasons = (await livingGapReasons(q, agencyId, plan.id)).filter((one) => explains(one, period));
  if (reasons.length === 0) return new Map();
  const parents = new Map(clauses.map(({ id, parentId }) => [id, parentId]));
  const units = new Map((await unitsOfAgency(q, agencyId)).map(({ id, shortName }) => [id, shortName]));
  const inWords = ({ rowId, reason, givenAt, changedAt }: GapReason) => {
    const unit = units.get(rowId);
    const said = `${reason} (ghi ngày ${formatDate(toVietnamDate(changedAt ?? givenAt))})`;
    return unit === undefined ? said : `${unit}: ${said}`;
  };
  return new Map(
    obligations.map(({ id, clauseId, unitIds }) => {
      const rows = new Set<string>(unitIds);
      for (let at: string | null = clauseId; at !== null; at = parents.get(at) ?? null) rows.add(at);
      return [id, reasons.filter(({ rowId }) => rows.has(rowId)).map(inWords)];
    }),
  );
}
