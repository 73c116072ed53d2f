import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { personNames, unitsOfAgency, withForebears } from "#organization";
import { namedLinks } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { PlanLinks } from "../content-queries.ts";
import { kindOf } from "../kinds/index.ts";
import { hiddenFrom } from "../readers/hidden.ts";
import { searchable } from "../searchable.ts";
import {
  contentItem,
  contentRevision,
  deliverable,
  story,
  storyClause,
  storyObligation,
  storyTask,
} from "../tables.ts";
import { channelLabel } from "./channels.ts";
import { deliverablePolicy, storyPolicy } from "./policy.ts";
import { plannedStateOf, type StoryState, storyStateOf } from "./story.ts";

export type Story = typeof story.$inferSelect;
export type Deliverable = typeof deliverable.$inferSelect;

/** A story of the agency; `lock` holds the row until the transaction ends. @throws NotFound */
export async function storyOf(
  q: Queryable,
  agencyId: string,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Story> {
  const query = q
    .select()
    .from(story)
    .where(and(eq(story.agencyId, agencyId), eq(story.id, id)));
  const [found] = lock ? await query.for("update") : await query;
  if (!found) throw new NotFound("Không có đề tài này trong cơ quan.");
  return found;
}

/** A deliverable with its story and what the policy needs, all held until the transaction ends. @throws NotFound */
export async function deliverableForUpdate(q: Queryable, agencyId: string, id: string) {
  const [row] = await q
    .select()
    .from(deliverable)
    .where(and(eq(deliverable.agencyId, agencyId), eq(deliverable.id, id)))
    .for("update");
  if (!row) throw new NotFound("Không có sản phẩm này trong cơ quan.");
  const its = await storyOf(q, agencyId, row.storyId);
  const [item] = row.itemId
    ? await q.select({ state: contentItem.state }).from(contentItem).where(eq(contentItem.id, row.itemId))
    : [];
  return { ...row, story: its, itemState: item?.state ?? null, storyDroppedAt: its.droppedAt };
}

export async function linksOfStory(q: Queryable, storyId: string): Promise<PlanLinks> {
  const tasks = await q.select().from(storyTask).where(eq(storyTask.storyId, storyId));
  const obligations = await q.select().from(storyObligation).where(eq(storyObligation.storyId, storyId));
  const clauses = await q.select().from(storyClause).where(eq(storyClause.storyId, storyId));
  return {
    taskIds: tasks.map(({ taskId }) => taskId),
    obligationIds: obligations.map(({ obligationId }) => obligationId),
    clauseIds: clauses.map(({ clauseId }) => clauseId),
  };
}

/** What is to come of the stories, in the order in which it is due, each with the state and title of its text. */
const deliverablesOf = (q: Queryable, storyIds: string[]) =>
  q
    .select({ row: deliverable, itemState: contentItem.state, itemTitle: contentRevision.title })
    .from(deliverable)
    .leftJoin(contentItem, eq(contentItem.id, deliverable.itemId))
    .leftJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .where(inArray(deliverable.storyId, storyIds))
    .orderBy(asc(deliverable.dueAt), asc(deliverable.createdAt), asc(deliverable.id));

/** Stories as the API answers them, each with what is to come of it and what the caller may do. */
async function present(q: Queryable, actor: Actor, stories: Story[]) {
  if (stories.length === 0) return [];
  const rows = await deliverablesOf(
    q,
    stories.map(({ id }) => id),
  );
  const hidden = new Set<string | null>(await hiddenFrom(q, actor));
  const units = await unitsOfAgency(q, actor.agencyId, { closed: true });
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? "";
  const names = await personNames(
    q,
    [
      ...stories.flatMap(({ leadPersonId, proposedBy, droppedBy }) => [leadPersonId, proposedBy, droppedBy]),
      ...rows.map(({ row }) => row.personId),
    ].filter((id) => id !== null),
  );
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? ""));
  return stories.map((one) => {
    const its = rows.filter(({ row }) => row.storyId === one.id);
    return {
      ...one,
      state: storyStateOf(
        one.droppedAt,
        its.map(({ itemState }) => itemState),
      ),
      unitName: unitName(one.unitId),
      leadName: name(one.leadPersonId),
      proposedByName: name(one.proposedBy) ?? "",
      droppedByName: name(one.droppedBy),
      deliverables: its.map(({ row, itemState, itemTitle }) => ({
        ...row,
        itemId: itemState === "discarded" || hidden.has(row.itemId) ? null : row.itemId,
        state: plannedStateOf(itemState),
        title: (!hidden.has(row.itemId) && itemTitle) || one.title,
        kindLabel: kindOf(row.kind)?.label ?? "Nội dung khác",
        channelLabel: channelLabel(row.channel),
        unitName: unitName(row.unitId),
        personName: name(row.personId),
        may: deliverablePolicy.may(actor, { ...row, itemState, storyDroppedAt: one.droppedAt }),
      })),
      may: storyPolicy.may(actor, one),
    };
  });
}

/** One story with its links in words. */
export async function presentStory(q: Queryable, actor: Actor, id: string) {
  const found = await storyOf(q, actor.agencyId, id);
  const [one] = await present(q, actor, [found]);
  const links = await linksOfStory(q, id);
  return { ...one!, ...links, links: await namedLinks(q, actor.agencyId, links) };
}

export interface StoryFilter {
  state?: StoryState | undefined;
  unitId?: string | undefined;
  q?: string | undefined;
  mine?: boolean | undefined;
  /** The last row seen, as the answer named it. */
  after?: string | undefined;
}

const PAGE_SIZE = 30;

const texts = sql`(select count(*) as all_of_it, count(*) filter (where i.state in ('published', 'withdrawn', 'removed')) as out, count(*) filter (where i.state <> 'discarded') as begun from deliverable d left join content_item i on i.id = d.item_id where d.story_id = ${story.id})`;
const stateIs: Record<StoryState, SQL> = {
  dropped: sql`${story.droppedAt} is not null`,
  done: sql`${story.droppedAt} is null and (select c.all_of_it > 0 and c.out = c.all_of_it from ${texts} c)`,
  doing: sql`${story.droppedAt} is null and (select c.begun > 0 and c.out < c.all_of_it from ${texts} c)`,
  proposed: sql`${story.droppedAt} is null and (select c.begun = 0 from ${texts} c)`,
};

/** Stories of the agency, what changed last first, a page at a time. */
export async function listStories(q: Queryable, actor: Actor, filter: StoryFilter) {
  const pattern = `%${searchable(filter.q ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await q
    .select()
    .from(story)
    .where(
      and(
        eq(story.agencyId, actor.agencyId),
        filter.state ? stateIs[filter.state] : undefined,
        filter.unitId ? inArray(story.unitId, await withForebears(q, filter.unitId)) : undefined,
        filter.q?.trim() ? sql`${story.titlePlain} like ${pattern}` : undefined,
        filter.mine
          ? sql`(${story.leadPersonId} = ${actor.personId} or ${story.proposedBy} = ${actor.personId} or exists (select 1 from ${deliverable} d where d.story_id = ${story.id} and d.person_id = ${actor.personId}))`
          : undefined,
        filter.after
          ? sql`(${story.updatedAt}, ${story.id}) < (select s.updated_at, s.id from story s where s.id = ${filter.after} and s.agency_id = ${actor.agencyId})`
          : undefined,
      ),
    )
    .orderBy(desc(story.updatedAt), desc(story.id))
    .limit(PAGE_SIZE + 1);
  const shown = rows.slice(0, PAGE_SIZE);
  return {
    stories: await present(q, actor, shown),
    next: rows.length > PAGE_SIZE ? shown.at(-1)!.id : null,
    may: storyPolicy.may(actor, { agencyId: actor.agencyId }),
  };
}
