import { sql } from "drizzle-orm";
import type { ActingAppointment, Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";

/** A person as who acts today would be seen; null: has left, is locked out, or the agency rests. */
export async function recipientOf(q: Queryable, personId: string): Promise<Actor | null> {
  const { rows } = await q.execute<{
    name: string;
    agency_id: string;
    appointments: ActingAppointment[];
  }>(sql`
    select p.name, p.agency_id, coalesce((
        select json_agg(json_build_object('role', a.role, 'unitId', a.unit_id))
        from appointment a
        where a.person_id = p.id and a.from_date <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
          and (a.to_date is null or a.to_date >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
      ), '[]') as appointments
    from person p join agency g on g.id = p.agency_id
    where p.id = ${personId} and p.active and g.active
      and (p.leaves_on is null or p.leaves_on >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
  `);
  const [found] = rows;
  return found
    ? { personId, name: found.name, agencyId: found.agency_id, appointments: found.appointments }
    : null;
}
