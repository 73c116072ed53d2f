import { sql } from "drizzle-orm";
import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";
import type { Database, Transaction } from "#platform/database/database.ts";
import type { Share } from "./reading/tally-dossiers.ts";

/** By what figures are told apart. */
export const divisions = {
  unit: "Đơn vị",
  procedure: "Thủ tục",
  field: "Lĩnh vực",
  channel: "Kênh nộp",
} as const;
export type Division = keyof typeof divisions;

/** received = carriedOver + filed = resolved + pending + paused + closed: every dossier is one of each side. */
export interface PeriodFigures {
  received: number;
  /** Received before the period and not settled when it began. */
  carriedOver: number;
  filed: number;
  early: number;
  onTime: number;
  late: number;
  resolved: number;
  inProgressOnTime: number;
  inProgressOverdue: number;
  paused: number;
  closedWithoutResult: number;
  /** (early + onTime) ÷ resolved */
  onTimeShare: Share;
  /** Of those filed in the period. */
  online: Share;
  ePayment: Share;
  eResult: Share;
  digitised: Share;
}

const keys = {
  unit: sql`unit_key`,
  procedure: sql`coalesce(nullif(procedure_code, ''), procedure_name)`,
  field: sql`field`,
  channel: sql`channel`,
};
const labels = {
  unit: sql`min(unit)`,
  procedure: sql`concat_ws(' ', nullif(min(procedure_code), ''), nullif(min(procedure_name), ''))`,
  field: sql`min(field)`,
  channel: sql`min(channel)`,
};

type Row = Record<
  | "received"
  | "carried"
  | "filed"
  | "early"
  | "on_time"
  | "late"
  | "open_within"
  | "open_over"
  | "paused"
  | "closed"
  | "online"
  | "owing"
  | "paid"
  | "electronic"
  | "digitised",
  number
> & { label: string | null };

const figuresOf = (row: Row): PeriodFigures => {
  const resolved = row.early + row.on_time + row.late;
  return {
    received: row.received,
    carriedOver: row.carried,
    filed: row.filed,
    early: row.early,
    onTime: row.on_time,
    late: row.late,
    resolved,
    inProgressOnTime: row.open_within,
    inProgressOverdue: row.open_over,
    paused: row.paused,
    closedWithoutResult: row.closed,
    onTimeShare: { numerator: row.early + row.on_time, denominator: resolved },
    online: { numerator: row.online, denominator: row.filed },
    ePayment: { numerator: row.paid, denominator: row.owing },
    eResult: { numerator: row.electronic, denominator: resolved },
    digitised: { numerator: row.digitised, denominator: row.filed },
  };
};

/**
 * The dossiers of an agency in a period: those at hand when it began and those filed in it, by what they were on its
 * last day, or today while it runs. One that ended without a result has no day of its end: it counts where it was filed.
 */
export async function dossierFigures(
  database: Database | Transaction,
  { agencyId, period, today, by }: { agencyId: string; period: ReportingPeriod; today: string; by: Division },
): Promise<{ until: string; totals: PeriodFigures; rows: ({ label: string } & PeriodFigures)[] }> {
  const until = today < period.to ? today : period.to;
  const within = sql`(finished_on between ${period.from} and ${period.to})`;
  const filed = sql`(received_on >= ${period.from})`;
  const sums = (label: ReturnType<typeof sql>) => sql`
    select ${label} as label, count(*)::int as received,
      count(*) filter (where not ${filed})::int as carried,
      count(*) filter (where ${filed})::int as filed,
      count(*) filter (where kind = 'resolved' and finished_on < due_on)::int as early,
      count(*) filter (where kind = 'resolved' and finished_on = due_on)::int as on_time,
      count(*) filter (where kind = 'resolved' and finished_on > due_on)::int as late,
      count(*) filter (where kind = 'open' and due_on >= ${until})::int as open_within,
      count(*) filter (where kind = 'open' and due_on < ${until})::int as open_over,
      count(*) filter (where kind = 'paused')::int as paused,
      count(*) filter (where kind = 'closed')::int as closed,
      count(*) filter (where ${filed} and is_online)::int as online,
      count(*) filter (where ${filed} and paid_online is not null)::int as owing,
      count(*) filter (where ${filed} and paid_online)::int as paid,
      count(*) filter (where kind = 'resolved' and electronic)::int as electronic,
      count(*) filter (where ${filed} and digitised)::int as digitised
    from counted`;
  const counted = sql`
    with counted as (
      select *, case when ${within} then 'resolved' when finished_on is null and status in ('paused', 'closed') then status
        else 'open' end as kind
      from dossier
      where agency_id = ${agencyId} and received_on <= ${period.to} and (finished_on is null or finished_on >= ${period.from})
        and (${filed} or finished_on is not null or status <> 'closed'))`;
  const { rows } = await database.execute<Row>(sql`
    ${counted} ${sums(labels[by])} group by ${keys[by]} order by received desc, label`);
  const { rows: all } = await database.execute<Row>(sql`${counted} ${sums(sql`null::text`)}`);
  return {
    until,
    totals: figuresOf(all[0]!),
    rows: rows.map((row) => ({ label: row.label || "(trống)", ...figuresOf(row) })),
  };
}
