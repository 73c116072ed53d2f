import { and, eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { demandStanding } from "../correctable.ts";
import { planOf, taskOf } from "../plan-queries.ts";
import { taskSubject } from "../save-task.ts";
import { task, taskExtension } from "../tables.ts";
import { taskDeadlines } from "../task-deadlines.ts";
import { extensionPolicy } from "./policy.ts";

/** A unit asks for more time for its task; editors and the leadership are told. */
export async function askForExtension(
  work: Work,
  { id, newDay, reason }: { id: string; newDay: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  await tx
    .select({ id: task.id })
    .from(task)
    .where(and(eq(task.agencyId, agencyId), eq(task.id, id)))
    .for("update");
  const found = await taskOf(tx, agencyId, id);
  const day = found.dueDate ?? found.dueTo;
  extensionPolicy.permit(actor, "ask", taskSubject(found));
  demandStanding(found, "Nhiệm vụ");
  const today = toVietnamDate(at).toString();
  const plan = await planOf(tx, agencyId, found.planId);
  const isDone = (await taskDeadlines(tx, plan, today)).some(
    (row) => row.task.id === id && row.deadline.light === "done",
  );
  const hasOpen =
    (await tx.$count(taskExtension, and(eq(taskExtension.taskId, id), eq(taskExtension.state, "asked")))) > 0;
  const why = extensionPolicy.hindrance(actor, "ask", { ...taskSubject(found), day, isDone, hasOpen });
  if (why !== null || day === null) throw new Conflict(why ?? "");
  if (newDay <= day || newDay < today) {
    const message = `Ngày mới phải sau hạn hiện nay (${formatDate(day)}) và không ở trước hôm nay.`;
    throw new Unacceptable(message, [{ field: "newDay", message }]);
  }
  const asked = {
    id: uuidv7(),
    agencyId,
    taskId: id,
    oldDay: day,
    newDay,
    reason,
    askedBy: personId,
    askedAt: at,
  };
  await tx.insert(taskExtension).values(asked);
  await work.record({
    act: "ask-for-extension",
    objectKind: "task-extension",
    objectId: asked.id,
    after: { taskId: id, oldDay: day, newDay },
    reason,
  });
  const deciders = [
    ...(await peopleWithRole(tx, agencyId, "leadership")),
    ...(await peopleWithRole(tx, agencyId, "editor")),
  ].map((person) => person.id);
  await notify(work, {
    personIds: deciders.filter((decider) => decider !== personId),
    cause: `extension-asked:${asked.id}`,
    kind: "decision",
    title: `${actor.name} đề nghị gia hạn đến ${formatDate(newDay)}: ${beginning(found.title, 160)}`,
    href: `/workspace/nhiem-vu/${id}`,
  });
}
