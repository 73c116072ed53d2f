import { and, asc, desc, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { type Actor, unitsOf } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ContentState } from "./content-item.ts";
import type { ContentSubject } from "./policy.ts";
import { searchable } from "./searchable.ts";
import {
  contentCorrection,
  contentEvent,
  contentItem,
  contentObligation,
  contentRevision,
  contentTask,
} from "./tables.ts";

export type ContentItem = typeof contentItem.$inferSelect;
export type ContentRevision = typeof contentRevision.$inferSelect;

/** An item with what the policy needs; `lock` holds the row until the transaction ends. @throws NotFound */
export async function itemOf(
  q: Queryable,
  agencyId: string,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<ContentItem & Required<ContentSubject>> {
  const query = q
    .select()
    .from(contentItem)
    .where(and(eq(contentItem.agencyId, agencyId), eq(contentItem.id, id)));
  const [item] = lock ? await query.for("update") : await query;
  if (!item) throw new NotFound("Không có nội dung này trong cơ quan.");
  return { ...item, ...(await subjectOf(q, item)) };
}

/** Authors since the last publication, the open correction, and whether a newer text exists. */
export async function subjectOf(q: Queryable, item: ContentItem): Promise<Required<ContentSubject>> {
  const live = q
    .select({ number: contentRevision.number })
    .from(contentRevision)
    .where(sql`${contentRevision.id} = ${item.liveRevisionId}`);
  const authors = await q
    .selectDistinct({ id: contentRevision.authorId })
    .from(contentRevision)
    .where(
      and(
        eq(contentRevision.itemId, item.id),
        // Before the first check of an urgent publication its writer stays its writer.
        item.postCheckDue
          ? undefined
          : or(sql`${item.liveRevisionId}::uuid is null`, gt(contentRevision.number, live)),
      ),
    );
  const [open] = await q
    .select()
    .from(contentCorrection)
    .where(and(eq(contentCorrection.itemId, item.id), isNull(contentCorrection.decidedAt)));
  // Who pressed "publish urgently" cannot clear the debt of it either.
  const working = item.postCheckDue || (item.state !== "published" && item.state !== "withdrawn");
  return {
    agencyId: item.agencyId,
    unitId: item.unitId,
    state: item.state,
    authorIds: [
      ...new Set([
        ...authors.map(({ id }) => id),
        ...(working && item.submittedBy ? [item.submittedBy] : []),
      ]),
    ],
    hasOpenCorrection: open !== undefined,
    correctionBy: open?.proposedBy ?? null,
    hasNewerText: item.liveRevisionId !== null && item.currentRevisionId !== item.liveRevisionId,
    postCheckDue: item.postCheckDue,
  };
}

export async function revisionOf(q: Queryable, revisionId: string): Promise<ContentRevision> {
  const [found] = await q.select().from(contentRevision).where(eq(contentRevision.id, revisionId));
  if (!found) throw new NotFound("Không có bản này của nội dung.");
  return found;
}

export async function linksOfItem(
  q: Queryable,
  itemId: string,
): Promise<{ taskIds: string[]; obligationIds: string[] }> {
  const tasks = await q.select().from(contentTask).where(eq(contentTask.itemId, itemId));
  const obligations = await q.select().from(contentObligation).where(eq(contentObligation.itemId, itemId));
  return {
    taskIds: tasks.map(({ taskId }) => taskId),
    obligationIds: obligations.map(({ obligationId }) => obligationId),
  };
}

export interface ContentFilter {
  states?: ContentState[];
  unitId?: string;
  theme?: string;
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
    filter.states?.length ? inArray(contentItem.state, filter.states) : undefined,
    filter.unitId ? eq(contentItem.unitId, filter.unitId) : undefined,
    filter.theme
      ? sql`(${contentRevision.primaryTheme} = ${filter.theme} or ${filter.theme} = any(${contentRevision.themes}))`
      : undefined,
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
  const units = unitsOf(actor);
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
      .where(and(eq(contentItem.agencyId, actor.agencyId), where))
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
        units.length > 0 ? undefined : mine,
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
