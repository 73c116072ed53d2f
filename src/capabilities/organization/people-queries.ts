import { and, asc, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { matterOfCause } from "#platform/work/notice-matters.ts";
import { lockedUntil } from "./lock-out.ts";
import { whyTold } from "./notice-kinds.ts";
import { organizationPolicy } from "./policy.ts";
import { appointment, authUser, notice, person, unit } from "./tables.ts";

/**
 * People of the caller's agency by name, each with all appointments, newest first. Who keeps people also sees whom
 * wrong passwords have locked out, and until when.
 */
export async function peopleWithAppointments(q: Queryable, actor: Actor, personId?: string) {
  const people = await q
    .select({
      ...getTableColumns(person),
      twoFactorEnabled: sql<boolean>`${authUser.twoFactorEnabled} or exists (select from auth_passkey where user_id = ${authUser.id})`,
      hasWayIn: sql<boolean>`exists (select from auth_account where user_id = ${person.userId} and (password is not null or provider_id <> 'credential'))
        or exists (select from auth_passkey where user_id = ${person.userId})`,
    })
    .from(person)
    .leftJoin(authUser, eq(authUser.id, person.userId))
    .where(and(eq(person.agencyId, actor.agencyId), personId ? eq(person.id, personId) : undefined))
    .orderBy(sql`${person.name} collate "vi-x-icu"`);
  const appointments = await q
    .select({
      id: appointment.id,
      personId: appointment.personId,
      role: appointment.role,
      unitId: appointment.unitId,
      unitName: unit.name,
      fromDate: appointment.fromDate,
      toDate: appointment.toDate,
    })
    .from(appointment)
    .leftJoin(unit, eq(unit.id, appointment.unitId))
    .where(eq(appointment.agencyId, actor.agencyId))
    .orderBy(desc(appointment.fromDate), asc(appointment.id));
  const told = organizationPolicy.hindrance(actor, "manage", { agencyId: actor.agencyId }) === null;
  const locked = told
    ? await lockedUntil(
        q,
        people.map(({ email }) => email),
      )
    : new Map<string, Date>();
  return people.map(({ twoFactorEnabled, hasWayIn, ...found }) => ({
    ...found,
    secondFactor: told ? twoFactorEnabled === true : null,
    entered: told ? hasWayIn : null,
    lockedUntil: locked.get(found.email) ?? null,
    appointments: appointments.filter((row) => row.personId === found.id),
    may: organizationPolicy.may(actor, found),
  }));
}

/** One person of the caller's agency. @throws NotFound */
export async function personOf(q: Queryable, actor: Actor, personId: string) {
  const [found] = await peopleWithAppointments(q, actor, personId);
  if (!found) throw new NotFound("Không có người này trong cơ quan.");
  return found;
}

/** The caller's newest 50 notices and how many are unread. */
export async function noticesOf(q: Queryable, personId: string) {
  const notices = await q
    .select()
    .from(notice)
    .where(eq(notice.personId, personId))
    .orderBy(desc(notice.at))
    .limit(50);
  return {
    unread: await q.$count(
      notice,
      and(eq(notice.personId, personId), isNull(notice.readAt), isNull(notice.settledAt)),
    ),
    notices: notices.map((one) => {
      const { word, told } = matterOfCause(one.cause);
      return { ...one, why: whyTold(one.kind), matter: word, about: told.about };
    }),
  };
}
