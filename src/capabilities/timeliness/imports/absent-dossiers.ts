import { sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";
import type { Queryable, Transaction } from "#platform/database/database.ts";
import { isoOfYmd } from "#platform/sheets/rows/civil-day.ts";
import { countedIn } from "../figures/measure.ts";
import type { RejectedRow } from "../reading/dossiers-worker.ts";
import type { Dossier } from "../reading/judge-dossier.ts";
import { unitKey } from "../reading/tally-dossiers.ts";
import { keptOf } from "./dossier-row.ts";

/** What a sheet that is the whole state of its moment no longer holds. */
export interface Absent {
  /** Open or waiting when they were last told of: closed by the import. */
  total: number;
  /** The first of them. */
  dossiers: { code: string; unit: string; receivedOn: string; dueOn: string }[];
  /** Settled before: they stay as they are. */
  settled: number;
  /** Units that the sheet names nowhere: nothing of theirs is touched. */
  otherUnits: { unit: string; dossiers: number }[];
}

const TOLD = 500;

interface Whole {
  agencyId: string;
  period: ReportingPeriod;
  dossiers: Dossier[];
  rejected: RejectedRow[];
}

/**
 * The dossiers of the period that the sheet ought to hold and does not. A row that was rejected is there all the same;
 * what was received after the last receipt in the sheet may have come in later; a unit that it never names has a sheet
 * of its own.
 */
function absentFrom({ agencyId, period, dossiers, rejected }: Whole) {
  const codes = [
    ...dossiers.map(({ code }) => code),
    ...rejected.map(({ written }) => (written.ma_ho_so ?? "").toUpperCase()),
  ];
  const units = [...new Set(dossiers.map(({ unit, unitCode }) => unitKey(unit || unitCode)))];
  const last = dossiers.reduce((latest, { received }) => Math.max(latest, received), 0);
  return sql`${countedIn(agencyId, period)},
    present as (select distinct value as code from jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb)),
    named as (select distinct value as unit_key from jsonb_array_elements_text(${JSON.stringify(units)}::jsonb)),
    missed as (
      select c.*, n.unit_key is not null as is_named from counted c left join named n using (unit_key)
      where not exists (select from present p where p.code = c.code)
        and c.received_on <= ${last === 0 ? "0001-01-01" : isoOfYmd(last)}::date)`;
}

const isOpen = sql`is_named and finished_on is null and status <> 'closed'`;

/** What the sheet no longer holds, told before anything is done. */
export async function tellAbsent(q: Queryable, whole: Whole): Promise<Absent> {
  const missed = absentFrom(whole);
  const { rows: counted } = await q.execute<{ total: number; settled: number }>(sql`
    with ${missed} select count(*) filter (where ${isOpen})::int as total,
      count(*) filter (where is_named and finished_on is not null)::int as settled from missed`);
  const { rows: dossiers } = await q.execute<Absent["dossiers"][number]>(sql`
    with ${missed} select code, unit, received_on::text as "receivedOn", due_on::text as "dueOn"
    from missed where ${isOpen} order by unit, code limit ${TOLD}`);
  const { rows: otherUnits } = await q.execute<Absent["otherUnits"][number]>(sql`
    with ${missed} select min(unit) as unit, count(*)::int as dossiers from missed
    where not is_named and finished_on is null and status <> 'closed' group by unit_key order by 1 limit ${TOLD}`);
  return { ...counted[0]!, dossiers, otherUnits };
}

/** Closes them without a result, as they were kept aside; gives how many. */
export async function closeAbsent(tx: Transaction, whole: Whole, importId: string): Promise<number> {
  const missed = absentFrom(whole);
  await tx.execute(sql`
    with ${missed} insert into dossier_former (replaced_by, ${keptOf()})
    select ${importId}, ${keptOf()} from missed where ${isOpen}`);
  const { rowCount } = await tx.execute(sql`
    update dossier d set status = 'closed', absent = true, import_id = ${importId}
    from dossier_former f
    where f.agency_id = ${whole.agencyId} and f.replaced_by = ${importId} and d.agency_id = f.agency_id
      and d.code = f.code and d.import_id <> ${importId}`);
  return rowCount ?? 0;
}

/** A whole state is only believed when every row of it could at least be named. */
export function refuseUnnamed(rejected: RejectedRow[], count: number): void {
  const unnamed = count - rejected.filter(({ written }) => (written.ma_ho_so ?? "") !== "").length;
  if (unnamed === 0) return;
  const message = `Có ${unnamed} dòng không đọc được mã hồ sơ nên không coi bảng này là toàn bộ; chưa nhập dòng nào. Hãy sửa các dòng ấy, hoặc bỏ chọn “Bảng này là toàn bộ hồ sơ”.`;
  throw new Unacceptable(message, [{ field: "file", message }]);
}
