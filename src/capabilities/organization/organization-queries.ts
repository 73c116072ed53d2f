import { and, asc, eq, gte, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { Role } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { unitHistory } from "./restructuring/unit-history.ts";
import { agency, appointment, person, unit } from "./tables.ts";

/** After every day that is ever told. */
const LAST_DAY = "9999-12-31";

export type Agency = typeof agency.$inferSelect;
export type Unit = typeof unit.$inferSelect;
export type Person = typeof person.$inferSelect;

/** The agency with this id, or null. */
export async function agencyById(q: Queryable, agencyId: string): Promise<Agency | null> {
  const [found] = await q.select().from(agency).where(eq(agency.id, agencyId));
  return found ?? null;
}

/** The agency whose portal has this slug, or null. */
export async function agencyBySlug(q: Queryable, slug: string): Promise<Agency | null> {
  const [found] = await q.select().from(agency).where(eq(agency.slug, slug));
  return found ?? null;
}

/**
 * Units of the agency in their printed order; closed ones only on request, those that others took over named as
 * "Phòng A (đến 30/06/2026), nay là Phòng B".
 */
export async function unitsOfAgency(
  q: Queryable,
  agencyId: string,
  { closed = false }: { closed?: boolean } = {},
): Promise<Unit[]> {
  const units = await q
    .select()
    .from(unit)
    .where(and(eq(unit.agencyId, agencyId), closed ? undefined : isNull(unit.closedOn)))
    .orderBy(asc(unit.position));
  if (units.every(({ closedOn }) => closedOn === null)) return units;
  const history = await unitHistory(q, agencyId);
  return units.map((one) =>
    one.closedOn !== null && history.answering(one.id).length > 0
      ? { ...one, name: history.nameIn(one.id, { from: one.closedOn, to: LAST_DAY }) }
      : one,
  );
}

/** Whether the agency keeps a person with this id. */
export const isPersonOfAgency = async (q: Queryable, agencyId: string, personId: string): Promise<boolean> =>
  (await q.$count(person, and(eq(person.agencyId, agencyId), eq(person.id, personId)))) > 0;

/** Names of people by id, for lists. */
export async function personNames(q: Queryable, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await q
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, ids));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Active people who hold the role today, in the unit or in one that took it over (in any when none is given). */
export async function peopleWithRole(
  q: Queryable,
  agencyId: string,
  role: Role,
  unitId?: string,
): Promise<{ id: string; name: string; email: string }[]> {
  const today = sql`(now() at time zone 'Asia/Ho_Chi_Minh')::date`;
  return q
    .selectDistinct({ id: person.id, name: person.name, email: person.email })
    .from(person)
    .innerJoin(appointment, eq(appointment.personId, person.id))
    .where(
      and(
        eq(person.agencyId, agencyId),
        eq(person.active, true),
        eq(appointment.role, role),
        lte(appointment.fromDate, today),
        or(isNull(appointment.toDate), gte(appointment.toDate, today)),
        unitId === undefined
          ? undefined
          : sql`(${appointment.unitId} = ${unitId} or ${appointment.unitId} in (select heir_id from unit_heir where unit_id = ${unitId}))`,
      ),
    );
}

/** People of the agency whose accounts are open, by name. */
export async function peopleOfAgency(
  q: Queryable,
  agencyId: string,
): Promise<{ id: string; name: string; email: string }[]> {
  return q
    .select({ id: person.id, name: person.name, email: person.email })
    .from(person)
    .where(and(eq(person.agencyId, agencyId), eq(person.active, true)))
    .orderBy(asc(person.name), asc(person.id));
}

/** Units in force in which somebody holds the role today, in their printed order. */
export async function unitsWithRole(q: Queryable, agencyId: string, role: Role): Promise<Unit[]> {
  const today = sql`(now() at time zone 'Asia/Ho_Chi_Minh')::date`;
  const held = q
    .select({ id: appointment.unitId })
    .from(appointment)
    .where(
      and(
        eq(appointment.agencyId, agencyId),
        eq(appointment.role, role),
        lte(appointment.fromDate, today),
        or(isNull(appointment.toDate), gte(appointment.toDate, today)),
      ),
    );
  return q
    .select()
    .from(unit)
    .where(and(eq(unit.agencyId, agencyId), isNull(unit.closedOn), inArray(unit.id, held)))
    .orderBy(asc(unit.position));
}

/**
 * Path under which an agency's portal stands: "" for the installation's own (the first) agency, "/co-quan/<slug>" for
 * every other.
 */
export const baseOf = (one: Pick<Agency, "id" | "slug">, first: Pick<Agency, "id">): string =>
  one.id === first.id ? "" : `/co-quan/${one.slug}`;

/** Path under which the portal of the agency with this id stands. */
export async function portalBase(q: Queryable, agencyId: string): Promise<string> {
  const [first, one] = [await currentAgency(q), await agencyById(q, agencyId)];
  return first && one ? baseOf(one, first) : "";
}

/** Agencies in use on the installation beside one's own, by name: what each portal shows of them. */
export async function agenciesBeside(
  q: Queryable,
  agencyId: string,
): Promise<Pick<Agency, "id" | "slug" | "name" | "kind" | "parentId">[]> {
  return q
    .select({
      id: agency.id,
      slug: agency.slug,
      name: agency.name,
      kind: agency.kind,
      parentId: agency.parentId,
    })
    .from(agency)
    .where(and(ne(agency.id, agencyId), eq(agency.active, true)))
    .orderBy(sql`name collate "vi-x-icu"`);
}

/** The installation's first agency, a real one before the sample; null before the first set-up. */
export async function currentAgency(q: Queryable): Promise<Agency | null> {
  const [first] = await q.select().from(agency).orderBy(sql`is_sample`, asc(agency.createdAt)).limit(1);
  return first ?? null;
}

/** Every agency that works on this installation. */
export const activeAgencies = (q: Queryable): Promise<Agency[]> =>
  q.select().from(agency).where(eq(agency.active, true)).orderBy(asc(agency.createdAt));
