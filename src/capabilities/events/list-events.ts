import { and, asc, desc, eq, gte, lt, type SQL } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { holdsWords } from "#platform/database/holds-words.ts";
import type { EventKind, EventState } from "./event.ts";
import { unitNamesOf } from "./event-queries.ts";
import { eventPolicy } from "./policy.ts";
import { eventRuleOf } from "./settings/event-rule-queries.ts";
import { event } from "./tables.ts";

const PAGE = 30;

export interface EventFilter {
  when: "coming" | "past" | "month";
  /** First and last moment of a month; only for "month". */
  from?: Date | undefined;
  to?: Date | undefined;
  kind?: EventKind | undefined;
  state?: EventState | undefined;
  unitId?: string | undefined;
  q?: string | undefined;
  page: number;
}

/** Events of the agency: what is to come the soonest first, what is over the newest first, or those of a month. */
export async function listEvents(q: Queryable, actor: Actor, filter: EventFilter, now: Date) {
  const { agencyId } = actor;
  eventPolicy.permit(actor, "read", { agencyId });
  const { when, from, to, kind, state, unitId, q: words, page } = filter;
  const time: Record<EventFilter["when"], SQL | undefined> = {
    coming: gte(event.endsAt, now),
    past: lt(event.endsAt, now),
    month: and(from && gte(event.endsAt, from), to && lt(event.startsAt, to)),
  };
  const where = and(
    eq(event.agencyId, agencyId),
    time[when],
    kind && eq(event.kind, kind),
    state && eq(event.state, state),
    unitId ? eq(event.leadUnitId, unitId) : undefined,
    words ? holdsWords([event.title, event.place, event.reformPart], words) : undefined,
  );
  const ordered =
    when === "past" ? [desc(event.startsAt), desc(event.id)] : [asc(event.startsAt), asc(event.id)];
  const rows = await q
    .select()
    .from(event)
    .where(where)
    .orderBy(...ordered)
    .limit(when === "month" ? 500 : PAGE)
    .offset(when === "month" ? 0 : (page - 1) * PAGE);
  const nameOf = await unitNamesOf(q, agencyId);
  return {
    events: rows.map((row) => ({ ...row, unitName: nameOf(row.leadUnitId) })),
    total: await q.$count(event, where),
    pageSize: PAGE,
    units: (await unitsOfAgency(q, agencyId)).map(({ id, name }) => ({ id, name })),
    rule: await eventRuleOf(q, agencyId),
    may: eventPolicy.may(actor, { agencyId }),
  };
}
