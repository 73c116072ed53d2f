import { asc, eq } from "drizzle-orm";
import { notify, peopleWithRole, personNames, type Unit, unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { planOf } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { planDistribution } from "./tables.ts";
import { meansEveryUnit, unitNamed } from "./unit-named.ts";

/** Units that the plan's Nơi nhận names; the archive line ("Lưu: …") is no unit. */
export function recipientUnits(recipients: string[], units: Unit[]): Unit[] {
  const named = recipients.flatMap((line) => {
    if (/^lưu\b/iu.test(line.trim())) return [];
    return meansEveryUnit(line)
      ? units.filter(({ kind }) => kind !== "leadership")
      : (unitNamed(units, line) ?? []);
  });
  return units.filter((unit) => named.some(({ id }) => id === unit.id));
}

/** Sends the plan to the units of Nơi nhận and tells their people; sending again reaches only new units. */
export async function distributePlan(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const plan = planPolicy.permit(actor, "distribute", await planOf(tx, actor.agencyId, id));
  const units = recipientUnits(plan.recipients, await unitsOfAgency(tx, actor.agencyId));
  if (units.length === 0) {
    throw new Conflict(
      "Nơi nhận của kế hoạch không nêu đơn vị nào có trong danh sách; hãy bổ sung đơn vị rồi gửi lại.",
    );
  }
  const sent = await tx
    .insert(planDistribution)
    .values(
      units.map((unit) => ({
        id: uuidv7(),
        agencyId: actor.agencyId,
        planId: id,
        unitId: unit.id,
        sentAt: at,
      })),
    )
    .onConflictDoNothing()
    .returning({ unitId: planDistribution.unitId });
  for (const { unitId } of sent) {
    const people = [
      ...(await peopleWithRole(tx, actor.agencyId, "head", unitId)),
      ...(await peopleWithRole(tx, actor.agencyId, "contributor", unitId)),
    ];
    await notify(work, {
      personIds: people.map((person) => person.id),
      cause: `plan-distributed:${id}:${unitId}`,
      kind: "plan",
      title: `Kế hoạch “${plan.title}” được gửi đến đơn vị bạn, hãy xác nhận đã nhận`,
      href: `/workspace/ke-hoach/${id}`,
    });
  }
  await work.record({
    act: "distribute-plan",
    objectKind: "plan",
    objectId: id,
    after: { units: sent.map(({ unitId }) => unitId) },
  });
}

/** Who received the plan, with who acknowledged it. */
export async function distributionOf(q: Queryable, actor: Actor, planId: string) {
  const plan = await planOf(q, actor.agencyId, planId);
  const rows = await q
    .select()
    .from(planDistribution)
    .where(eq(planDistribution.planId, plan.id))
    .orderBy(asc(planDistribution.id));
  const units = await unitsOfAgency(q, actor.agencyId, { closed: true });
  const names = await personNames(
    q,
    rows.flatMap(({ acknowledgedBy }) => acknowledgedBy ?? []),
  );
  return rows.map((row) => ({
    unitId: row.unitId,
    unitName: units.find((unit) => unit.id === row.unitId)?.name ?? "",
    sentAt: row.sentAt,
    acknowledgedAt: row.acknowledgedAt,
    acknowledgedBy: row.acknowledgedBy === null ? null : (names.get(row.acknowledgedBy) ?? null),
    may: planPolicy.may(actor, {
      agencyId: actor.agencyId,
      unitIds: [row.unitId],
      acknowledgedAt: row.acknowledgedAt,
    }),
  }));
}
