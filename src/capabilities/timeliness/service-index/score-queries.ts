import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { dossierPolicy } from "../policy.ts";
import { serviceIndexImport, serviceIndexScore } from "../tables.ts";
import { type Score, scoreKeys } from "./score.ts";

/** The scores that hold: of one entity and day what came in last, what was taken back left out. */
export async function scoresOf(q: Queryable, agencyId: string): Promise<Score[]> {
  const rows = await q
    .select({ score: serviceIndexScore })
    .from(serviceIndexScore)
    .innerJoin(serviceIndexImport, eq(serviceIndexImport.id, serviceIndexScore.importId))
    .where(and(eq(serviceIndexScore.agencyId, agencyId), isNull(serviceIndexImport.undoneAt)))
    .orderBy(asc(serviceIndexScore.scoredOn), asc(serviceIndexImport.importedAt), asc(serviceIndexImport.id));
  const holding = new Map(rows.map(({ score }) => [`${score.entity}\n${score.scoredOn}`, score]));
  return [...holding.values()].map(({ entity, scoredOn, url, ...values }) => ({
    ...{ entity, scoredOn, url },
    ...(Object.fromEntries(scoreKeys.map((key) => [key, values[key]])) as Record<
      (typeof scoreKeys)[number],
      number | null
    >),
  }));
}

/** The scores by day, and how they came in. */
export async function presentScores(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  const made = await q
    .select()
    .from(serviceIndexImport)
    .where(eq(serviceIndexImport.agencyId, agencyId))
    .orderBy(desc(serviceIndexImport.importedAt), desc(serviceIndexImport.id))
    .limit(50);
  const names = await personNames(
    q,
    made.flatMap(({ importedBy, undoneBy }) => [importedBy, undoneBy].filter((id) => id !== null)),
  );
  return {
    scores: await scoresOf(q, agencyId),
    imports: made.map((one) => ({
      ...{ id: one.id, fileName: one.fileName ?? "Gõ tay", importedAt: one.importedAt },
      importedByName: names.get(one.importedBy) ?? "Hệ thống",
      ...{ undoneAt: one.undoneAt, undoneByName: (one.undoneBy && names.get(one.undoneBy)) ?? null },
      left: one.added + one.changed,
    })),
    may: dossierPolicy.may(actor, { agencyId }),
  };
}
