import { sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { hiddenFrom } from "../readers/hidden.ts";

/** From when to when, instants: [from, before). */
export interface Span {
  from: string;
  before: string;
}

/** Stories that go on and in which something is to be ready in the span, or that were proposed in it and plan nothing yet. */
const goingStories = (agencyId: string, { from, before }: Span) => sql`
  select s.id from story s
  where s.agency_id = ${agencyId} and s.dropped_at is null
    and (s.created_at >= ${from}::timestamptz and s.created_at < ${before}::timestamptz
        and not exists (select 1 from deliverable d where d.story_id = s.id)
      or exists (select 1 from deliverable d where d.story_id = s.id and d.due_at >= ${from}::timestamptz and d.due_at < ${before}::timestamptz))`;

/** Texts that are written in the span, or have their hour or are to be ready in it; `i`: texts. */
const madeIn = ({ from, before }: Span) => sql`(
  case when i.scheduled_at is null then i.updated_at >= ${from}::timestamptz
    else i.scheduled_at >= ${from}::timestamptz and i.scheduled_at < ${before}::timestamptz end
  or exists (select 1 from deliverable d where d.item_id = i.id and d.due_at >= ${from}::timestamptz and d.due_at < ${before}::timestamptz))`;

const UNDER_WAY = sql`('draft', 'submitted', 'returned', 'approved', 'scheduled')`;

/** Not one of those that the actor does not see; `i`: texts. */
const seenBy = async (q: Queryable, actor: Actor) =>
  sql`not i.id = any(${sql.param(await hiddenFrom(q, actor))}::uuid[])`;

/** Clauses, obligations and tasks for which a story or a text that the actor sees is in the making. */
export async function servedInTheMaking(q: Queryable, actor: Actor, span: Span): Promise<Set<string>> {
  const { agencyId } = actor;
  const seen = await seenBy(q, actor);
  const { rows } = await q.execute<{ id: string }>(sql`
    with going as (${goingStories(agencyId, span)}),
    written as (
      select i.id from content_item i
      where i.agency_id = ${agencyId} and i.state in ${UNDER_WAY} and ${madeIn(span)} and ${seen}
    )
    select clause_id as id from story_clause where story_id in (select id from going)
    union select obligation_id from story_obligation where story_id in (select id from going)
    union select task_id from story_task where story_id in (select id from going)
    union select clause_id from content_clause where item_id in (select id from written)
    union select obligation_id from content_obligation where item_id in (select id from written)
    union select task_id from content_task where item_id in (select id from written)`);
  return new Set(rows.map(({ id }) => id));
}

/** On which channel a text of these themes that the actor sees is out or in the making in the span: its product's, else its kind's first. */
export async function themesTold(
  q: Queryable,
  actor: Actor,
  span: Span,
): Promise<{ theme: string; kind: string; channel: string | null }[]> {
  const { agencyId } = actor;
  const seen = await seenBy(q, actor);
  const { rows } = await q.execute<{ theme: string; kind: string; channel: string | null }>(sql`
    with texts as (
      select i.id, i.kind, coalesce(i.live_revision_id, i.current_revision_id) as revision_id from content_item i
      where i.agency_id = ${agencyId} and i.state = 'published'
        and i.published_at >= ${span.from}::timestamptz and i.published_at < ${span.before}::timestamptz
      union all
      select i.id, i.kind, i.current_revision_id from content_item i
      where i.agency_id = ${agencyId} and i.state in ${UNDER_WAY} and ${madeIn(span)} and ${seen}
    )
    select distinct told.theme, texts.kind, d.channel
    from texts
    join content_revision r on r.id = texts.revision_id
    cross join lateral unnest(array_append(r.themes, r.primary_theme)) as told (theme)
    left join deliverable d on d.item_id = texts.id
    where told.theme is not null`);
  return rows;
}

/** On which channel something is planned for an obligation in the span: written or not. */
export async function channelsPlanned(
  q: Queryable,
  agencyId: string,
  span: Span,
): Promise<{ obligationId: string | null; channel: string }[]> {
  const { rows } = await q.execute<{ obligation_id: string | null; channel: string }>(sql`
    select distinct so.obligation_id, d.channel
    from deliverable d
    join story s on s.id = d.story_id
    left join story_obligation so on so.story_id = s.id
    where d.agency_id = ${agencyId} and s.dropped_at is null
      and d.due_at >= ${span.from}::timestamptz and d.due_at < ${span.before}::timestamptz`);
  return rows.map(({ obligation_id: obligationId, channel }) => ({ obligationId, channel }));
}
