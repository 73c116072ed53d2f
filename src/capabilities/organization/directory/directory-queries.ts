import { and, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import { type Actor, roleLabels } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { personNames } from "../organization-queries.ts";
import { organizationPolicy } from "../policy.ts";
import { agency, appointment, person, sharedContact, unit } from "../tables.ts";

/** Appointments that hold today, of people whose accounts are open, in agencies in use. */
const inForce = () => {
  const day = today().toString();
  return and(
    lte(appointment.fromDate, day),
    or(isNull(appointment.toDate), gte(appointment.toDate, day)),
    eq(person.active, true),
    eq(agency.active, true),
  );
};

/** What agencies share of their people: of others' only that, of the caller's own also who shared it and whom else it could. */
export async function directoryOf(q: Queryable, actor: Actor) {
  const shared = await q
    .select({
      agencyId: agency.id,
      agencyName: agency.name,
      appointmentId: sharedContact.appointmentId,
      name: person.name,
      jobTitle: person.jobTitle,
      unitName: unit.name,
      matter: sharedContact.matter,
      phone: sql<string | null>`case when ${sharedContact.showsPhone} then ${person.phone} end`,
      email: sql<string | null>`case when ${sharedContact.showsEmail} then ${person.email} end`,
      sharedBy: sharedContact.sharedBy,
      sharedAt: sharedContact.sharedAt,
    })
    .from(sharedContact)
    .innerJoin(appointment, eq(appointment.id, sharedContact.appointmentId))
    .innerJoin(person, eq(person.id, appointment.personId))
    .innerJoin(agency, eq(agency.id, sharedContact.agencyId))
    .leftJoin(unit, eq(unit.id, appointment.unitId))
    .where(inForce())
    .orderBy(sql`${agency.name} collate "vi-x-icu"`, sql`${person.name} collate "vi-x-icu"`);
  const others = Map.groupBy(
    shared.filter(({ agencyId }) => agencyId !== actor.agencyId),
    ({ agencyName }) => agencyName,
  );
  const names = await personNames(
    q,
    shared.map(({ sharedBy }) => sharedBy),
  );
  const may = organizationPolicy.may(actor, { agencyId: actor.agencyId });
  const candidates = may.manage.allowed
    ? await q
        .select({
          appointmentId: appointment.id,
          name: person.name,
          role: appointment.role,
          unitName: unit.name,
          phone: person.phone,
          email: person.email,
        })
        .from(appointment)
        .innerJoin(person, eq(person.id, appointment.personId))
        .innerJoin(agency, eq(agency.id, appointment.agencyId))
        .leftJoin(unit, eq(unit.id, appointment.unitId))
        .where(and(eq(appointment.agencyId, actor.agencyId), inForce()))
        .orderBy(sql`${person.name} collate "vi-x-icu"`)
    : [];
  return {
    agencies: [...others].map(([name, contacts]) => ({ name, contacts })),
    own: shared.flatMap(({ sharedBy, ...row }) =>
      row.agencyId === actor.agencyId ? [{ ...row, sharedByName: names.get(sharedBy) ?? null }] : [],
    ),
    candidates: candidates.map((row) => ({ ...row, role: roleLabels[row.role] })),
    may,
  };
}
