import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { evidence, evidenceClause, evidenceObligation, evidenceTask } from "./tables.ts";

/** Proofs dated between two days, both inside, that no longer hold, with their links and the reason. */
export const withdrawnEvidenceBetween = (
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
) =>
  q
    .select({
      id: evidence.id,
      label: evidence.label,
      url: evidence.url,
      at: evidence.at,
      source: evidence.source,
      sourceId: evidence.sourceId,
      withdrawnAt: evidence.withdrawnAt,
      withdrawnReason: evidence.withdrawnReason,
      taskIds: sql<
        string[]
      >`coalesce((select array_agg(l.task_id::text order by l.task_id) from ${evidenceTask} l where l.evidence_id = ${evidence.id}), '{}')`,
      obligationIds: sql<
        string[]
      >`coalesce((select array_agg(l.obligation_id::text order by l.obligation_id) from ${evidenceObligation} l where l.evidence_id = ${evidence.id}), '{}')`,
      clauseIds: sql<
        string[]
      >`coalesce((select array_agg(l.clause_id::text order by l.clause_id) from ${evidenceClause} l where l.evidence_id = ${evidence.id}), '{}')`,
    })
    .from(evidence)
    .where(
      and(
        eq(evidence.agencyId, agencyId),
        isNotNull(evidence.withdrawnAt),
        sql`(${evidence.at} at time zone 'Asia/Ho_Chi_Minh')::date between ${from}::date and ${to}::date`,
      ),
    )
    .orderBy(evidence.at, evidence.id);
