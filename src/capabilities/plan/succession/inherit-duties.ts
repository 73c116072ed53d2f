import { and, eq, isNull } from "drizzle-orm";
import type { UnitSuccession } from "#organization";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { evidenceBetween } from "../evidence-queries.ts";
import { inheritGuidance } from "../guidance/inherit-guidance.ts";
import { planChanged } from "../plan-changed.ts";
import { dueOf, type Plan, plansOfAgency, tasksOf } from "../plan-queries.ts";
import { obligation, obligationUnit, task, taskCoordinatingUnit, unitDutyBefore } from "../tables.ts";
import { reportingYear, taskProgress } from "../task-progress.ts";
import { passOnWorkItems } from "../work-programme/pass-on-work-items.ts";
import { passOnDistribution } from "./pass-on-distribution.ts";

/** How much a unit's heirs took over. */
export interface Inherited {
  tasks: number;
  obligations: number;
}

/**
 * What a unit that is no more still owed goes on with its first heir: tasks that are not done for good, the part it had
 * in others' tasks, obligations, what its own programme had still before it, plans and guidance that it had not
 * acknowledged. What it had done, and plans that are over, stay under its name.
 */
export async function inheritDuties(work: Work, change: UnitSuccession): Promise<Inherited> {
  const { tx, actor } = work;
  const [heirId] = change.heirIds;
  const sum: Inherited = { tasks: 0, obligations: 0 };
  if (!heirId) return sum;
  await passOnWorkItems(work, change.unitIds, heirId);
  const plans = (await plansOfAgency(tx, actor.agencyId)).filter(
    ({ standing }) => standing !== "replaced" && standing !== "ended",
  );
  for (const plan of plans) {
    const open = await openTasks(work, plan);
    let moved = 0;
    for (const unitId of change.unitIds) {
      const row = { ...change, unitId, heirId };
      const led = await passOnTasks(work, open, row);
      const owed = await passOnObligations(work, plan, row);
      await passOnCoordination(work, open, row);
      await passOnDistribution(work, plan, row);
      sum.tasks += led;
      sum.obligations += owed;
      moved += led + owed;
    }
    if (moved > 0) await planChanged(work);
  }
  for (const unitId of change.unitIds) await inheritGuidance(work, { unitId, heirId });
  return sum;
}

interface Step extends Pick<UnitSuccession, "changeId" | "until" | "from"> {
  unitId: string;
  heirId: string;
}

/** Tasks of a plan that stand and are not done for good: what recurs goes on, whatever was proven this period. */
async function openTasks({ tx, actor, at }: Work, plan: Plan) {
  const tasks = (await tasksOf(tx, plan.id)).map((row) => ({ ...row, due: dueOf(row) }));
  const evidence = await evidenceBetween(tx, actor.agencyId, reportingYear(plan.year));
  const progress = taskProgress({ year: plan.year, tasks, evidence }, toVietnamDate(at).toString());
  const goesOn = ({ kind }: { kind: string }) => kind === "continuous" || kind === "recurring";
  return tasks.filter(({ id, due }) => goesOn(due) || !progress.get(id)!.done);
}

const before = ({ changeId, unitId, heirId, until }: Step, agencyId: string) => ({
  id: uuidv7(),
  agencyId,
  changeId,
  unitId,
  heirId,
  until,
});

async function passOnTasks(
  { tx, actor, record }: Work,
  open: Awaited<ReturnType<typeof openTasks>>,
  step: Step,
): Promise<number> {
  const led = open.filter(({ leadUnitId }) => leadUnitId === step.unitId);
  for (const { id } of led) {
    await tx.update(task).set({ leadUnitId: step.heirId }).where(eq(task.id, id));
    await tx.insert(unitDutyBefore).values({ ...before(step, actor.agencyId), taskId: id });
    await record({
      act: "pass-on-task",
      objectKind: "task",
      objectId: id,
      before: { leadUnitId: step.unitId },
      after: { leadUnitId: step.heirId },
    });
    // Who leads a task does not also help with it.
    await tx
      .delete(taskCoordinatingUnit)
      .where(and(eq(taskCoordinatingUnit.taskId, id), eq(taskCoordinatingUnit.unitId, step.heirId)));
  }
  return led.length;
}

async function passOnCoordination(
  { tx, actor }: Work,
  open: Awaited<ReturnType<typeof openTasks>>,
  step: Step,
): Promise<void> {
  for (const { id, coordinatingUnitIds } of open) {
    if (!coordinatingUnitIds.includes(step.unitId)) continue;
    const [now] = await tx.select({ lead: task.leadUnitId }).from(task).where(eq(task.id, id));
    const shared = now!.lead === step.heirId || coordinatingUnitIds.includes(step.heirId);
    await tx
      .delete(taskCoordinatingUnit)
      .where(and(eq(taskCoordinatingUnit.taskId, id), eq(taskCoordinatingUnit.unitId, step.unitId)));
    if (now!.lead !== step.heirId)
      await tx
        .insert(taskCoordinatingUnit)
        .values({ agencyId: actor.agencyId, taskId: id, unitId: step.heirId })
        .onConflictDoNothing();
    await tx
      .insert(unitDutyBefore)
      .values({ ...before(step, actor.agencyId), taskId: id, coordinating: true, shared });
  }
}

async function passOnObligations({ tx, actor, record }: Work, plan: Plan, step: Step): Promise<number> {
  const owed = await tx
    .select({ id: obligation.id, position: obligationUnit.position })
    .from(obligation)
    .innerJoin(
      obligationUnit,
      and(eq(obligationUnit.obligationId, obligation.id), eq(obligationUnit.unitId, step.unitId)),
    )
    .where(and(eq(obligation.planId, plan.id), isNull(obligation.leftIn)));
  for (const { id, position } of owed) {
    const joined = await tx
      .insert(obligationUnit)
      .values({ agencyId: actor.agencyId, obligationId: id, unitId: step.heirId, position })
      .onConflictDoNothing()
      .returning({ unitId: obligationUnit.unitId });
    await tx
      .delete(obligationUnit)
      .where(and(eq(obligationUnit.obligationId, id), eq(obligationUnit.unitId, step.unitId)));
    await tx
      .insert(unitDutyBefore)
      .values({ ...before(step, actor.agencyId), obligationId: id, shared: joined.length === 0 });
    await record({
      act: "pass-on-obligation",
      objectKind: "obligation",
      objectId: id,
      before: { unitIds: [step.unitId] },
      after: { unitIds: [step.heirId] },
    });
  }
  return owed.length;
}
