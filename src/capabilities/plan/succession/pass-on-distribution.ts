import { and, eq, isNull } from "drizzle-orm";
import type { UnitSuccession } from "#organization";
import { startOfDay } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { tellUnit } from "../distribute-plan.ts";
import type { Plan } from "../plan-queries.ts";
import { planDistribution } from "../tables.ts";

/**
 * A plan that was sent and not acknowledged waits for the heir, once. Its days count from when the heir answers for
 * the unit; whom it was sent to first, and when, is kept.
 */
export async function passOnDistribution(
  work: Work,
  plan: Plan,
  { unitId, heirId, from }: Pick<UnitSuccession, "from"> & { unitId: string; heirId: string },
): Promise<void> {
  const { tx, record } = work;
  const held = (id: string) =>
    and(
      eq(planDistribution.planId, plan.id),
      eq(planDistribution.version, plan.version),
      eq(planDistribution.unitId, id),
    );
  const waiting = and(held(unitId), isNull(planDistribution.acknowledgedAt));
  const [row] = await tx.select().from(planDistribution).where(waiting);
  if (!row) return;
  const has = (await tx.$count(planDistribution, held(heirId))) > 0;
  const begins = startOfDay(from);
  if (has) await tx.delete(planDistribution).where(waiting);
  else {
    await tx
      .update(planDistribution)
      .set({
        unitId: heirId,
        sentAt: new Date(Math.max(+begins, +row.sentAt)),
        inheritedFrom: unitId,
        firstSentAt: row.firstSentAt ?? row.sentAt,
      })
      .where(waiting);
    await tellUnit(work, plan, heirId, "mà đơn vị trước chưa xác nhận nay thuộc đơn vị bạn");
  }
  await record({
    act: "pass-on-distribution",
    objectKind: "plan",
    objectId: plan.id,
    before: { unitId, sentAt: row.sentAt },
    after: { unitId: heirId, version: row.version },
  });
}
