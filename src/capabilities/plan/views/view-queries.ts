import { and, asc, desc, eq, or, sql } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { savedView } from "../tables.ts";
import { viewPolicy } from "./policy.ts";

/** The caller's own views, then those that others share, by name. */
export async function viewsFor(q: Queryable, actor: Actor) {
  const mine = eq(savedView.personId, actor.personId);
  const rows = await q
    .select()
    .from(savedView)
    .where(and(eq(savedView.agencyId, actor.agencyId), or(mine, eq(savedView.shared, true))))
    .orderBy(desc(sql`${mine}`), asc(savedView.name), asc(savedView.id));
  const names = await personNames(
    q,
    rows.map(({ personId }) => personId),
  );
  return {
    views: rows.map(({ id, screen, name, query, shared, personId, agencyId }) => ({
      id,
      screen,
      name,
      query,
      shared,
      own: personId === actor.personId,
      personName: names.get(personId) ?? "",
      may: viewPolicy.may(actor, { agencyId, personId, shared }),
    })),
    may: viewPolicy.may(actor, { agencyId: actor.agencyId }),
  };
}
