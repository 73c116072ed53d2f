import { and, desc, eq, sql } from "drizzle-orm";
import { peopleOfAgency, personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { listeningIncident, listeningSetting } from "../tables.ts";
import { lightOf, USUAL_GROUND, USUAL_HOURS } from "./incident.ts";
import { incidentPolicy, subjectOf } from "./policy.ts";

export type Incident = typeof listeningIncident.$inferSelect;

const SHOWN = 200;

/** How soon criticism is answered in an agency. */
export async function incidentRuleOf(q: Queryable, agencyId: string) {
  const [said] = await q.select().from(listeningSetting).where(eq(listeningSetting.agencyId, agencyId));
  return { hours: said?.incidentHours ?? USUAL_HOURS, ground: said?.ground ?? USUAL_GROUND };
}

/** One of the agency's, held until the transaction ends. @throws NotFound */
export async function heldIncident(q: Queryable, agencyId: string, id: string): Promise<Incident> {
  const [found] = await q
    .select()
    .from(listeningIncident)
    .where(and(eq(listeningIncident.agencyId, agencyId), eq(listeningIncident.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có vụ việc này.");
  return found;
}

/** The incidents, open ones first by their hour, with where each clock stands. */
export async function listIncidents(q: Queryable, actor: Actor, now: Date) {
  const { agencyId } = actor;
  incidentPolicy.permit(actor, "read", { agencyId });
  const rows = await q
    .select()
    .from(listeningIncident)
    .where(eq(listeningIncident.agencyId, agencyId))
    .orderBy(
      sql`case ${listeningIncident.state} when 'open' then 0 when 'answered' then 1 else 2 end`,
      sql`case when ${listeningIncident.state} = 'open' then ${listeningIncident.dueAt} end`,
      desc(listeningIncident.openedAt),
    )
    .limit(SHOWN);
  const names = await personNames(
    q,
    rows.flatMap(({ handlerId, openedBy, answeredBy, closedBy }) =>
      [handlerId, openedBy, answeredBy, closedBy].filter((id) => id !== null),
    ),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? "Hệ thống"));
  return {
    incidents: rows.map((row) => {
      const { id, itemId, title, url, state, openedAt, dueAt, answer, answerUrl, answeredAt } = row;
      return {
        ...{ id, itemId, title, url, state, openedAt, dueAt, answer, answerUrl, answeredAt },
        ...{ result: row.result, closedAt: row.closedAt, light: lightOf(row, now) },
        ...{ handlerId: row.handlerId, handlerName: nameOf(row.handlerId)! },
        ...{ openedByName: nameOf(row.openedBy)!, answeredByName: nameOf(row.answeredBy) },
        closedByName: nameOf(row.closedBy),
        may: incidentPolicy.may(actor, subjectOf(row)),
      };
    }),
    rule: await incidentRuleOf(q, agencyId),
    people: (await peopleOfAgency(q, agencyId)).map(({ id, name }) => ({ id, name })),
    may: incidentPolicy.may(actor, { agencyId }),
  };
}
