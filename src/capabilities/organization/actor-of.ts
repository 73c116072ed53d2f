import { sql } from "drizzle-orm";
import type { ActingAppointment, Actor } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { passwordFloor } from "./passwords/password-rule-queries.ts";
import { twoFactors } from "./session-beginning.ts";
import { sessionToken } from "./session-cookie.ts";

/** A session that nobody used for this long is over. */
export const IDLE_MINUTES = 30;

/** For so long after a proof by password or second factor, sensitive acts ask for none. */
const CONFIRMED_MINUTES = 15;

/**
 * Who calls, also where the agency's rule lets this person do nothing yet: the active person of a living session with
 * the appointments in force today, which also hold for what their unit took over from others, in one query. Using a session keeps it alive; the row is touched at most once a
 * minute.
 */
export async function callerOf(database: Database, headers: Headers): Promise<Actor | null> {
  const token = sessionToken(headers);
  if (!token) return null;
  const { rows } = await database.execute<{
    id: string;
    name: string;
    agency_id: string;
    stale: boolean;
    unconfirmed: boolean;
    second_factor_from: string | null;
    passkeys: boolean;
    password_until: Date | null;
    password_overdue: boolean | null;
    overdue: boolean | null;
    appointments: ActingAppointment[];
  }>(sql`
    select p.id, p.name, p.agency_id, s.last_seen_at < now() - interval '1 minute' as stale,
      s.confirmed_at < now() - make_interval(mins => ${CONFIRMED_MINUTES}) as unconfirmed,
      rule.second_factor_from::text, rule.second_factor_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date as overdue,
      exists (select from auth_passkey k where k.user_id = s.user_id) as passkeys,
      age.until as password_until, age.until < now() as password_overdue,
      coalesce((
        select json_agg(json_build_object('role', a.role, 'unitId', u.unit_id) order by u.took_over, a.from_date, a.id)
        from appointment a cross join lateral (
          select a.unit_id, false as took_over
          union all select h.unit_id, true from unit_heir h where h.heir_id = a.unit_id) u
        where a.person_id = p.id and a.from_date <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
          and (a.to_date is null or a.to_date >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
      ), '[]') as appointments
    from auth_session s join person p on p.user_id = s.user_id join agency g on g.id = p.agency_id
      left join sign_in_rule rule on rule.agency_id = g.id
        and not (s.signed_in_by = any (${sql.param(twoFactors)}))
        and exists (
          select from appointment a where a.person_id = p.id and a.role = any (rule.second_factor_roles)
            and a.from_date <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
            and (a.to_date is null or a.to_date >= (now() at time zone 'Asia/Ho_Chi_Minh')::date))
      left join password_rule asked on asked.agency_id = g.id
      left join lateral (
        select max(h.set_at) + make_interval(days => least(asked.max_days, ${passwordFloor().maxDays}::int)) as until
        from auth_password h
        where h.user_id = s.user_id and s.signed_in_by in ('password', 'password-and-code')
      ) age on true
    where s.token = ${token} and p.active and g.active
      and (p.leaves_on is null or p.leaves_on >= (now() at time zone 'Asia/Ho_Chi_Minh')::date) and s.expires_at > now()
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
    ...(found.unconfirmed && { unconfirmed: true }),
    ...(found.second_factor_from !== null && {
      secondFactor: {
        from: found.second_factor_from,
        overdue: found.overdue === true,
        passkeys: found.passkeys,
      },
    }),
    ...(found.password_until !== null && {
      password: { until: new Date(found.password_until), overdue: found.password_overdue === true },
    }),
  };
}

/** Who acts: who calls, unless a second factor has to be set up or the password changed first. */
export async function actorOf(database: Database, headers: Headers): Promise<Actor | null> {
  const caller = await callerOf(database, headers);
  return caller?.secondFactor?.overdue || caller?.password?.overdue ? null : caller;
}
