import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { slugify } from "#platform/text/slugify.ts";
import { componentsOf, entitiesOf } from "../index-queries.ts";
import { indexKind, indexResult } from "../tables.ts";

export interface PublicIndex {
  slug: string;
  shortName: string;
  name: string;
  publisher: string;
  view: (typeof indexKind.$inferSelect)["view"];
  unit: (typeof indexKind.$inferSelect)["unit"];
  most: string;
  breaks: number[];
  note: string;
  entities: { id: string; name: string }[];
  /** Certain ones only, the newest edition first. */
  results: (Pick<
    typeof indexResult.$inferSelect,
    "entityId" | "edition" | "score" | "rank" | "ranked" | "publishedOn" | "source" | "url" | "isCertain"
  > & {
    entity: string;
    /** "1. Chi phí gia nhập thị trường"; null: the index as a whole. */
    component: string | null;
  })[];
  /** Kept, but not compared with what its publisher gave. */
  uncertain: number;
  changedAt: Date;
}

/** The indices that stand on the portal, with what was published of them and is certain. */
export async function publicIndices(q: Queryable, agencyId: string): Promise<PublicIndex[]> {
  const kinds = await q
    .select()
    .from(indexKind)
    .where(and(eq(indexKind.agencyId, agencyId), isNotNull(indexKind.publicSince)))
    .orderBy(asc(indexKind.madeAt), asc(indexKind.id));
  if (kinds.length === 0) return [];
  const entities = await entitiesOf(q, agencyId);
  const results = await q
    .select()
    .from(indexResult)
    .where(
      inArray(
        indexResult.indexId,
        kinds.map(({ id }) => id),
      ),
    )
    .orderBy(desc(indexResult.edition), asc(indexResult.recordedAt), asc(indexResult.id));
  const shown: PublicIndex[] = [];
  const slugs = new Set<string>();
  for (const kind of kinds) {
    const own = results.filter(({ indexId }) => indexId === kind.id);
    const components = await componentsOf(q, kind.id);
    const plain = slugify(kind.shortName) || "chi-so";
    const slug = slugs.has(plain) ? `${plain}-${kind.id.slice(-6)}` : plain;
    slugs.add(slug);
    const { shortName, name, publisher, view, unit, most, breaks, note, publicSince } = kind;
    shown.push({
      ...{ slug, shortName, name, publisher, view, unit, most, breaks, note },
      entities: entities
        .filter(({ id }) => own.some(({ entityId, isCertain }) => isCertain && entityId === id))
        .map(({ id, name: entityName }) => ({ id, name: entityName })),
      results: own
        .filter(({ isCertain }) => isCertain)
        .map((one) => {
          const part = components.find(({ id }) => id === one.componentId);
          const { entityId, edition, score, rank, ranked, publishedOn, source, url, isCertain } = one;
          return {
            ...{ entityId, edition, score, rank, ranked, publishedOn, source, url, isCertain },
            entity: entities.find(({ id }) => id === one.entityId)?.name ?? "",
            component: part ? `${part.number}. ${part.name}` : null,
          };
        }),
      uncertain: own.filter(({ isCertain }) => !isCertain).length,
      changedAt: new Date(
        Math.max(publicSince!.getTime(), ...own.map(({ recordedAt }) => recordedAt.getTime())),
      ),
    });
  }
  return shown;
}
