import { sql } from "drizzle-orm";
import { calendarOf } from "#plan";
import type { Queryable } from "#platform/database/database.ts";
import type { WhichFigures } from "./dossier-figures.ts";
import { conditions, countedIn, keyOf, lastDayOf } from "./measure.ts";
import type { Division, Measure } from "./measure-words.ts";
import { workingDayCount } from "./working-day-count.ts";

export type DossierBehind = {
  code: string;
  unit: string;
  procedureCode: string;
  procedureName: string;
  field: string;
  channel: string;
  receivedOn: string;
  dueOn: string;
  finishedOn: string | null;
  status: "open" | "paused" | "closed" | "resolved";
  /** Working days from receipt to result. */
  workingDays: number | null;
  /** Working days behind the day it was due, where it was or is late. */
  daysLate: number | null;
};

export interface WhichDossiers extends WhichFigures {
  measure: Measure;
  /** Of one part of a division; left out: of the whole. */
  part?: { by: Division; key: string };
  /** Also of units whose figures are counts, as a person has said. */
  everyUnit?: boolean;
}

/** The dossiers that a number counts, the longest overdue first. */
export async function dossiersBehind(
  q: Queryable,
  { agencyId, period, today, measure, part, everyUnit = false }: WhichDossiers,
  { from, most }: { from: number; most: number },
): Promise<{ total: number; dossiers: DossierBehind[] }> {
  const until = lastDayOf(period, today);
  const days = workingDayCount(await calendarOf(q, agencyId), until);
  const fitting = sql`${conditions(period, until)[measure]} and ${part ? sql`${keyOf[part.by]} = ${part.key}` : sql`true`}`;
  const end = sql`case kind when 'resolved' then finished_on when 'open' then ${until}::date end`;
  const { rows } = await q.execute<DossierBehind & { total: number }>(sql`
    with ${countedIn(agencyId, period, { everyUnit })}
    select code, unit, procedure_code as "procedureCode", procedure_name as "procedureName", field, channel,
      received_on::text as "receivedOn", due_on::text as "dueOn",
      case when kind = 'resolved' then finished_on::text end as "finishedOn", kind as status,
      case when kind = 'resolved' then ${days(sql`received_on`, sql`finished_on`)} end as "workingDays",
      case when (${end}) > due_on then ${days(sql`due_on`, end)} end as "daysLate",
      count(*) over ()::int as total
    from counted where ${fitting}
    order by case when (${end}) > due_on then (${end}) - due_on end desc nulls last, received_on, code
    limit ${most} offset ${from}`);
  return { total: rows[0]?.total ?? 0, dossiers: rows.map(({ total: _, ...dossier }) => dossier) };
}
