import { and, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { VIETNAM } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { RichText } from "#platform/rich-text/render-rich-text.ts";
import {
  bodyOf,
  live,
  type PublishedRecording,
  type PublishedSummary,
  publishedOf,
  recordingsOf,
  type ShownMedia,
  shownMediaOf,
  summaryOf,
} from "./live-text.ts";
import { contentCorrection, contentItem, contentRevision } from "./tables.ts";

/** Which published items a feed holds; nothing named: all of them. */
export interface FeedScope {
  theme?: string;
  kind?: string;
}

export interface FeedEntry extends PublishedSummary {
  /** With the media and fields that its kind puts around it. */
  body: RichText;
  /** What the body shows, by their ids. */
  media: Map<string, ShownMedia>;
  /** What plays beside it. */
  recordings: PublishedRecording[];
  corrections: { at: Date; note: string }[];
}

const scoped = (agencyId: string, { theme, kind }: FeedScope) =>
  and(publishedOf(agencyId, theme), kind ? eq(contentItem.kind, kind) : undefined);

const monthStart = (month: Temporal.PlainYearMonth) =>
  new Date(month.toPlainDate({ day: 1 }).toZonedDateTime(VIETNAM).epochMilliseconds);

async function withCorrections(q: Queryable, rows: Awaited<ReturnType<typeof live>>): Promise<FeedEntry[]> {
  if (rows.length === 0) return [];
  const corrections = await q
    .select({
      itemId: contentCorrection.itemId,
      at: contentCorrection.decidedAt,
      note: contentCorrection.note,
    })
    .from(contentCorrection)
    .where(
      and(
        eq(contentCorrection.accepted, true),
        inArray(
          contentCorrection.itemId,
          rows.map(({ item }) => item.id),
        ),
      ),
    )
    .orderBy(contentCorrection.decidedAt);
  const media = await shownMediaOf(
    q,
    rows.map(({ item }) => item.id),
  );
  return rows.map((row) => ({
    ...summaryOf(row),
    body: bodyOf(row, media),
    media,
    recordings: recordingsOf(row, media),
    corrections: corrections.flatMap(({ itemId, at, note }) =>
      itemId === row.item.id ? [{ at: at!, note }] : [],
    ),
  }));
}

/** The newest items with their texts, so many a page. One more than the page holds tells that there is a next one. */
export async function newestForFeed(
  q: Queryable,
  agencyId: string,
  scope: FeedScope,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ entries: FeedEntry[]; isLast: boolean }> {
  const rows = await live(q)
    .where(scoped(agencyId, scope))
    .orderBy(desc(contentItem.publishedAt), desc(contentItem.id))
    .limit(perPage + 1)
    .offset((page - 1) * perPage);
  return {
    entries: await withCorrections(q, rows.slice(0, perPage)),
    isLast: rows.length <= perPage,
  };
}

/** Items first published in a month of Việt Nam's calendar, newest first. */
export async function monthForFeed(
  q: Queryable,
  agencyId: string,
  scope: FeedScope,
  month: Temporal.PlainYearMonth,
): Promise<FeedEntry[]> {
  const rows = await live(q)
    .where(
      and(
        scoped(agencyId, scope),
        gte(contentItem.publishedAt, monthStart(month)),
        lt(contentItem.publishedAt, monthStart(month.add({ months: 1 }))),
      ),
    )
    .orderBy(desc(contentItem.publishedAt), desc(contentItem.id));
  return withCorrections(q, rows);
}

/** Months of Việt Nam's calendar in which something was published that still stands, oldest first. */
export async function monthsForFeed(
  q: Queryable,
  agencyId: string,
  scope: FeedScope,
): Promise<Temporal.PlainYearMonth[]> {
  const month = sql<string>`to_char(${contentItem.publishedAt} at time zone ${VIETNAM}, 'YYYY-MM')`;
  const rows = await q
    .selectDistinct({ month })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.liveRevisionId))
    .where(scoped(agencyId, scope))
    .orderBy(sql`1`);
  return rows.map((row) => Temporal.PlainYearMonth.from(row.month));
}

/** What was withdrawn within 30 days. A removed item is named nowhere any more, not even as taken back. */
export async function withdrawnForFeed(
  q: Queryable,
  agencyId: string,
  { theme, kind }: FeedScope,
): Promise<{ id: string; at: Date }[]> {
  const monthAgo = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000);
  const rows = await q
    .select({ id: contentItem.id, at: contentItem.withdrawnAt })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.liveRevisionId))
    .where(
      and(
        eq(contentItem.agencyId, agencyId),
        eq(contentItem.state, "withdrawn"),
        gte(contentItem.withdrawnAt, monthAgo),
        theme
          ? sql`(${contentRevision.primaryTheme} = ${theme} or ${theme} = any(${contentRevision.themes}))`
          : undefined,
        kind ? eq(contentItem.kind, kind) : undefined,
      ),
    )
    .orderBy(desc(contentItem.withdrawnAt));
  return rows.map(({ id, at }) => ({ id, at: at! }));
}

/** Titles of the last two days, newest first, for news search engines. */
export async function newestForNewsSitemap(
  q: Queryable,
  agencyId: string,
  now: Date,
): Promise<{ slug: string; title: string; publishedAt: Date }[]> {
  const rows = await q
    .select({ slug: contentItem.slug, title: contentRevision.title, publishedAt: contentItem.publishedAt })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.liveRevisionId))
    .where(
      and(
        publishedOf(agencyId),
        gte(contentItem.publishedAt, new Date(now.getTime() - 2 * 24 * 60 * 60 * 1000)),
      ),
    )
    .orderBy(desc(contentItem.publishedAt))
    .limit(1000);
  return rows.map(({ slug, title, publishedAt }) => ({ slug: slug!, title, publishedAt: publishedAt! }));
}
