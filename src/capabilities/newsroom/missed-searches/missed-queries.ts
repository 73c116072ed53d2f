import { sql } from "drizzle-orm";
import { personNames } from "#organization";
import { VIETNAM } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { LEAST_TIMES } from "#platform/search/count-missed.ts";
import type { MissedOutcome } from "./contract.ts";

const MOST = 200;

interface Row extends Record<string, unknown> {
  words: string;
  times: number;
  lastDay: string;
  outcome: MissedOutcome | null;
  note: string | null;
  by: string | null;
  at: Date | string | null;
}

/** What readers looked for in vain, what waits first, the most frequent before the others. */
export async function missedSearches(q: Queryable, agencyId: string) {
  const { rows } = await q.execute<Row>(sql`
    with counted as (
      select missed.words, sum(times)::int as times, max(day)::text as "lastDay",
        coalesce(sum(times) filter (where decided_at is null or day > (decided_at at time zone ${VIETNAM})::date), 0)::int
          as since
      from missed_search missed
        left join missed_search_decision decision
          on decision.agency_id = missed.agency_id and decision.words = missed.words
      where missed.agency_id = ${agencyId}
      group by missed.words having sum(times) >= ${LEAST_TIMES}
    )
    select counted.words, case when since > 0 then since else times end as times, "lastDay", outcome, note,
      decided_by as by, decided_at as at
    from counted
      left join missed_search_decision decision
        on decision.agency_id = ${agencyId} and decision.words = counted.words and since < ${LEAST_TIMES}
    order by outcome is not null, times desc, "lastDay" desc, counted.words limit ${MOST}
  `);
  const names = await personNames(
    q,
    rows.flatMap(({ by }) => by ?? []),
  );
  return rows.map(({ words, times, lastDay, outcome, note, by, at }) => ({
    ...{ words, times, lastDay },
    decision: outcome && { outcome, note: note ?? "", byName: names.get(by!) ?? "", at: new Date(at!) },
  }));
}
