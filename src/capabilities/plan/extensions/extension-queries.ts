import { and, asc, desc, eq, gte, inArray, lte, sql } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { task, taskExtension } from "../tables.ts";
import { extensionPolicy } from "./policy.ts";

export type Extension = typeof taskExtension.$inferSelect;

const withTask = (q: Queryable) =>
  q
    .select({ extension: taskExtension, title: task.title, planId: task.planId })
    .from(taskExtension)
    .innerJoin(task, eq(task.id, taskExtension.taskId));

async function present(
  q: Queryable,
  actor: Actor,
  rows: { extension: Extension; title: string; planId: string }[],
) {
  const names = await personNames(
    q,
    rows.flatMap(({ extension: { askedBy, decidedBy } }) => [askedBy, ...(decidedBy ? [decidedBy] : [])]),
  );
  return rows.map(({ extension, title, planId }) => ({
    ...extension,
    taskTitle: title,
    planId,
    askedByName: names.get(extension.askedBy) ?? "",
    decidedByName: extension.decidedBy && (names.get(extension.decidedBy) ?? null),
    may: extensionPolicy.may(actor, extension),
  }));
}

/** All requests of a task, newest first. */
export async function extensionsOfTask(q: Queryable, actor: Actor, taskId: string) {
  const rows = await withTask(q)
    .where(and(eq(taskExtension.agencyId, actor.agencyId), eq(taskExtension.taskId, taskId)))
    .orderBy(desc(taskExtension.askedAt));
  return present(q, actor, rows);
}

/** Requests of the agency that wait for a decision, the oldest first. */
export async function openExtensions(q: Queryable, actor: Actor) {
  const rows = await withTask(q)
    .where(and(eq(taskExtension.agencyId, actor.agencyId), eq(taskExtension.state, "asked")))
    .orderBy(asc(taskExtension.askedAt));
  return present(q, actor, rows);
}

/** One request of the agency, locked until the act is over. @throws NotFound */
export async function extensionForUpdate(q: Queryable, agencyId: string, id: string): Promise<Extension> {
  const [found] = await q
    .select()
    .from(taskExtension)
    .where(and(eq(taskExtension.agencyId, agencyId), eq(taskExtension.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có đề nghị gia hạn này trong cơ quan.");
  return found;
}

/** What was moved or is asked to be moved, by task: the first day that there was, and the day that is asked for. */
export async function movedDays(
  q: Queryable,
  taskIds: string[],
): Promise<Map<string, { extendedFrom: string | null; askedDay: string | null }>> {
  if (taskIds.length === 0) return new Map();
  const rows = await q
    .select()
    .from(taskExtension)
    .where(and(inArray(taskExtension.taskId, taskIds), inArray(taskExtension.state, ["asked", "granted"])))
    .orderBy(asc(taskExtension.askedAt));
  return new Map(
    [...Map.groupBy(rows, ({ taskId }) => taskId)].map(([taskId, own]) => [
      taskId,
      {
        extendedFrom: own.find(({ state }) => state === "granted")?.oldDay ?? null,
        askedDay: own.find(({ state }) => state === "asked")?.newDay ?? null,
      },
    ]),
  );
}

/** What was granted for tasks of a plan between two days, both inside, in the order of the decisions. */
export async function extensionsGranted(
  q: Queryable,
  planId: string,
  { from, to }: { from: string; to: string },
) {
  const day = sql`(${taskExtension.decidedAt} at time zone 'Asia/Ho_Chi_Minh')::date`;
  const rows = await withTask(q)
    .where(and(eq(task.planId, planId), eq(taskExtension.state, "granted"), gte(day, from), lte(day, to)))
    .orderBy(asc(taskExtension.decidedAt), asc(taskExtension.id));
  return rows.map(({ extension: { id, taskId, oldDay, newDay, reason }, title }) => ({
    id,
    taskId,
    title,
    oldDay,
    newDay,
    reason,
  }));
}
