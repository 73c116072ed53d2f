import { desc, eq, inArray } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { indexPolicy } from "../policy.ts";
import { indexImport, indexImportLine, indexResult } from "../tables.ts";

const SHOWN = 50;

/** The imports of results, the newest first, each with how many of its results still stand. */
export async function listResultImports(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  indexPolicy.permit(actor, "read", { agencyId });
  const made = await q
    .select()
    .from(indexImport)
    .where(eq(indexImport.agencyId, agencyId))
    .orderBy(desc(indexImport.importedAt), desc(indexImport.id))
    .limit(SHOWN);
  const names = await personNames(
    q,
    made.flatMap(({ importedBy, undoneBy }) => [importedBy, undoneBy].filter((id) => id !== null)),
  );
  const standing = await q
    .select({ importId: indexImportLine.importId })
    .from(indexImportLine)
    .innerJoin(indexResult, eq(indexResult.id, indexImportLine.resultId))
    .where(
      inArray(
        indexImportLine.importId,
        made.map(({ id }) => id),
      ),
    );
  return {
    imports: made.map(({ id, fileName, importedAt, importedBy, undoneAt, undoneBy }) => ({
      ...{ id, fileName, importedAt, undoneAt },
      importedByName: names.get(importedBy) ?? "Hệ thống",
      undoneByName: (undoneBy && names.get(undoneBy)) ?? null,
      left: standing.filter(({ importId }) => importId === id).length,
    })),
    may: indexPolicy.may(actor, { agencyId }),
  };
}
