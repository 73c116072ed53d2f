import { and, asc, desc, eq, gt, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { withForebears } from "#organization";
import { type Actor, hasRole } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ContentState, discardedBefore } from "./content-item.ts";
import type { ContentSubject } from "./policy.ts";
import { hiddenFrom, onlySeen } from "./readers/hidden.ts";
import { turnsOf } from "./review/review-queries.ts";
import { searchable } from "./searchable.ts";
import {
  contentClause,
  contentCorrection,
  contentEvent,
  contentItem,
  contentObligation,
  contentRevision,
  contentTask,
} from "./tables.ts";

export type ContentItem = typeof contentItem.$inferSelect;
export type ContentRevision = typeof contentRevision.$inferSelect;

/** All that the policy looks at but how the caller stands, which is of no item. */
type FullSubject = Required<Omit<ContentSubject, "standing" | "commentBy">>;

/**
 * An item with what the policy needs, whoever sees it: for what nobody asks for. `lock` holds the row until the
 * transaction ends. @throws NotFound
 */
export async function itemOfAgency(
  q: Queryable,
  agencyId: string,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<ContentItem & FullSubject> {
  const query = q
    .select()
    .from(contentItem)
    .where(and(eq(contentItem.agencyId, agencyId), eq(contentItem.id, id)));
  const [item] = lock ? await query.for("update") : await query;
  if (!item) throw new NotFound(NOT_THERE);
  return { ...item, ...(await subjectOf(q, item)) };
}

const NOT_THERE = "Không có nội dung này trong cơ quan.";

/** An item that the actor sees; a limited one is to the others as if it were not there. @throws NotFound */
export async function itemOf(
  q: Queryable,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<ContentItem & FullSubject> {
  const item = await itemOfAgency(q, actor.agencyId, id, options);
  if (item.limited && (await hiddenFrom(q, actor)).includes(id)) throw new NotFound(NOT_THERE);
  return item;
}

/** Items that the actor sees with what the policy needs, by id; who is not the agency's is not there. */
export async function itemsOf(
  q: Queryable,
  actor: Actor,
  ids: string[],
): Promise<Map<string, ContentItem & FullSubject>> {
  const items =
    ids.length === 0
      ? []
      : await q
          .select()
          .from(contentItem)
          .where(
            and(
              eq(contentItem.agencyId, actor.agencyId),
              inArray(contentItem.id, ids),
              await onlySeen(q, actor),
            ),
          );
  const subjects = await subjectsOf(q, items);
  return new Map(items.map((item) => [item.id, { ...item, ...subjects.get(item.id)! }]));
}

/** Authors since the last publication, the open correction, and whether a newer text exists. */
async function subjectOf(q: Queryable, item: ContentItem): Promise<FullSubject> {
  return (await subjectsOf(q, [item])).get(item.id)!;
}

/** What the policy needs of many items, in few questions. */
export async function subjectsOf(q: Queryable, items: ContentItem[]): Promise<Map<string, FullSubject>> {
  if (items.length === 0) return new Map();
  const ids = items.map(({ id }) => id);
  const live = alias(contentRevision, "live");
  const authors = await q
    .selectDistinct({ itemId: contentRevision.itemId, authorId: contentRevision.authorId })
    .from(contentRevision)
    .innerJoin(contentItem, eq(contentItem.id, contentRevision.itemId))
    .leftJoin(live, eq(live.id, contentItem.liveRevisionId))
    .where(
      and(
        inArray(contentRevision.itemId, ids),
        // Before the first check of an urgent publication its writer stays its writer.
        or(contentItem.postCheckDue, isNull(live.id), gt(contentRevision.number, live.number)),
      ),
    );
  const open = await q
    .select()
    .from(contentCorrection)
    .where(and(inArray(contentCorrection.itemId, ids), isNull(contentCorrection.decidedAt)));
  const drafts = items.flatMap(({ id, state }) => (state === "draft" ? [id] : []));
  const shown =
    drafts.length === 0
      ? []
      : await q
          .selectDistinct({ itemId: contentEvent.itemId })
          .from(contentEvent)
          .where(
            and(
              inArray(contentEvent.itemId, drafts),
              inArray(contentEvent.event, ["submit", "scheduleUrgently"]),
            ),
          );
  const turns = await turnsOf(
    q,
    items.flatMap(({ id, state }) => (state === "submitted" ? [id] : [])),
  );
  const everSubmitted = new Set(shown.map(({ itemId }) => itemId));
  return new Map(
    items.map((item) => {
      const correction = open.find(({ itemId }) => itemId === item.id);
      // Who pressed "publish urgently" cannot clear the debt of it either.
      const working = item.postCheckDue || (item.state !== "published" && item.state !== "withdrawn");
      const wrote = authors.flatMap(({ itemId, authorId }) => (itemId === item.id ? [authorId] : []));
      return [
        item.id,
        {
          agencyId: item.agencyId,
          unitId: item.unitId,
          state: item.state,
          authorIds: [...new Set([...wrote, ...(working && item.submittedBy ? [item.submittedBy] : [])])],
          hasOpenCorrection: correction !== undefined,
          correctionBy: correction?.proposedBy ?? null,
          hasNewerText: item.liveRevisionId !== null && item.currentRevisionId !== item.liveRevisionId,
          postCheckDue: item.postCheckDue,
          createdBy: item.createdBy,
          turn: turns.get(item.id) ?? null,
          everSubmitted: item.state !== "draft" || everSubmitted.has(item.id),
        },
      ];
    }),
  );
}

export async function revisionOf(q: Queryable, revisionId: string): Promise<ContentRevision> {
  const [found] = await q.select().from(contentRevision).where(eq(contentRevision.id, revisionId));
  if (!found) throw new NotFound("Không có bản này của nội dung.");
  return found;
}

/** What of the plan an item serves. */
export interface PlanLinks {
  taskIds: string[];
  obligationIds: string[];
  clauseIds: string[];
}

export const countLinks = ({ taskIds, obligationIds, clauseIds }: PlanLinks): number =>
  taskIds.length + obligationIds.length + clauseIds.length;

/** What of the plan each of these items serves. */
export async function linksOfItems(q: Queryable, itemIds: string[]): Promise<Map<string, PlanLinks>> {
  if (itemIds.length === 0) return new Map();
  const tasks = await q.select().from(contentTask).where(inArray(contentTask.itemId, itemIds));
  const obligations = await q
    .select()
    .from(contentObligation)
    .where(inArray(contentObligation.itemId, itemIds));
  const clauses = await q.select().from(contentClause).where(inArray(contentClause.itemId, itemIds));
  return new Map(
    itemIds.map((itemId) => {
      const own = <Link extends { itemId: string }>(links: Link[]) =>
        links.filter((link) => link.itemId === itemId);
      return [
        itemId,
        {
          taskIds: own(tasks).map(({ taskId }) => taskId),
          obligationIds: own(obligations).map(({ obligationId }) => obligationId),
          clauseIds: own(clauses).map(({ clauseId }) => clauseId),
        },
      ];
    }),
  );
}

export const linksOfItem = async (q: Queryable, itemId: string): Promise<PlanLinks> =>
  (await linksOfItems(q, [itemId])).get(itemId)!;

export interface ContentFilter {
  states?: ContentState[];
  unitId?: string;
  theme?: string;
  kind?: string;
  mine?: boolean;
  q?: string;
  page?: number;
}

export const PAGE_SIZE = 50;

/** Items of the caller's agency, the newest change first, with the title of their current text. */
export async function listContent(q: Queryable, actor: Actor, filter: ContentFilter) {
  const pattern = `%${searchable(filter.q ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  const where = and(
    eq(contentItem.agencyId, actor.agencyId),
    await onlySeen(q, actor),
    // What was discarded is seen only by who looks for it, while it can be taken up again.
    filter.states?.length ? inArray(contentItem.state, filter.states) : ne(contentItem.state, "discarded"),
    or(isNull(contentItem.discardedAt), gt(contentItem.discardedAt, discardedBefore(new Date()))),
    filter.unitId ? inArray(contentItem.unitId, await withForebears(q, filter.unitId)) : undefined,
    filter.theme
      ? sql`(${contentRevision.primaryTheme} = ${filter.theme} or ${filter.theme} = any(${contentRevision.themes}))`
      : undefined,
    filter.kind ? eq(contentItem.kind, filter.kind) : undefined,
    filter.mine ? eq(contentItem.createdBy, actor.personId) : undefined,
    filter.q?.trim() ? sql`${contentRevision.titlePlain} like ${pattern}` : undefined,
  );
  const source = q
    .select({
      item: contentItem,
      title: contentRevision.title,
      summary: contentRevision.summary,
      primaryTheme: contentRevision.primaryTheme,
    })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId));
  const rows = await source
    .where(where)
    .orderBy(desc(contentItem.updatedAt), desc(contentItem.id))
    .limit(PAGE_SIZE)
    .offset(((filter.page ?? 1) - 1) * PAGE_SIZE);
  const [counted] = await q
    .select({ total: sql<number>`count(*)::int` })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .where(where);
  return { rows, total: counted!.total };
}

/** What waits for the caller: own drafts and returned texts, texts to approve, schedules that passed unpublished. */
export async function workFor(q: Queryable, actor: Actor, now = new Date()) {
  const seen = await onlySeen(q, actor);
  const rows = async (where: SQL | undefined) =>
    q
      .select({
        item: contentItem,
        title: contentRevision.title,
        summary: contentRevision.summary,
        primaryTheme: contentRevision.primaryTheme,
      })
      .from(contentItem)
      .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
      .where(and(eq(contentItem.agencyId, actor.agencyId), seen, where))
      .orderBy(asc(contentItem.updatedAt))
      .limit(1000);
  const mine = eq(contentItem.createdBy, actor.personId);
  const fiveMinutesAgo = new Date(now.getTime() - 5 * 60_000);
  return {
    drafts: await rows(and(mine, eq(contentItem.state, "draft"))),
    returned: await rows(and(mine, eq(contentItem.state, "returned"))),
    submitted: await rows(eq(contentItem.state, "submitted")),
    approved: await rows(eq(contentItem.state, "approved")),
    corrections: await rows(
      sql`exists (select 1 from ${contentCorrection} c where c.item_id = ${contentItem.id} and c.decided_at is null)`,
    ),
    postChecks: await rows(eq(contentItem.postCheckDue, true)),
    failed: await rows(
      and(
        eq(contentItem.state, "scheduled"),
        sql`${contentItem.scheduledAt} < ${fiveMinutesAgo.toISOString()}::timestamptz`,
        // Those who decide on publishing see every one, the others those that they wrote or approved.
        hasRole(actor, "editor", "office", "leadership")
          ? undefined
          : or(mine, eq(contentItem.approvedBy, actor.personId)),
      ),
    ),
  };
}

/** The item's history, oldest first. */
export async function eventsOf(q: Queryable, itemId: string) {
  return q
    .select()
    .from(contentEvent)
    .where(eq(contentEvent.itemId, itemId))
    .orderBy(asc(contentEvent.at), asc(contentEvent.id));
}
