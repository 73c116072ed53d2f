import { and, eq, isNull } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { lacksOfCell } from "../coverage.ts";
import type { CoverageCellQuestion } from "../coverage-question.ts";
import { planForUpdate } from "../plan-queries.ts";
import { gapReason } from "../tables.ts";
import { gapSubject } from "./gap-of-cell.ts";
import { gapRowOf, rowIdOf } from "./gap-row.ts";
import { gapPolicy } from "./policy.ts";

/** Says why a row has no proof in a period, or says it in other words; of a row that has others in it, for all of them. */
export async function explainGap(
  work: Work,
  { reason, ...cell }: CoverageCellQuestion & { reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  gapPolicy.permit(actor, "explain", gapSubject(agencyId, cell));
  // Two who explain the same cell at once come one after the other: the second changes what the first said.
  await planForUpdate(tx, agencyId, cell.id);
  const { row, period, open, explained } = await lacksOfCell(tx, agencyId, cell, at);
  if (open + explained === 0)
    throw new Conflict(
      period.from > toVietnamDate(at).toString()
        ? "Kỳ này chưa đến nên chưa cần lý do."
        : "Ô này đã có minh chứng hoặc không yêu cầu, nên không cần lý do.",
      { advice: "Chưa ghi gì. Hãy mở lại bảng để xem số liệu mới." },
    );
  const living = await tx
    .select()
    .from(gapReason)
    .where(
      and(
        eq(gapReason.planId, cell.id),
        eq(gapReason.firstDay, period.from),
        eq(gapReason.lastDay, period.to),
        isNull(gapReason.withdrawnAt),
      ),
    );
  const before = living.find((one) => rowIdOf(one) === row.id);
  const id = before?.id ?? uuidv7();
  if (before)
    await tx
      .update(gapReason)
      .set({ reason, changedBy: personId, changedAt: at })
      .where(eq(gapReason.id, id));
  else
    await tx.insert(gapReason).values({
      id,
      agencyId,
      planId: cell.id,
      ...gapRowOf(cell.by, row.id),
      firstDay: period.from,
      lastDay: period.to,
      reason,
      givenBy: personId,
      givenAt: at,
    });
  await work.record({
    act: "explain-gap",
    objectKind: "gap",
    objectId: id,
    before: before && { reason: before.reason },
    after: { planId: cell.id, row: `${row.path} ${row.name}`, from: period.from, to: period.to, reason },
  });
}
