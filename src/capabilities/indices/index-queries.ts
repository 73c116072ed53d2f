import { and, asc, desc, eq, gte, inArray, isNull, lte } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { resultInWords } from "./index-kind.ts";
import { indexPolicy } from "./policy.ts";
import {
  indexComponent,
  indexComponentObligation,
  indexEntity,
  indexKind,
  indexResult,
  indexTarget,
} from "./tables.ts";

export const entitiesOf = (q: Queryable, agencyId: string) =>
  q
    .select({
      id: indexEntity.id,
      name: indexEntity.name,
      validFrom: indexEntity.validFrom,
      validTo: indexEntity.validTo,
    })
    .from(indexEntity)
    .where(eq(indexEntity.agencyId, agencyId))
    .orderBy(asc(indexEntity.validTo), asc(indexEntity.name));

/** One of the agency's. @throws NotFound */
export async function indexOf(q: Queryable, agencyId: string, id: string) {
  const [found] = await q
    .select()
    .from(indexKind)
    .where(and(eq(indexKind.agencyId, agencyId), eq(indexKind.id, id)));
  if (!found) throw new NotFound("Không có chỉ số này trong cơ quan.");
  return found;
}

/** @throws NotFound */
export async function entityOf(q: Queryable, agencyId: string, id: string) {
  const [found] = await q
    .select()
    .from(indexEntity)
    .where(and(eq(indexEntity.agencyId, agencyId), eq(indexEntity.id, id)));
  if (!found) throw new NotFound("Không có đơn vị được xếp hạng này trong cơ quan.");
  return found;
}

/** Components of an index in their order, with the duties that serve each. */
export async function componentsOf(q: Queryable, indexId: string) {
  const rows = await q
    .select()
    .from(indexComponent)
    .where(eq(indexComponent.indexId, indexId))
    .orderBy(asc(indexComponent.number));
  const links = await q
    .select()
    .from(indexComponentObligation)
    .where(
      inArray(
        indexComponentObligation.componentId,
        rows.map(({ id }) => id),
      ),
    );
  return rows.map(({ id, number, name, most, themes }) => ({
    ...{ id, number, name, most, themes },
    obligationIds: links.flatMap(({ componentId, obligationId }) =>
      componentId === id ? [obligationId] : [],
    ),
  }));
}

/** An index with all that is kept of it. @throws NotFound */
export async function presentIndex(q: Queryable, actor: Actor, id: string) {
  const { agencyId } = actor;
  indexPolicy.permit(actor, "read", { agencyId });
  const { agencyId: _, madeAt: __, publicBy: ___, ...kind } = await indexOf(q, agencyId, id);
  const results = await q
    .select()
    .from(indexResult)
    .where(eq(indexResult.indexId, id))
    .orderBy(desc(indexResult.edition), asc(indexResult.recordedAt), asc(indexResult.id));
  const targets = await q
    .select()
    .from(indexTarget)
    .where(eq(indexTarget.indexId, id))
    .orderBy(desc(indexTarget.edition), asc(indexTarget.id));
  return {
    ...kind,
    components: await componentsOf(q, id),
    entities: await entitiesOf(q, agencyId),
    results,
    targets,
    may: indexPolicy.may(actor, { agencyId }),
  };
}

/** All indices, each with the newest result of every entity that has one. */
export async function listIndices(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  indexPolicy.permit(actor, "read", { agencyId });
  const kinds = await q
    .select()
    .from(indexKind)
    .where(eq(indexKind.agencyId, agencyId))
    .orderBy(asc(indexKind.madeAt), asc(indexKind.id));
  const results = await q
    .select()
    .from(indexResult)
    .where(and(eq(indexResult.agencyId, agencyId), isNull(indexResult.componentId)))
    .orderBy(desc(indexResult.edition));
  const entities = await entitiesOf(q, agencyId);
  return {
    indices: kinds.map(({ agencyId: _, madeAt: __, publicSince: ___, publicBy: ____, ...kind }) => {
      const own = results.filter(({ indexId }) => indexId === kind.id);
      return {
        ...kind,
        results: own.length,
        newest: entities.flatMap(({ id, name: entityName }) => {
          const found = own.find(({ entityId }) => entityId === id);
          if (!found) return [];
          const { edition, score, rank, ranked, isCertain } = found;
          return [{ entityName, edition, score, rank, ranked, isCertain }];
        }),
      };
    }),
    entities,
    may: indexPolicy.may(actor, { agencyId }),
  };
}

/** Results of whole indices that were published between two days, both inside, with what was reached in words. */
export async function resultsPublishedBetween(
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
) {
  const rows = await q
    .select({ kind: indexKind, entity: indexEntity.name, one: indexResult })
    .from(indexResult)
    .innerJoin(indexKind, eq(indexKind.id, indexResult.indexId))
    .innerJoin(indexEntity, eq(indexEntity.id, indexResult.entityId))
    .where(
      and(
        eq(indexResult.agencyId, agencyId),
        isNull(indexResult.componentId),
        gte(indexResult.publishedOn, from),
        lte(indexResult.publishedOn, to),
      ),
    )
    .orderBy(asc(indexResult.publishedOn), asc(indexKind.madeAt), asc(indexEntity.name));
  return rows.map(({ kind, entity, one }) => ({
    ...{ id: one.id, indexId: kind.id, index: kind.shortName, publisher: kind.publisher, entity },
    ...{ edition: one.edition, publishedOn: one.publishedOn, source: one.source, isCertain: one.isCertain },
    result: resultInWords(one, kind.unit),
  }));
}
