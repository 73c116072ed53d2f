import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ContentItem, itemsOf, subjectsOf } from "../content-queries.ts";
import { kindOf } from "../kinds/index.ts";
import { contentPolicy } from "../policy.ts";
import { onlySeen } from "../readers/hidden.ts";
import type { Turn } from "../review/review.ts";
import { standingOf } from "../review/review-queries.ts";
import { searchable } from "../searchable.ts";
import {
  bulletinSource,
  contentItem,
  contentRevision,
  deliverable,
  reviewBundleText,
  reviewRun,
} from "../tables.ts";

/** What the choice offers at once. */
const MOST_OFFERED = 50;

/** Texts that may still be chosen and sent. */
export const unsentStates = ["draft", "returned"] as const;

/** Ids of all texts of the bundle in which a text is, itself among them, in their order; none: it is in no bundle. */
export async function idsInBundle(q: Queryable, itemId: string): Promise<string[]> {
  const rows = await q
    .select({ itemId: reviewBundleText.itemId })
    .from(reviewBundleText)
    .where(
      sql`${reviewBundleText.bundleId} = (select b.bundle_id from ${reviewBundleText} b where b.item_id = ${itemId})`,
    )
    .orderBy(asc(reviewBundleText.position));
  return rows.map((row) => row.itemId);
}

/** Those of its bundle that are sent with a text: what is written still. The text itself is not among them. */
export async function sentWith(q: Queryable, itemId: string): Promise<string[]> {
  const ids = (await idsInBundle(q, itemId)).filter((id) => id !== itemId);
  if (ids.length === 0) return [];
  const rows = await q
    .select({ id: contentItem.id })
    .from(contentItem)
    .where(and(inArray(contentItem.id, ids), inArray(contentItem.state, [...unsentStates])));
  return ids.filter((id) => rows.some((row) => row.id === id));
}

/** Ids of what waits for one decision with others. */
export async function waitingTogether(q: Queryable, togetherId: string): Promise<string[]> {
  const rows = await q
    .select({ itemId: reviewRun.itemId })
    .from(reviewRun)
    .where(and(eq(reviewRun.togetherId, togetherId), isNull(reviewRun.endedAt)))
    .orderBy(asc(reviewRun.id));
  return rows.map(({ itemId }) => itemId);
}

/** The other texts that were sent together with one, each by the exact text that was sent. */
export async function textsSentWith(q: Queryable, togetherId: string, itemId: string) {
  return q
    .select({
      id: reviewRun.itemId,
      title: contentRevision.title,
      number: contentRevision.number,
      hash: contentRevision.hash,
    })
    .from(reviewRun)
    .innerJoin(contentRevision, eq(contentRevision.id, reviewRun.revisionId))
    .where(and(eq(reviewRun.togetherId, togetherId), ne(reviewRun.itemId, itemId)))
    .orderBy(asc(reviewRun.id));
}

/** Ids of the other texts whose approval stands and falls with that of this one. */
export async function approvedWith(q: Queryable, itemId: string): Promise<string[]> {
  const rows = await q
    .select({ itemId: reviewRun.itemId })
    .from(reviewRun)
    .where(
      and(
        eq(reviewRun.outcome, "approved"),
        ne(reviewRun.itemId, itemId),
        sql`${reviewRun.togetherId} in (select r.together_id from ${reviewRun} r where r.item_id = ${itemId} and r.outcome in ('approved', 'revoked'))`,
      ),
    );
  return rows.map((row) => row.itemId);
}

/** Holds texts until the transaction ends, always in the same order, so that two who act on the same ones wait for each other. */
export async function lockTexts(q: Queryable, agencyId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await q
    .select({ id: contentItem.id })
    .from(contentItem)
    .where(and(eq(contentItem.agencyId, agencyId), inArray(contentItem.id, ids)))
    .orderBy(asc(contentItem.id))
    .for("update");
}

/** Holds a text with all that was sent or approved with it. */
export async function lockWithOthers(q: Queryable, agencyId: string, itemId: string): Promise<void> {
  const rows = await q
    .select({ itemId: reviewRun.itemId })
    .from(reviewRun)
    .where(
      and(
        or(isNull(reviewRun.endedAt), eq(reviewRun.outcome, "approved")),
        sql`${reviewRun.togetherId} in (select r.together_id from ${reviewRun} r where r.item_id = ${itemId} and (r.ended_at is null or r.outcome = 'approved'))`,
      ),
    );
  await lockTexts(q, agencyId, [itemId, ...rows.map((row) => row.itemId)]);
}

/** What waits with others is decided with them. @throws Conflict */
export async function refuseAlone(q: Queryable, { turn }: { turn: Turn | null }): Promise<void> {
  if (!turn?.togetherId) return;
  if ((await waitingTogether(q, turn.togetherId)).length > 1)
    throw new Conflict(
      "Bài này được duyệt chung với bài khác; hãy mở trang duyệt của bài để quyết định cả bộ.",
    );
}

/** Titles of the current texts, by item. */
export async function titlesOf(q: Queryable, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await q
    .select({ id: contentItem.id, title: contentRevision.title })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .where(inArray(contentItem.id, ids));
  return new Map(rows.map(({ id, title }) => [id, title || "bài chưa có tiêu đề"]));
}

/** With which texts an item is approved: those it waits with, else those of its bundle; null: with none. */
export async function presentTogether(q: Queryable, actor: Actor, item: ContentItem & { turn: Turn | null }) {
  const waiting = item.turn?.togetherId ? await waitingTogether(q, item.turn.togetherId) : [];
  const sent = waiting.length > 1;
  const chosen = await idsInBundle(q, item.id);
  // Those sent together stand as they were chosen.
  const ids = sent
    ? [...chosen.filter((id) => waiting.includes(id)), ...waiting.filter((id) => !chosen.includes(id))]
    : chosen;
  if (ids.length < 2) return null;
  const items = await itemsOf(q, actor, ids);
  const titles = await titlesOf(q, ids);
  const standing = sent ? await standingOf(q, actor) : undefined;
  const withOthers = new Set(sent ? [] : await sentWith(q, item.id));
  const texts = ids
    .filter((id) => items.has(id))
    .map((id) => {
      const text = items.get(id)!;
      const due = sent && !text.turn?.waits;
      return {
        id,
        title: titles.get(id)!,
        kindLabel: kindOf(text.kind)?.label ?? "Nội dung khác",
        state: text.state,
        revisionId: text.currentRevisionId,
        /** Sent when this item is. */
        sentWith: withOthers.has(id),
        /** It is decided now; the others wait for their turn. */
        due,
        why: due
          ? contentPolicy.hindrance(actor, "approve", { ...text, ...(standing && { standing }) })
          : null,
      };
    });
  return { sent, texts };
}

/** Texts that may be chosen to be approved with an item: those of its story and its bulletin first, then the newest. */
export async function presentCandidates(
  q: Queryable,
  actor: Actor,
  item: ContentItem,
  { search }: { search: string },
) {
  const pattern = `%${searchable(search).replace(/[\\%_]/g, "\\$&")}%`;
  const near = sql<boolean>`(
    exists (select from ${deliverable} own join ${deliverable} other on other.story_id = own.story_id
      where own.item_id = ${item.id} and other.item_id = ${contentItem.id})
    or exists (select from ${bulletinSource} b where (b.item_id, b.from_item_id) in ((${contentItem.id}, ${item.id}), (${item.id}, ${contentItem.id}))))`;
  const rows = await q
    .select({ item: contentItem, title: contentRevision.title, near, bundleId: reviewBundleText.bundleId })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .leftJoin(reviewBundleText, eq(reviewBundleText.itemId, contentItem.id))
    .where(
      and(
        eq(contentItem.agencyId, actor.agencyId),
        ne(contentItem.id, item.id),
        await onlySeen(q, actor),
        inArray(contentItem.state, [...unsentStates]),
        search.trim() ? sql`${contentRevision.titlePlain} like ${pattern}` : undefined,
        // Another bundle's are not taken out of it.
        or(
          isNull(reviewBundleText.bundleId),
          sql`${reviewBundleText.bundleId} = (select b.bundle_id from ${reviewBundleText} b where b.item_id = ${item.id})`,
        ),
      ),
    )
    .orderBy(
      sql`${reviewBundleText.bundleId} is null`,
      desc(near),
      sql`${contentItem.createdBy} <> ${actor.personId}`,
      desc(contentItem.updatedAt),
    )
    .limit(200);
  const subjects = await subjectsOf(
    q,
    rows.map((row) => row.item),
  );
  return rows
    .filter((row) => contentPolicy.hindrance(actor, "submit", subjects.get(row.item.id)!) === null)
    .slice(0, MOST_OFFERED)
    .map(({ item: { id, kind, state }, title, near: isNear, bundleId }) => ({
      id,
      title: title || "Bài chưa có tiêu đề",
      kindLabel: kindOf(kind)?.label ?? "Nội dung khác",
      state,
      near: isNear,
      chosen: bundleId !== null,
    }));
}
