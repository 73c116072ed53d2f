import { and, asc, eq, gte, isNull, lt, or, sql } from "drizzle-orm";
import { startOfDay, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { articleAddress } from "#platform/text/article-address.ts";
import type { Tone } from "../sorting/tone.ts";
import {
  listeningCopy,
  listeningIncident,
  listeningItem,
  listeningSource,
  listeningTheme,
  listeningTone,
} from "../tables.ts";

/** An article that is of a theme, was found to have a tone, or was made of a text of ours. Days are YYYY-MM-DD. */
export interface ArticleBetween {
  id: string;
  /** By what the same article is known elsewhere; null: it has no address. */
  addressKey: string | null;
  sourceNames: string[];
  title: string;
  url: string | null;
  on: string;
  themes: string[];
  tone: Tone | null;
  /** Our text that it was made of; `share` in percent. */
  copy: { contentId: string; share: number; isCredited: boolean } | null;
}

/** Criticism that somebody sees to; ISO instants. */
export interface IncidentBetween {
  id: string;
  title: string;
  openedAt: string;
  dueAt: string;
  /** When it was answered or closed; null: neither. */
  endedAt: string | null;
}

export interface PressBetween {
  /** How much each followed source brought. */
  sources: { id: string; name: string; items: number }[];
  articles: ArticleBetween[];
  incidents: IncidentBetween[];
}

/**
 * What the followed sources brought between two days, both inside, row by row: an article that several sources name is
 * one. Incidents that were opened in that time, with those that were open when it began.
 */
export async function pressBetween(
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
): Promise<PressBetween> {
  const begun = startOfDay(from);
  const over = startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString());
  const came = and(
    ...[eq(listeningItem.agencyId, agencyId), gte(listeningItem.placedAt, begun)],
    lt(listeningItem.placedAt, over),
  );
  const sources = await q
    .select({ id: listeningSource.id, name: listeningSource.name, items: sql<number>`count(*)::int` })
    .from(listeningItem)
    .innerJoin(listeningSource, eq(listeningSource.id, listeningItem.sourceId))
    .where(came)
    .groupBy(listeningSource.id)
    .orderBy(asc(listeningSource.name), asc(listeningSource.id));
  const themes = q
    .select({
      itemId: listeningTheme.itemId,
      slugs: sql<string[]>`array_agg(${listeningTheme.theme} order by ${listeningTheme.theme})`.as("slugs"),
    })
    .from(listeningTheme)
    .where(eq(listeningTheme.agencyId, agencyId))
    .groupBy(listeningTheme.itemId)
    .as("themes");
  const items = await q
    .select({
      item: listeningItem,
      sourceName: listeningSource.name,
      slugs: themes.slugs,
      tone: listeningTone.tone,
      copy: listeningCopy,
    })
    .from(listeningItem)
    .innerJoin(listeningSource, eq(listeningSource.id, listeningItem.sourceId))
    .leftJoin(themes, eq(themes.itemId, listeningItem.id))
    .leftJoin(listeningTone, eq(listeningTone.itemId, listeningItem.id))
    .leftJoin(listeningCopy, eq(listeningCopy.itemId, listeningItem.id))
    .where(
      and(
        came,
        or(
          sql`${themes.slugs} is not null`,
          sql`${listeningTone.itemId} is not null`,
          sql`${listeningCopy.itemId} is not null`,
        ),
      ),
    )
    .orderBy(asc(listeningItem.placedAt), asc(listeningItem.id));
  const incidents = await q
    .select()
    .from(listeningIncident)
    .where(
      and(
        ...[eq(listeningIncident.agencyId, agencyId), lt(listeningIncident.openedAt, over)],
        or(
          gte(listeningIncident.openedAt, begun),
          and(isNull(listeningIncident.answeredAt), isNull(listeningIncident.closedAt)),
          gte(sql`coalesce(${listeningIncident.answeredAt}, ${listeningIncident.closedAt})`, begun),
        ),
      ),
    )
    .orderBy(asc(listeningIncident.openedAt), asc(listeningIncident.id));
  return {
    sources,
    articles: oncePerArticle(
      items.map(({ item, sourceName, slugs, tone, copy }) => ({
        ...{ id: item.id, addressKey: item.url && (articleAddress(item.url)?.key ?? null) },
        ...{ sourceNames: [sourceName], title: item.title, url: item.url },
        ...{ on: toVietnamDate(item.placedAt).toString(), themes: slugs ?? [], tone },
        copy: copy && { contentId: copy.contentId, share: copy.share, isCredited: copy.isCredited },
      })),
    ),
    incidents: incidents.map(({ id, title, openedAt, dueAt, answeredAt, closedAt }) => ({
      ...{ id, title, openedAt: openedAt.toISOString(), dueAt: dueAt.toISOString() },
      endedAt: (answeredAt ?? closedAt)?.toISOString() ?? null,
    })),
  };
}

/** The first reading of each article, with what any of its readings was found to be. */
function oncePerArticle(read: ArticleBetween[]): ArticleBetween[] {
  return [...Map.groupBy(read, ({ addressKey, id }) => addressKey ?? id).values()].map((same) => ({
    ...same[0]!,
    sourceNames: [...new Set(same.flatMap(({ sourceNames }) => sourceNames))],
    themes: [...new Set(same.flatMap(({ themes }) => themes))].sort(),
    tone: same.find(({ tone }) => tone !== null)?.tone ?? null,
    copy:
      same
        .flatMap(({ copy }) => copy ?? [])
        .toSorted((one, other) => other.share - one.share)
        .map((best) => ({ ...best, isCredited: same.some(({ copy }) => copy?.isCredited === true) }))[0] ??
      null,
  }));
}
