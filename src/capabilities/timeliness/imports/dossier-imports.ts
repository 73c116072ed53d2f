import { desc, eq } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { dossierPolicy } from "../policy.ts";
import { dossierImport } from "../tables.ts";

/** The sheets that came in, the newest first, also those that were taken back. */
export const dossierImports = (q: Queryable, agencyId: string) =>
  q
    .select()
    .from(dossierImport)
    .where(eq(dossierImport.agencyId, agencyId))
    .orderBy(desc(dossierImport.importedAt))
    .limit(100);

/** The same, with who brought them and what the caller may do. */
export async function presentImports(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  const made = await dossierImports(q, agencyId);
  const names = await personNames(
    q,
    made.flatMap(({ importedBy, undoneBy }) => [importedBy, undoneBy].filter((id) => id !== null)),
  );
  return {
    imports: made.map((one) => ({
      ...{ id: one.id, fileName: one.fileName, period: one.period },
      ...{ importedAt: one.importedAt, importedByName: names.get(one.importedBy) ?? "Hệ thống" },
      ...{ undoneAt: one.undoneAt, undoneByName: (one.undoneBy && names.get(one.undoneBy)) ?? null },
      ...{ read: one.rowsRead, rejected: one.rowsRejected, added: one.added, changed: one.changed },
      ...{ kind: one.kind, mode: one.mode, absent: one.absent },
      left: one.added + one.changed + one.absent,
    })),
    may: dossierPolicy.may(actor, { agencyId }),
  };
}
