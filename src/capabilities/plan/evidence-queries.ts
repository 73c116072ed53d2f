import { and, eq, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { evidence, evidenceClause, evidenceFile, evidenceObligation, evidenceTask } from "./tables.ts";

export interface ChainEvidence {
  id: string;
  label: string;
  url: string | null;
  at: Date;
  source: string;
  sourceId: string;
  recordedBy: string;
  taskIds: string[];
  obligationIds: string[];
  /** Clauses that it serves as a whole. */
  clauseIds: string[];
  /** Files that show it, for people of the agency only. */
  files: { id: string; fileName: string; contentType: string; bytes: number }[];
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
}

// Written with its table: the files have an id of their own.
const its = sql.raw('"evidence"."id"');

const withLinks = (q: Queryable, where: SQL | undefined): Promise<ChainEvidence[]> =>
  q
    .select({
      id: evidence.id,
      label: evidence.label,
      url: evidence.url,
      at: evidence.at,
      source: evidence.source,
      sourceId: evidence.sourceId,
      recordedBy: evidence.recordedBy,
      withdrawnAt: evidence.withdrawnAt,
      withdrawnReason: evidence.withdrawnReason,
      taskIds: sql<
        string[]
      >`coalesce((select array_agg(l.task_id::text order by l.task_id) from ${evidenceTask} l where l.evidence_id = ${its}), '{}')`,
      obligationIds: sql<
        string[]
      >`coalesce((select array_agg(l.obligation_id::text order by l.obligation_id) from ${evidenceObligation} l where l.evidence_id = ${its}), '{}')`,
      clauseIds: sql<
        string[]
      >`coalesce((select array_agg(l.clause_id::text order by l.clause_id) from ${evidenceClause} l where l.evidence_id = ${its}), '{}')`,
      files: sql<
        ChainEvidence["files"]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'fileName', f.file_name, 'contentType', f.content_type, 'bytes', f.bytes) order by f.position) from ${evidenceFile} f where f.evidence_id = ${its}), '[]')`,
    })
    .from(evidence)
    .where(where)
    .orderBy(evidence.at, evidence.id);

/** First moment of a day in Việt Nam. */
const midnight = (day: SQL) => sql`(${day})::timestamp at time zone 'Asia/Ho_Chi_Minh'`;

/** One proof of the agency, also one that no longer holds. @throws NotFound */
export async function evidenceById(q: Queryable, agencyId: string, id: string): Promise<ChainEvidence> {
  const [found] = await withLinks(q, and(eq(evidence.agencyId, agencyId), eq(evidence.id, id)));
  if (!found) throw new NotFound("Không có minh chứng này trong cơ quan.");
  return found;
}

/** Proofs of the agency between two days, both inside, that `holding` keeps. */
const between = (
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
  holding: SQL,
): Promise<ChainEvidence[]> =>
  withLinks(
    q,
    and(
      eq(evidence.agencyId, agencyId),
      holding,
      gte(evidence.at, midnight(sql`${from}::date`) as never),
      lt(evidence.at, midnight(sql`${to}::date + 1`) as never),
    ),
  );

/** Living proofs of the agency between two days, both inside, with their links. */
export const evidenceBetween = (q: Queryable, agencyId: string, days: { from: string; to: string }) =>
  between(q, agencyId, days, isNull(evidence.withdrawnAt));

/** Proofs dated between two days, both inside, that no longer hold, with their links and the reason. */
export const withdrawnEvidenceBetween = (
  q: Queryable,
  agencyId: string,
  days: { from: string; to: string },
) => between(q, agencyId, days, isNotNull(evidence.withdrawnAt));

/** What the living proofs of these things of a capability prove, by thing. */
export async function obligationsProvedBy(
  q: Queryable,
  agencyId: string,
  source: string,
  sourceIds: string[],
): Promise<Map<string, string[]>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await q
    .select({ sourceId: evidence.sourceId, obligationId: evidenceObligation.obligationId })
    .from(evidence)
    .innerJoin(evidenceObligation, eq(evidenceObligation.evidenceId, evidence.id))
    .where(
      and(
        eq(evidence.agencyId, agencyId),
        eq(evidence.source, source),
        inArray(evidence.sourceId, sourceIds),
        isNull(evidence.withdrawnAt),
      ),
    );
  const byThing = Map.groupBy(rows, ({ sourceId }) => sourceId);
  return new Map([...byThing].map(([id, its]) => [id, its.map(({ obligationId }) => obligationId)]));
}

/** Living proofs between two days, both inside, that name one of these tasks, obligations or clauses. */
export const evidenceNaming = (
  q: Queryable,
  agencyId: string,
  targets: string[],
  days: { from: string; to: string },
): Promise<ChainEvidence[]> => {
  const ids = sql`any(${sql.param(targets)}::uuid[])`;
  return between(
    q,
    agencyId,
    days,
    sql`${evidence.withdrawnAt} is null and ${its} in (
      select l.evidence_id from ${evidenceTask} l where l.task_id = ${ids}
      union all select l.evidence_id from ${evidenceObligation} l where l.obligation_id = ${ids}
      union all select l.evidence_id from ${evidenceClause} l where l.clause_id = ${ids}
    )`,
  );
};

/** All proofs that serve a task or one of the obligations that it discharges, those withdrawn too. */
export const evidenceOfTask = (
  q: Queryable,
  { id, agencyId, obligationIds }: { id: string; agencyId: string; obligationIds: string[] },
): Promise<ChainEvidence[]> =>
  withLinks(
    q,
    and(
      eq(evidence.agencyId, agencyId),
      or(
        sql`exists (select from ${evidenceTask} l where l.evidence_id = ${its} and l.task_id = ${id})`,
        sql`exists (select from ${evidenceObligation} l where l.evidence_id = ${its} and l.obligation_id = any(${sql.param(obligationIds)}::uuid[]))`,
      ),
    ),
  );
