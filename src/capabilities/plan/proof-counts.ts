import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";

/** What is counted: proofs that name one of the targets (ids of tasks, obligations, clauses), each once. */
export interface CountedRow {
  row: string;
  targets: Iterable<string>;
}

/** Moments between which proofs are counted: from `startsAt` on, before `endsBefore` (ISO instants). */
export interface CountedSpan {
  code: string;
  startsAt: string;
  endsBefore: string;
}

export interface ProofCount {
  /** Living proofs. */
  evidence: number;
  /** Those that the newsroom made. */
  products: number;
}

const none: ProofCount = { evidence: 0, products: 0 };

/**
 * Counts of each row in each span, by the database; what has none is nought. The spans follow each other without a
 * gap, as the periods of a year do.
 */
export async function countProofs(
  q: Queryable,
  agencyId: string,
  rows: CountedRow[],
  spans: CountedSpan[],
): Promise<(row: string, span: string) => ProofCount> {
  const places: number[] = [];
  const targets: string[] = [];
  for (const [place, { targets: its }] of rows.entries())
    for (const target of its) {
      places.push(place);
      targets.push(target);
    }
  const [first, last] = [spans[0], spans.at(-1)];
  const counts = new Map<string, ProofCount>();
  if (targets.length > 0 && first && last) {
    const found = await q.execute<{ place: number; span: number; evidence: number; products: number }>(sql`
      with wanted as (
        select * from unnest(${sql.param(places)}::int[], ${sql.param(targets)}::uuid[]) as w (place, target)
      ), living as materialized (
        select e.id, e.source = 'newsroom' as product,
          width_bucket(e.at, ${sql.param(spans.map(({ startsAt }) => startsAt))}::timestamptz[]) as span
        from evidence e
        where e.agency_id = ${agencyId} and e.withdrawn_at is null
          and e.at >= ${first.startsAt}::timestamptz and e.at < ${last.endsBefore}::timestamptz
      ), link as (
        select evidence_id, task_id as target from evidence_task where agency_id = ${agencyId}
        union all
        select evidence_id, obligation_id from evidence_obligation where agency_id = ${agencyId}
        union all
        select evidence_id, clause_id from evidence_clause where agency_id = ${agencyId}
      ), served as (
        select distinct w.place, l.span, l.id, l.product
        from living l join link on link.evidence_id = l.id join wanted w on w.target = link.target
      )
      select place, span, count(*)::int as evidence, (count(*) filter (where product))::int as products
      from served group by place, span
    `);
    for (const { place, span, evidence, products } of found.rows)
      counts.set(`${rows[place]!.row} ${spans[span - 1]!.code}`, { evidence, products });
  }
  return (row, span) => counts.get(`${row} ${span}`) ?? none;
}
