import { sql } from "drizzle-orm";
import type { ActingAppointment, Actor } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { sessionToken } from "./session-cookie.ts";

/** A session that nobody used for this long is over. */
export const IDLE_MINUTES = 30;

/**
 * Who calls: the active person of a living session with the appointments in force today, in one query. Using a
 * session keeps it alive; the row is touched at most once a minute.
 */
export async function actorOf(database: Database, headers: Headers): Promise<Actor | null> {
  const token = sessionToken(headers);
  if (!token) return null;
  const { rows } = await database.execute<{
    id: string;
    name: string;
    agency_id: string;
    stale: boolean;
    appointments: ActingAppointment[];
  }>(sql`
    select p.id, p.name, p.agency_id, s.last_seen_at < now() - interval '1 minute' as stale,
      coalesce((
        select json_agg(json_build_object('role', a.role, 'unitId', a.unit_id))
        from appointment a
        where a.person_id = p.id and a.from_date <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
          and (a.to_date is null or a.to_date >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
      ), '[]') as appointments
    from auth_session s join person p on p.user_id = s.user_id join agency g on g.id = p.agency_id
    where s.token = ${token} and p.active and g.active and s.expires_at > now()
      and s.last_seen_at > now() - make_interval(mins => ${IDLE_MINUTES})
  `);
  const [found] = rows;
  if (!found) return null;
  if (found.stale)
    await database.execute(sql`update auth_session set last_seen_at = now() where token = ${token}`);
  return {
    personId: found.id,
    name: found.name,
    agencyId: found.agency_id,
    appointments: found.appointments,
  };
}
