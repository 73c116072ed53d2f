import { and, count, desc, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { personNames } from "../organization-queries.ts";
import { rosterImport, rosterImportLine } from "../tables.ts";

export type RosterImport = typeof rosterImport.$inferSelect;
export type RosterImportLine = typeof rosterImportLine.$inferSelect;

/** The lines of every import of the agency whose units and people are still there. */
export const standingLines = (q: Queryable, agencyId: string): Promise<RosterImportLine[]> =>
  q.select().from(rosterImportLine).where(eq(rosterImportLine.agencyId, agencyId));

/** The lines of an import whose units and people are still there, in the order of the sheet. */
export const linesOfImport = (q: Queryable, importId: string): Promise<RosterImportLine[]> =>
  q
    .select()
    .from(rosterImportLine)
    .where(eq(rosterImportLine.importId, importId))
    .orderBy(rosterImportLine.line);

/** Imports of the agency, the newest first, with how many of their units and people are still there. */
export async function rosterImportsOf(q: Queryable, agencyId: string) {
  const rows = await q
    .select({
      made: rosterImport,
      left: count(rosterImportLine.line),
      people: count(rosterImportLine.personId),
    })
    .from(rosterImport)
    .leftJoin(rosterImportLine, eq(rosterImportLine.importId, rosterImport.id))
    .where(eq(rosterImport.agencyId, agencyId))
    .groupBy(rosterImport.id)
    .orderBy(desc(rosterImport.importedAt), desc(rosterImport.id));
  const names = await personNames(
    q,
    rows.flatMap(({ made: { importedBy, undoneBy } }) => [importedBy, ...(undoneBy ? [undoneBy] : [])]),
  );
  return rows.map(({ made, left, people }) => ({
    ...made,
    left,
    people,
    importedByName: names.get(made.importedBy) ?? "",
    undoneByName: made.undoneBy && (names.get(made.undoneBy) ?? null),
  }));
}

/** One import of the agency, locked until the act is over. @throws NotFound */
export async function rosterImportForUpdate(
  q: Queryable,
  agencyId: string,
  id: string,
): Promise<RosterImport> {
  const [found] = await q
    .select()
    .from(rosterImport)
    .where(and(eq(rosterImport.agencyId, agencyId), eq(rosterImport.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có lần nhập này trong cơ quan.");
  return found;
}
