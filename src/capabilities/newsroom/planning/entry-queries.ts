import { and, desc, eq, gt, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { withForebears } from "#organization";
import { whatIsUnderClause } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ContentState, discardedBefore } from "../content-item.ts";
import type { ContentItem } from "../content-queries.ts";
import { onlySeen } from "../readers/hidden.ts";
import { searchable } from "../searchable.ts";
import {
  contentClause,
  contentItem,
  contentObligation,
  contentRevision,
  contentTask,
  deliverable,
  story,
  storyClause,
  storyObligation,
  storyTask,
} from "../tables.ts";
import { kindsOfChannel } from "./channels.ts";
import type { PlannedState } from "./story.ts";
import type { Deliverable } from "./story-queries.ts";

/** One line of the table, one card of board and calendar: a text, or what is to be written. */
export interface Entry {
  item: ContentItem | null;
  title: string;
  summary: string;
  primaryTheme: string | null;
  deliverable: Deliverable | null;
  storyTitle: string | null;
  /** Where it stands in the list, exactly: what changed last first. */
  mark: string;
}

/** What table, board and calendar are narrowed by, the same in all. */
export interface EntryFilter {
  state?: PlannedState | undefined;
  unitId?: string | undefined;
  kind?: string | undefined;
  channel?: string | undefined;
  clauseId?: string | undefined;
  campaignId?: string | undefined;
  personId?: string | undefined;
  theme?: string | undefined;
  mine?: boolean | undefined;
  q?: string | undefined;
}

const PAGE_SIZE = 50;
/** Beyond so many only "more than" is said. */
export const MOST_COUNTED = 10_000;

const markOf = (column: SQL) =>
  sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

type Linked = { clauses: PgTable; obligations: PgTable; tasks: PgTable; key: SQL };

/** Serves the clause or what stands in it, by itself, by an obligation or by a task. */
async function serves(
  q: Queryable,
  { agencyId }: Actor,
  own: SQL,
  clauseId: string,
  { clauses, obligations, tasks, key }: Linked,
): Promise<SQL> {
  const found = await whatIsUnderClause(q, agencyId, clauseId);
  const among = (table: PgTable, column: SQL, ids: string[]) =>
    sql`select l.${key} from ${table} l where l.${column} = any(${sql.param(ids)}::uuid[])`;
  return sql`${own} in (${among(clauses, sql`clause_id`, found.clauseIds)} union ${among(obligations, sql`obligation_id`, found.obligationIds)} union ${among(tasks, sql`task_id`, found.taskIds)})`;
}

const pattern = (words: string) => `%${searchable(words).replace(/[\\%_]/g, "\\$&")}%`;

/** Conditions for texts; joined with their revision and deliverable. */
export async function ofItems(q: Queryable, actor: Actor, filter: EntryFilter): Promise<SQL | undefined> {
  const { agencyId, personId } = actor;
  const person = filter.mine ? personId : filter.personId;
  return and(
    eq(contentItem.agencyId, agencyId),
    await onlySeen(q, actor),
    // What was discarded is seen only by who looks for it, while it can be taken up again.
    filter.state ? eq(contentItem.state, filter.state as ContentState) : ne(contentItem.state, "discarded"),
    filter.state === "discarded" ? gt(contentItem.discardedAt, discardedBefore(new Date())) : undefined,
    filter.unitId ? inArray(contentItem.unitId, await withForebears(q, filter.unitId)) : undefined,
    filter.kind ? eq(contentItem.kind, filter.kind) : undefined,
    filter.channel
      ? or(
          eq(deliverable.channel, filter.channel),
          and(isNull(deliverable.id), inArray(contentItem.kind, kindsOfChannel(filter.channel))),
        )
      : undefined,
    filter.clauseId
      ? await serves(q, actor, sql`${contentItem.id}`, filter.clauseId, {
          clauses: contentClause,
          obligations: contentObligation,
          tasks: contentTask,
          key: sql`item_id`,
        })
      : undefined,
    filter.campaignId
      ? sql`${deliverable.storyId} in (select s.id from ${story} s where s.campaign_id = ${filter.campaignId})`
      : undefined,
    person ? or(eq(contentItem.createdBy, person), eq(deliverable.personId, person)) : undefined,
    filter.theme
      ? sql`(${contentRevision.primaryTheme} = ${filter.theme} or ${filter.theme} = any(${contentRevision.themes}))`
      : undefined,
    filter.q?.trim() ? sql`${contentRevision.titlePlain} like ${pattern(filter.q)}` : undefined,
  );
}

/** Conditions for what is not written yet. */
export async function ofPlanned(q: Queryable, actor: Actor, filter: EntryFilter): Promise<SQL | undefined> {
  const { agencyId, personId } = actor;
  const person = filter.mine ? personId : filter.personId;
  return and(
    eq(deliverable.agencyId, agencyId),
    isNull(story.droppedAt),
    or(isNull(contentItem.id), eq(contentItem.state, "discarded")),
    // No theme is chosen before somebody writes.
    (filter.state && filter.state !== "planned") || filter.theme ? sql`false` : undefined,
    filter.unitId ? inArray(deliverable.unitId, await withForebears(q, filter.unitId)) : undefined,
    filter.kind ? eq(deliverable.kind, filter.kind) : undefined,
    filter.channel ? eq(deliverable.channel, filter.channel) : undefined,
    filter.clauseId
      ? await serves(q, actor, sql`${deliverable.storyId}`, filter.clauseId, {
          clauses: storyClause,
          obligations: storyObligation,
          tasks: storyTask,
          key: sql`story_id`,
        })
      : undefined,
    filter.campaignId ? eq(story.campaignId, filter.campaignId) : undefined,
    person ? eq(deliverable.personId, person) : undefined,
    filter.q?.trim() ? sql`${story.titlePlain} like ${pattern(filter.q)}` : undefined,
  );
}

export const items = (q: Queryable) =>
  q
    .select({
      item: contentItem,
      title: contentRevision.title,
      summary: contentRevision.summary,
      primaryTheme: contentRevision.primaryTheme,
      deliverable,
      storyTitle: story.title,
      mark: markOf(sql`${contentItem.updatedAt}`),
    })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .leftJoin(deliverable, eq(deliverable.itemId, contentItem.id))
    .leftJoin(story, eq(story.id, deliverable.storyId));

export const planned = (q: Queryable) =>
  q
    .select({
      deliverable,
      storyTitle: story.title,
      mark: markOf(sql`${deliverable.updatedAt}`),
    })
    .from(deliverable)
    .innerJoin(story, eq(story.id, deliverable.storyId))
    .leftJoin(contentItem, eq(contentItem.id, deliverable.itemId));

export const asEntry = (row: { deliverable: Deliverable; storyTitle: string; mark: string }): Entry => ({
  ...row,
  item: null,
  title: row.storyTitle,
  summary: "",
  primaryTheme: null,
});

const idOf = ({ item, deliverable: its }: Entry) => item?.id ?? its!.id;

/** The place of a row in the list, as text: it is handed back to go on behind it. */
const placeOf = (entry: Entry) => `${entry.mark}~${idOf(entry)}`;

const behind = (after: string | undefined, at: SQL, id: SQL) => {
  const [mark, last] = after?.split("~") ?? [];
  return mark && last ? sql`(${at}, ${id}) < (${mark}::timestamptz, ${last}::uuid)` : undefined;
};

/** Texts and what is to be written, what changed last first, a page behind `after`. */
export async function listEntries(
  q: Queryable,
  actor: Actor,
  filter: EntryFilter,
  { after, limit = PAGE_SIZE }: { after?: string | undefined; limit?: number } = {},
): Promise<{ entries: Entry[]; next: string | null }> {
  const texts =
    filter.state === "planned"
      ? []
      : await items(q)
          .where(
            and(
              await ofItems(q, actor, filter),
              behind(after, sql`${contentItem.updatedAt}`, sql`${contentItem.id}`),
            ),
          )
          .orderBy(desc(contentItem.updatedAt), desc(contentItem.id))
          .limit(limit + 1);
  const toWrite =
    filter.state && filter.state !== "planned"
      ? []
      : await planned(q)
          .where(
            and(
              await ofPlanned(q, actor, filter),
              behind(after, sql`${deliverable.updatedAt}`, sql`${deliverable.id}`),
            ),
          )
          .orderBy(desc(deliverable.updatedAt), desc(deliverable.id))
          .limit(limit + 1);
  const merged = [...texts, ...toWrite.map(asEntry)].toSorted((one, other) =>
    placeOf(one) < placeOf(other) ? 1 : -1,
  );
  const entries = merged.slice(0, limit);
  return { entries, next: merged.length > limit ? placeOf(entries.at(-1)!) : null };
}

/** How many there are, up to MOST_COUNTED and one more. */
export async function countEntries(q: Queryable, actor: Actor, filter: EntryFilter): Promise<number> {
  const texts = q
    .select({ one: sql`1` })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .leftJoin(deliverable, eq(deliverable.itemId, contentItem.id))
    .where(await ofItems(q, actor, filter))
    .limit(MOST_COUNTED + 1);
  const toWrite = q
    .select({ one: sql`1` })
    .from(deliverable)
    .innerJoin(story, eq(story.id, deliverable.storyId))
    .leftJoin(contentItem, eq(contentItem.id, deliverable.itemId))
    .where(await ofPlanned(q, actor, filter))
    .limit(MOST_COUNTED + 1);
  const [counted] = await q
    .select({
      n: sql<number>`((select count(*) from ${texts} a) + (select count(*) from ${toWrite} b))::int`,
    })
    .from(sql`(values (1)) one`);
  return counted!.n;
}
