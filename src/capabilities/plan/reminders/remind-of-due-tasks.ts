import { and, eq, inArray } from "drizzle-orm";
import { agencyById, notify, peopleWithRole, unitsOfAgency } from "#organization";
import type { Role } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { whyOff } from "#platform/clock/working-days.ts";
import type { Database, Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { beginning } from "#platform/text/beginning.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { calendarOf } from "../calendar/calendar-queries.ts";
import { type Deadline, deadlineInWords } from "../deadline.ts";
import { type Plan, plansInForce, type Task } from "../plan-queries.ts";
import { plan as planTable, taskReminder, task as taskTable } from "../tables.ts";
import { periodDeadlines, taskDeadlines } from "../task-deadlines.ts";
import type { MeasuringPeriod } from "../task-progress.ts";
import { remindersOf } from "./reminder-queries.ts";
import { type ReminderSettings, type ReminderStep, stepOf } from "./reminder-step.ts";

const LONGEST_TITLE = 160;

/** Who does the work of a unit; its head is told when it is late. */
const doers: Role[] = ["contributor", "editor", "office", "finance"];

async function peopleOf(q: Queryable, agencyId: string, held: Role[], unitIds: string[] | null) {
  const found = new Set<string>();
  for (const role of held)
    for (const unitId of unitIds ?? [undefined])
      for (const { id } of await peopleWithRole(q, agencyId, role, unitId)) found.add(id);
  return [...found];
}

/** Whom a step tells: those who do the work, then each level above with those under it. */
async function toldOf(q: Queryable, task: Task, step: ReminderStep): Promise<string[]> {
  const { agencyId } = task;
  const units = task.allUnits
    ? (await unitsOfAgency(q, agencyId)).flatMap(({ id, kind }) => (kind === "leadership" ? [] : [id]))
    : task.leadUnitId
      ? [task.leadUnitId]
      : [];
  const own = task.responsiblePersonId
    ? [task.responsiblePersonId]
    : await peopleOf(q, agencyId, doers, units);
  const heads = await peopleOf(q, agencyId, ["head"], units);
  const editors = await peopleOf(q, agencyId, ["editor"], null);
  if (step === "first" || step === "last") {
    if (own.length > 0) return own;
    return heads.length > 0 ? heads : editors;
  }
  if (step === "head") return [...own, ...(heads.length > 0 ? heads : editors)];
  if (step === "editor") return [...own, ...heads, ...editors];
  return [...heads, ...editors, ...(await peopleOf(q, agencyId, ["leadership"], null))];
}

interface Due {
  task: Task;
  deadline: Deadline;
  step: ReminderStep;
  /** Of work that goes on or recurs. */
  period: MeasuringPeriod | null;
}

/** "Quý IV năm 2026 còn 5 ngày làm việc, chưa có minh chứng"; of a task with a day what is left of it. */
function saidOf({ deadline, period }: Due): string {
  if (period === null) return deadlineInWords(deadline);
  const { light, workingDays } = deadline;
  const left =
    light === "overdue"
      ? `đã hết ${workingDays} ngày làm việc`
      : workingDays === 0
        ? "sắp hết"
        : `còn ${workingDays} ngày làm việc`;
  return `${period.label} ${left}, chưa có minh chứng`;
}

/** Tasks of the plan that have come to a step of which nobody was told yet. */
async function dueOf(
  q: Queryable,
  { plan, settings, day }: { plan: Plan; settings: ReminderSettings; day: string },
): Promise<Due[]> {
  // What was late before anybody carried out the plan is nobody's lateness.
  const since = plan.inForceSince ? toVietnamDate(plan.inForceSince).toString() : day;
  const dated = (await taskDeadlines(q, plan, day)).filter(({ deadline }) => !deadline.ofPeriod);
  const rows = [...dated.map((row) => ({ ...row, period: null })), ...(await periodDeadlines(q, plan, day))];
  const reached = rows.flatMap((row) => {
    const step = row.deadline.countedTo < since ? null : stepOf(row.deadline, settings);
    return step ? [{ ...row, step }] : [];
  });
  if (reached.length === 0) return [];
  const told = await q
    .select()
    .from(taskReminder)
    .where(
      inArray(
        taskReminder.taskId,
        reached.map(({ task }) => task.id),
      ),
    );
  return reached.filter(
    ({ task, deadline, step }) =>
      !told.some((row) => row.taskId === task.id && row.deadline === deadline.countedTo && row.step === step),
  );
}

async function remindOf(due: Due, current: Work): Promise<boolean> {
  const { task, deadline, step } = due;
  const { tx, at } = current;
  const personIds = [...new Set(await toldOf(tx, task, step))];
  const [first] = await tx
    .insert(taskReminder)
    .values({
      id: uuidv7(),
      agencyId: task.agencyId,
      taskId: task.id,
      deadline: deadline.countedTo,
      step,
      at,
      people: personIds.length,
    })
    .onConflictDoNothing()
    .returning();
  if (!first) return false;
  await notify(current, {
    personIds,
    cause: `task-due:${task.id}:${deadline.countedTo}:${step}`,
    kind: "due",
    title: `${saidOf(due)}: ${beginning(task.title, LONGEST_TITLE)}`,
    href: `/workspace/nhiem-vu/${task.id}`,
  });
  return true;
}

/**
 * Tells people of tasks that fall due or are late, and of periods that end without a proof of what goes on or recurs,
 * in agencies that work today. Each step of a task is told once for each day that it was due on, in a transaction of its own; of several steps that were missed the newest alone. Gives
 * how many tasks were told of.
 */
export async function remindOfDueTasks(database: Database, now = new Date()): Promise<number> {
  const day = toVietnamDate(now).toString();
  const agencies = await database
    .selectDistinct({ id: planTable.agencyId })
    .from(planTable)
    .where(eq(planTable.standing, "in-force"));
  let reminded = 0;
  for (const { id: agencyId } of agencies) {
    const agency = await agencyById(database, agencyId);
    const settings = await remindersOf(database, agencyId);
    if (!agency?.active || !settings.active) continue;
    if (whyOff(await calendarOf(database, agencyId), day) !== null) continue;
    for (const plan of await plansInForce(database, agencyId)) {
      for (const { task, deadline } of await dueOf(database, { plan, settings, day })) {
        const act = async (current: Work) => {
          await current.tx
            .select({ id: taskTable.id })
            .from(taskTable)
            .where(and(eq(taskTable.agencyId, agencyId), eq(taskTable.id, task.id)))
            .for("update");
          // Meanwhile it may be done, moved to another day, or gone.
          const due = await dueOf(current.tx, { plan, settings, day });
          const still = due.find(
            (row) => row.task.id === task.id && row.deadline.countedTo === deadline.countedTo,
          );
          return still !== undefined && (await remindOf(still, current));
        };
        if (await work(database, systemActor(agencyId, "Nhắc việc"), act, { at: now })) reminded += 1;
      }
    }
  }
  return reminded;
}
