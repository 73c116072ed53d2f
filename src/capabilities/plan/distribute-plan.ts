import { and, asc, desc, eq } from "drizzle-orm";
import { notify, peopleWithRole, personNames, type Unit, unitsOfAgency } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { meansEveryUnit, unitNamed } from "#platform/text/unit-named.ts";
import type { Work } from "#platform/work/work.ts";
import { type Plan, planOf } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { planDistribution } from "./tables.ts";

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

const whoAcknowledges: Role[] = ["head", "contributor", "editor", "office", "finance"];

/** People of a unit who are told of what is sent to it: those who acknowledge it for the unit, each once. */
export async function toldIn(q: Queryable, agencyId: string, unitId: string): Promise<string[]> {
  const told = new Set<string>();
  for (const role of whoAcknowledges)
    for (const { id } of await peopleWithRole(q, agencyId, role, unitId)) told.add(id);
  return [...told];
}

/**
 * Sends the plan to units (null: all that Nơi nhận names) and tells their people; a unit that has it already is not
 * sent it again. Gives how many units and people were reached.
 */
export async function distributePlan(
  work: Work,
  { id, unitIds = null }: { id: string; unitIds?: string[] | null },
): Promise<{ units: number; people: number }> {
  const { tx, actor, at } = work;
  const plan = planPolicy.permit(actor, "distribute", await planOf(tx, actor.agencyId, id));
  const all = await unitsOfAgency(tx, actor.agencyId);
  const units =
    unitIds === null
      ? recipientUnits(plan.recipients, all)
      : all.filter((unit) => unit.kind !== "leadership" && unitIds.includes(unit.id));
  if (unitIds !== null && units.length < new Set(unitIds).size) {
    const message = "Có đơn vị không còn trong danh sách; hãy tải lại trang rồi chọn lại.";
    throw new Unacceptable(message, [{ field: "unitIds", message }]);
  }
  if (units.length === 0)
    throw new Conflict("Chưa có đơn vị nào để gửi.", {
      advice: "Chưa gửi cho ai. Hãy chọn đơn vị cần nhận kế hoạch rồi gửi lại.",
    });
  const sent = await tx
    .insert(planDistribution)
    .values(
      units.map((unit) => ({
        id: uuidv7(),
        agencyId: actor.agencyId,
        planId: id,
        version: plan.version,
        unitId: unit.id,
        sentAt: at,
      })),
    )
    .onConflictDoNothing()
    .returning({ unitId: planDistribution.unitId });
  if (sent.length === 0)
    throw new Conflict("Các đơn vị này đã được gửi kế hoạch từ trước.", {
      advice: "Không gửi lần hai. Bảng bên dưới cho biết đơn vị nào đã xác nhận.",
    });
  const told = await tell(
    work,
    plan,
    sent.map(({ unitId }) => unitId),
  );
  await work.record({
    act: "distribute-plan",
    objectKind: "plan",
    objectId: id,
    after: { units: sent.map(({ unitId }) => unitId) },
  });
  return { units: sent.length, people: told };
}

/** Tells the people of a unit that a version of the plan waits for them to acknowledge it; gives who were told. */
export async function tellUnit(
  work: Work,
  { id, title, version }: Pick<Plan, "id" | "title" | "version">,
  unitId: string,
  told = "được gửi đến đơn vị bạn",
): Promise<string[]> {
  const what = version === 1 ? `Kế hoạch “${title}”` : `Bản ${version} của kế hoạch “${title}”`;
  const personIds = await toldIn(work.tx, work.actor.agencyId, unitId);
  await notify(work, {
    personIds,
    cause: `plan-distributed:${id}:${unitId}${version === 1 ? "" : `:${version}`}`,
    kind: "plan",
    title: `${what} ${told}, hãy xác nhận đã nhận`,
    href: `/workspace/ke-hoach/${id}?the=noi-nhan`,
  });
  return personIds;
}

/** Tells the people of several units; gives how many were told. */
async function tell(work: Work, plan: Pick<Plan, "id" | "title" | "version">, unitIds: string[]) {
  const told = new Set<string>();
  for (const unitId of unitIds) for (const id of await tellUnit(work, plan, unitId)) told.add(id);
  return told.size;
}

/** Sends a new version to the units that had the one before; what they acknowledged of it stays. */
export async function sendAgain(work: Work, plan: Plan, version: number): Promise<void> {
  const { tx, actor, at } = work;
  const rows = await tx
    .select({ unitId: planDistribution.unitId })
    .from(planDistribution)
    .where(and(eq(planDistribution.planId, plan.id), eq(planDistribution.version, plan.version)));
  const standing = await unitsOfAgency(tx, actor.agencyId);
  const unitIds = rows.map(({ unitId }) => unitId).filter((id) => standing.some((unit) => unit.id === id));
  if (unitIds.length === 0) return;
  await tx.insert(planDistribution).values(
    unitIds.map((unitId) => ({
      id: uuidv7(),
      agencyId: actor.agencyId,
      planId: plan.id,
      unitId,
      version,
      sentAt: at,
    })),
  );
  await tell(work, { ...plan, version }, unitIds);
}

/** Units that the plan has not been sent to yet: whether Nơi nhận names them, and who would be told. */
export async function unitsToSendTo(q: Queryable, actor: Actor, planId: string) {
  const plan = await planOf(q, actor.agencyId, planId);
  const units = await unitsOfAgency(q, actor.agencyId);
  const named = recipientUnits(plan.recipients, units);
  const sent = await q
    .select()
    .from(planDistribution)
    .where(and(eq(planDistribution.planId, plan.id), eq(planDistribution.version, plan.version)));
  const waiting = units.filter(
    ({ id, kind }) => kind !== "leadership" && !sent.some(({ unitId }) => unitId === id),
  );
  return Promise.all(
    waiting.map(async ({ id, name }) => ({
      unitId: id,
      unitName: name,
      named: named.some((unit) => unit.id === id),
      personIds: await toldIn(q, actor.agencyId, id),
    })),
  );
}

/** From which unit an heir took over what it has to acknowledge, and when that unit was sent it. */
export function inheritedBy(
  { inheritedFrom, firstSentAt }: Pick<typeof planDistribution.$inferSelect, "inheritedFrom" | "firstSentAt">,
  units: Unit[],
): { unitName: string; sentAt: Date } | null {
  if (inheritedFrom === null || firstSentAt === null) return null;
  return { unitName: units.find(({ id }) => id === inheritedFrom)?.name ?? "", sentAt: firstSentAt };
}

/** Who received each version of the plan, with who acknowledged it; the newest version first. */
export async function distributionOf(q: Queryable, actor: Actor, planId: string) {
  const plan = await planOf(q, actor.agencyId, planId);
  const rows = await q
    .select()
    .from(planDistribution)
    .where(eq(planDistribution.planId, plan.id))
    .orderBy(desc(planDistribution.version), asc(planDistribution.id));
  const units = await unitsOfAgency(q, actor.agencyId, { closed: true });
  const names = await personNames(
    q,
    rows.flatMap(({ acknowledgedBy }) => acknowledgedBy ?? []),
  );
  return rows.map((row) => ({
    unitId: row.unitId,
    version: row.version,
    unitName: units.find((unit) => unit.id === row.unitId)?.name ?? "",
    sentAt: row.sentAt,
    inherited: inheritedBy(row, units),
    acknowledgedAt: row.acknowledgedAt,
    acknowledgedBy: row.acknowledgedBy === null ? null : (names.get(row.acknowledgedBy) ?? null),
    may: planPolicy.may(actor, {
      agencyId: actor.agencyId,
      unitIds: [row.unitId],
      acknowledgedAt: row.acknowledgedAt,
      superseded: row.version < plan.version,
    }),
  }));
}
