import { and, count, desc, eq, isNull } from "drizzle-orm";
import { personNames } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { task, taskImport, taskImportLine } from "../tables.ts";

export type TaskImport = typeof taskImport.$inferSelect;
export type TaskImportLine = typeof taskImportLine.$inferSelect;

/** The lines whose tasks stand in the plan. */
export async function linesOfStandingTasks(q: Queryable, planId: string): Promise<TaskImportLine[]> {
  const rows = await q
    .select({ line: taskImportLine })
    .from(taskImportLine)
    .innerJoin(task, eq(task.id, taskImportLine.taskId))
    .where(and(eq(task.planId, planId), isNull(task.leftIn)));
  return rows.map(({ line }) => line);
}

/** The lines of an import whose tasks are still there, in the order of the sheet. */
export async function linesOfImport(q: Queryable, importId: string): Promise<TaskImportLine[]> {
  return q
    .select()
    .from(taskImportLine)
    .where(eq(taskImportLine.importId, importId))
    .orderBy(taskImportLine.line);
}

/** Imports into a plan, the newest first, with how many of their tasks are still there. */
export async function importsOfPlan(q: Queryable, agencyId: string, planId: string) {
  const rows = await q
    .select({ made: taskImport, left: count(taskImportLine.taskId) })
    .from(taskImport)
    .leftJoin(taskImportLine, eq(taskImportLine.importId, taskImport.id))
    .where(and(eq(taskImport.agencyId, agencyId), eq(taskImport.planId, planId)))
    .groupBy(taskImport.id)
    .orderBy(desc(taskImport.importedAt), desc(taskImport.id));
  const names = await personNames(
    q,
    rows.flatMap(({ made: { importedBy, undoneBy } }) => [importedBy, ...(undoneBy ? [undoneBy] : [])]),
  );
  return rows.map(({ made, left }) => ({
    ...made,
    left,
    importedByName: names.get(made.importedBy) ?? "",
    undoneByName: made.undoneBy && (names.get(made.undoneBy) ?? null),
  }));
}

/** One import of the agency, locked until the act is over. @throws NotFound */
export async function taskImportForUpdate(q: Queryable, agencyId: string, id: string): Promise<TaskImport> {
  const [found] = await q
    .select()
    .from(taskImport)
    .where(and(eq(taskImport.agencyId, agencyId), eq(taskImport.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có lần nhập này trong cơ quan.");
  return found;
}
