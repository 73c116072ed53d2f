import { type SQL, sql } from "drizzle-orm";
import { periodsOfYear, type ReportingPeriod } from "#platform/clock/reporting-period.ts";
import type { Division, Measure } from "./measure-words.ts";

/** By what a row belongs to one part of a division. */
export const keyOf: Record<Division, SQL> = {
  unit: sql`unit_key`,
  procedure: sql`coalesce(nullif(procedure_code, ''), procedure_name)`,
  field: sql`field`,
  channel: sql`channel`,
};

/** Which of the period's dossiers each measure counts; `until` is the day on which the period is looked at. */
export function conditions({ from }: ReportingPeriod, until: string): Record<Measure, SQL> {
  const filed = sql`(received_on >= ${from})`;
  const resolved = sql`kind = 'resolved'`;
  return {
    received: sql`true`,
    carriedOver: sql`not ${filed}`,
    filed,
    resolved,
    early: sql`${resolved} and finished_on < due_on`,
    onTime: sql`${resolved} and finished_on = due_on`,
    inTime: sql`${resolved} and finished_on <= due_on`,
    late: sql`${resolved} and finished_on > due_on`,
    inProgressOnTime: sql`kind = 'open' and due_on >= ${until}`,
    inProgressOverdue: sql`kind = 'open' and due_on < ${until}`,
    paused: sql`kind = 'paused'`,
    closedWithoutResult: sql`kind = 'closed'`,
    online: sql`${filed} and is_online`,
    owing: sql`${filed} and paid_online is not null`,
    paid: sql`${filed} and paid_online`,
    electronic: sql`${resolved} and electronic`,
    digitised: sql`${filed} and digitised`,
    passedOn: sql`circulated is not null`,
    circulated: sql`circulated`,
  };
}

/** The last day that is known of a period: its own, or today while it runs. */
export const lastDayOf = ({ to }: ReportingPeriod, today: string): string => (today < to ? today : to);

/** The months that a period is made of, itself not among them, the first one first. */
export const monthsOf = (period: ReportingPeriod): ReportingPeriod[] =>
  [0, 1]
    .flatMap((back) => periodsOfYear(Number(period.to.slice(0, 4)) - back, "month", period.basis))
    .filter(({ from, to, code }) => code !== period.code && from >= period.from && to <= period.to)
    .toSorted((a, b) => a.from.localeCompare(b.from));

/** Whether a person has said that the counts of a row's unit hold in the period, and there are such counts. */
export const toldByCounts = (agencyId: string, period: ReportingPeriod): SQL => sql`(unit_key in (
  select s.unit_key from dossier_source s
  where s.agency_id = ${agencyId} and s.period = ${period.code} and s.source = 'counts' and exists (
    select from dossier_count c
    where c.agency_id = s.agency_id and c.unit_key = s.unit_key
      and c.period in (${sql.join(
        [period, ...monthsOf(period)].map(({ code }) => sql`${code}`),
        sql`, `,
      )}))))`;

/**
 * The dossiers of an agency in a period as a table `counted`: those at hand when it began and those filed in it. One
 * that ended without a result has no day of its end: it counts where it was filed. `everyUnit`: also of units that a
 * person has said their counts tell of.
 */
export const countedIn = (
  agencyId: string,
  period: ReportingPeriod,
  { everyUnit = false }: { everyUnit?: boolean } = {},
): SQL => {
  const { from, to } = period;
  return sql`
  counted as (
    select *, case when finished_on between ${from} and ${to} then 'resolved'
      when finished_on is null and status in ('paused', 'closed') then status else 'open' end as kind
    from dossier
    where agency_id = ${agencyId} and received_on <= ${to} and (finished_on is null or finished_on >= ${from})
      and (received_on >= ${from} or finished_on is not null or status <> 'closed')
      and ${everyUnit ? sql`true` : sql`not ${toldByCounts(agencyId, period)}`})`;
};
