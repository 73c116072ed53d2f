import { and, count, desc, eq } from "drizzle-orm";
import { personNames, unitsOfAgency } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { workItem, workItemImport, workItemImportLine } from "../tables.ts";

export type WorkItemImport = typeof workItemImport.$inferSelect;

/** Items of a unit's programme by name and day, and as the lines said that brought some of them. */
export async function itemsOfUnit(
  q: Queryable,
  agencyId: string,
  unitId: string,
): Promise<{ title: string; firstDay: string }[]> {
  const rows = await q
    .select({ title: workItem.title, firstDay: workItem.firstDay, written: workItemImportLine.written })
    .from(workItem)
    .leftJoin(workItemImportLine, eq(workItemImportLine.workItemId, workItem.id))
    .where(and(eq(workItem.agencyId, agencyId), eq(workItem.unitId, unitId)))
    .orderBy(workItem.id);
  // An item that was since given another name or day is still the one of its line.
  return rows.flatMap(({ title, firstDay, written }) => [
    { title, firstDay },
    ...(written ? [{ title: written.title, firstDay: written.firstDay }] : []),
  ]);
}

/** The lines of an import whose items are still there, in the order of the table. */
export async function linesOfImport(q: Queryable, importId: string) {
  return q
    .select()
    .from(workItemImportLine)
    .where(eq(workItemImportLine.importId, importId))
    .orderBy(workItemImportLine.line);
}

/** Imports into a unit's programme, the newest first, with how many of their items are still there. @throws NotFound */
export async function importsOfUnit(q: Queryable, agencyId: string, unitId: string) {
  if (!(await unitsOfAgency(q, agencyId, { closed: true })).some(({ id }) => id === unitId))
    throw new NotFound("Không có đơn vị này trong cơ quan.");
  const rows = await q
    .select({ made: workItemImport, left: count(workItemImportLine.workItemId) })
    .from(workItemImport)
    .leftJoin(workItemImportLine, eq(workItemImportLine.importId, workItemImport.id))
    .where(and(eq(workItemImport.agencyId, agencyId), eq(workItemImport.unitId, unitId)))
    .groupBy(workItemImport.id)
    .orderBy(desc(workItemImport.importedAt), desc(workItemImport.id));
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

/** One import into a unit's programme, locked until the act is over. @throws NotFound */
export async function workItemImportForUpdate(
  q: Queryable,
  agencyId: string,
  { id, unitId }: { id: string; unitId: string },
): Promise<WorkItemImport> {
  const [found] = await q
    .select()
    .from(workItemImport)
    .where(
      and(
        eq(workItemImport.agencyId, agencyId),
        eq(workItemImport.unitId, unitId),
        eq(workItemImport.id, id),
      ),
    )
    .for("update");
  if (!found) throw new NotFound("Không có lần nhập này trong chương trình của đơn vị.");
  return found;
}
