import { sql } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";

/**
 * Refuses what was just done in this transaction when it leaves the agency without an active administrator who is
 * appointed already and without an end. The agency's row is locked first, so that two people cannot each remove the other.
 */
export async function keepAnAdministrator({ tx, actor }: Work): Promise<void> {
  await tx.execute(sql`select 1 from agency where id = ${actor.agencyId} for update`);
  const { rows } = await tx.execute<{ left: number }>(sql`
    select count(*)::int as left from appointment a join person p on p.id = a.person_id
    where a.agency_id = ${actor.agencyId} and a.role = 'administrator' and p.active
      and a.from_date <= (now() at time zone 'Asia/Ho_Chi_Minh')::date and a.to_date is null
  `);
  if (rows[0]!.left === 0) {
    throw new Conflict("Đây là người quản trị cuối cùng; hãy phân công người quản trị khác trước.");
  }
}
