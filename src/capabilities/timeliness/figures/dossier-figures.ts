import { sql } from "drizzle-orm";
import { calendarOf } from "#plan";
import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";
import type { Queryable } from "#platform/database/database.ts";
import { addUp, countsInPeriod, type UnitSource } from "./counts-in-period.ts";
import { conditions, countedIn, keyOf, lastDayOf } from "./measure.ts";
import { type Division, type Measure, measures } from "./measure-words.ts";
import type { FiguresOfPart, PeriodFigures } from "./period-figures.ts";
import { workingDayCount } from "./working-day-count.ts";

const labels = {
  unit: sql`min(unit)`,
  procedure: sql`concat_ws(' ', nullif(min(procedure_code), ''), nullif(min(procedure_name), ''))`,
  field: sql`min(field)`,
  channel: sql`min(channel)`,
};

type Row = Record<Measure | "workingDays", number> & { key: string | null; label: string | null };

const figuresOf = (row: Row): PeriodFigures => ({
  received: row.received,
  carriedOver: row.carriedOver,
  filed: row.filed,
  early: row.early,
  onTime: row.onTime,
  late: row.late,
  resolved: row.resolved,
  inProgressOnTime: row.inProgressOnTime,
  inProgressOverdue: row.inProgressOverdue,
  paused: row.paused,
  closedWithoutResult: row.closedWithoutResult,
  onTimeShare: { numerator: row.early + row.onTime, denominator: row.resolved },
  online: { numerator: row.online, denominator: row.filed },
  ePayment: { numerator: row.paid, denominator: row.owing },
  eResult: { numerator: row.electronic, denominator: row.resolved },
  digitised: { numerator: row.digitised, denominator: row.filed },
  circulated: { numerator: row.circulated, denominator: row.passedOn },
  workingDays: { numerator: row.workingDays, denominator: row.resolved },
});

export interface WhichFigures {
  agencyId: string;
  period: ReportingPeriod;
  today: string;
}

/** The figures of a period by unit, procedure, field or channel, by what the dossiers were on its last day. */
export async function dossierFigures(
  q: Queryable,
  { agencyId, period, today, by }: WhichFigures & { by: Division },
): Promise<{
  until: string;
  totals: PeriodFigures;
  rows: FiguresOfPart[];
  /** What of the totals was counted by a system and has no dossiers behind it. */
  fromCounts: PeriodFigures;
  /** Keys of parts that hold such figures. */
  partsFromCounts: string[];
  /** Where the figures of each unit come from; empty: all from dossiers. */
  sources: UnitSource[];
}> {
  const until = lastDayOf(period, today);
  const which = conditions(period, until);
  const days = workingDayCount(await calendarOf(q, agencyId), until);
  const sums = sql.join(
    measures.map(
      (measure) => sql`count(*) filter (where ${which[measure]})::int as ${sql.identifier(measure)}`,
    ),
    sql`, `,
  );
  // The whole stands beside its parts, so that both are of one moment.
  const { rows } = await q.execute<Row & { isWhole: boolean }>(sql`
    with ${countedIn(agencyId, period)},
    told as (select *, ${keyOf[by]} as key,
      case when kind = 'resolved' then ${days(sql`received_on`, sql`finished_on`)} end as worked from counted)
    select grouping(key) = 1 as "isWhole", key, ${labels[by]} as label, ${sums},
      coalesce(sum(worked), 0)::int as "workingDays"
    from told group by grouping sets ((), (key)) order by received desc, label`);
  const counts = await countsInPeriod(q, { agencyId, period, today, by });
  const fromCounts = addUp(counts.parts);
  const parts = new Map<string, FiguresOfPart>(
    rows
      .filter(({ isWhole }) => !isWhole)
      .map((row) => [
        row.key ?? "",
        { key: row.key ?? "", label: row.label || "(trống)", ...figuresOf(row) },
      ]),
  );
  for (const { key, label, ...figures } of counts.parts) {
    const same = parts.get(key);
    parts.set(key, { key, label: same?.label ?? label, ...(same ? addUp([same, figures]) : figures) });
  }
  const ofDossiers = figuresOf(rows.find(({ isWhole }) => isWhole)!);
  return {
    ...{ until, fromCounts, sources: counts.sources, partsFromCounts: counts.parts.map(({ key }) => key) },
    totals: counts.parts.length === 0 ? ofDossiers : addUp([ofDossiers, fromCounts]),
    rows: [...parts.values()].toSorted(
      (a, b) => b.received - a.received || a.label.localeCompare(b.label, "vi"),
    ),
  };
}
