import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import { isPersonOfAgency, unitsOfAgency } from "#organization";
import { type Actor, unitsOf } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { inheritedBy } from "./distribute-plan.ts";
import { plansInForce } from "./plan-queries.ts";
import { presentTasks } from "./present-task.ts";
import { plan, planDistribution } from "./tables.ts";

/** Tasks of the plans in force that the caller answers for: by name, or as contributor or head of the leading unit. */
export async function myTasks(q: Queryable, actor: Actor, now = new Date()) {
  const plans = await plansInForce(q, actor.agencyId);
  const units = unitsOf(actor, "contributor", "head", "editor", "office", "finance");
  const tasks: Awaited<ReturnType<typeof presentTasks>> = [];
  const today = toVietnamDate(now);
  for (const current of plans)
    tasks.push(...(await presentTasks(q, actor, current, { day: today.toString() })));
  const mine = tasks.filter(
    (row) =>
      row.responsiblePersonId === actor.personId ||
      (row.leadUnitId !== null && units.includes(row.leadUnitId)) ||
      (row.allUnits && units.length > 0),
  );
  const inAWeek = today.add({ days: 7 }).toString();
  const open = mine.filter(({ progress }) => !progress.done);
  const withDay = open.filter(({ deadline }) => deadline && !deadline.ofPeriod);
  const overdue = withDay.filter(({ deadline }) => deadline!.light === "overdue");
  const dueThisWeek = withDay.filter(
    ({ deadline }) => deadline!.light !== "overdue" && deadline!.day <= inAWeek,
  );
  const all = await unitsOfAgency(q, actor.agencyId, { closed: true });
  const waiting =
    units.length === 0
      ? []
      : await q
          .select({
            planId: plan.id,
            title: plan.title,
            unitId: planDistribution.unitId,
            sentAt: planDistribution.sentAt,
            inheritedFrom: planDistribution.inheritedFrom,
            firstSentAt: planDistribution.firstSentAt,
          })
          .from(planDistribution)
          .innerJoin(plan, eq(plan.id, planDistribution.planId))
          .where(
            and(
              eq(planDistribution.agencyId, actor.agencyId),
              isNull(planDistribution.acknowledgedAt),
              eq(planDistribution.version, plan.version),
              notInArray(plan.standing, ["replaced", "ended"]),
              inArray(planDistribution.unitId, units),
            ),
          );
  return {
    toDo: open,
    overdue,
    dueThisWeek,
    severalPlans: plans.length > 1,
    toAcknowledge: waiting.map(({ inheritedFrom, firstSentAt, ...row }) => ({
      ...row,
      unitName: all.find(({ id }) => id === row.unitId)?.name ?? "",
      inherited: inheritedBy({ inheritedFrom, firstSentAt }, all),
    })),
  };
}

/** Tasks of the plans in force that are not done and name the person, to be handed over. @throws NotFound */
export async function tasksInName(q: Queryable, actor: Actor, personId: string, now = new Date()) {
  if (!(await isPersonOfAgency(q, actor.agencyId, personId)))
    throw new NotFound("Không có người này trong cơ quan.");
  const tasks: { id: string; title: string; planTitle: string }[] = [];
  for (const current of await plansInForce(q, actor.agencyId)) {
    const rows = await presentTasks(q, actor, current, { day: toVietnamDate(now).toString() });
    for (const { id, title, responsiblePersonId, progress } of rows)
      if (responsiblePersonId === personId && !progress.done)
        tasks.push({ id, title, planTitle: current.title });
  }
  return tasks;
}
