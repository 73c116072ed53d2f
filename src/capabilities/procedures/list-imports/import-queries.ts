import { count, desc, eq } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { procedurePolicy } from "../policy.ts";
import { procedureImport, procedureImportLine } from "../tables.ts";

const NEWEST = 50;

/** The newest imports of the agency, with how many procedures each concerned. */
export async function procedureImports(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  const rows = await q
    .select({ made: procedureImport, left: count(procedureImportLine.procedureId) })
    .from(procedureImport)
    .leftJoin(procedureImportLine, eq(procedureImportLine.importId, procedureImport.id))
    .where(eq(procedureImport.agencyId, agencyId))
    .groupBy(procedureImport.id)
    .orderBy(desc(procedureImport.importedAt), desc(procedureImport.id))
    .limit(NEWEST);
  const names = await personNames(
    q,
    rows.flatMap(({ made: { importedBy, undoneBy } }) => [importedBy, undoneBy].filter((id) => id !== null)),
  );
  return {
    imports: rows.map(({ made: { id, fileName, importedAt, importedBy, undoneAt, undoneBy }, left }) => ({
      ...{ id, fileName, importedAt, undoneAt, left },
      importedByName: (importedBy && names.get(importedBy)) ?? "Hệ thống",
      undoneByName: (undoneBy && names.get(undoneBy)) ?? null,
    })),
    may: procedurePolicy.may(actor, { agencyId }),
  };
}
