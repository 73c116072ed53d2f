import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { kindsBelow } from "./agency.ts";
import { type Agency, agencyById } from "./organization-queries.ts";
import { subordinatePolicy } from "./policy.ts";
import { agency } from "./tables.ts";

export interface Subordinate extends Agency {
  /** Nobody of it has ever set a password, so that a new link for its administrator takes nothing from anyone. */
  unentered: boolean;
  activeBelow: number;
}

/** Agencies directly under the caller's, by name: what they are called and whether they are in use, nothing inside. */
async function subordinatesOf(q: Queryable, actor: Actor, id?: string): Promise<Subordinate[]> {
  return q
    .select({
      ...getTableColumns(agency),
      unentered: sql<boolean>`not exists (
        select 1 from person p join auth_account a on a.user_id = p.user_id
        where p.agency_id = agency.id and a.password is not null)`,
      activeBelow: sql<number>`(select count(*)::int from agency below where below.parent_id = agency.id and below.active)`,
    })
    .from(agency)
    .where(and(eq(agency.parentId, actor.agencyId), id === undefined ? undefined : eq(agency.id, id)))
    .orderBy(sql`name collate "vi-x-icu"`);
}

const present = (actor: Actor, found: Subordinate) => ({
  ...found,
  may: subordinatePolicy.may(actor, { ...found, agencyId: actor.agencyId }),
});

/** The agencies directly under the caller's, with what may be done, and the kinds that may be added. */
export async function presentSubordinates(q: Queryable, actor: Actor) {
  const own = await agencyById(q, actor.agencyId);
  const kinds = kindsBelow[own!.kind];
  const found = await subordinatesOf(q, actor);
  return {
    agencies: found.map((row) => present(actor, row)),
    kinds: [...kinds],
    may: subordinatePolicy.may(actor, { agencyId: actor.agencyId, kinds }),
  };
}

/** One agency directly under the caller's. @throws NotFound */
export async function subordinateOf(q: Queryable, actor: Actor, id: string) {
  const [found] = await subordinatesOf(q, actor, id);
  if (!found) throw new NotFound("Không có cơ quan này trực thuộc cơ quan của bạn.");
  return present(actor, found);
}
