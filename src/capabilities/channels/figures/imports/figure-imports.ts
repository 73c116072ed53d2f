import { and, count, desc, eq, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { figureImport, figureReading } from "../../tables.ts";
import { figurePolicy } from "../policy.ts";

const NEWEST = 50;

/** The newest imports of the agency, with how many of their numbers still stand. */
export async function figureImports(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  const later = alias(figureReading, "later");
  const rows = await q
    .select({ made: figureImport, left: count(figureReading.id) })
    .from(figureImport)
    .leftJoin(
      figureReading,
      and(
        eq(figureReading.importId, figureImport.id),
        notExists(q.select({ one: sql`1` }).from(later).where(eq(later.supersedes, figureReading.id))),
      ),
    )
    .where(eq(figureImport.agencyId, agencyId))
    .groupBy(figureImport.id)
    .orderBy(desc(figureImport.importedAt), desc(figureImport.id))
    .limit(NEWEST);
  const names = await personNames(
    q,
    rows.flatMap(({ made: { importedBy, undoneBy } }) => [importedBy, ...(undoneBy ? [undoneBy] : [])]),
  );
  return {
    imports: rows.map(({ made, left }) => ({
      ...made,
      left,
      importedByName: names.get(made.importedBy) ?? "",
      undoneByName: made.undoneBy && (names.get(made.undoneBy) ?? null),
    })),
    may: figurePolicy.may(actor, { agencyId }),
  };
}
