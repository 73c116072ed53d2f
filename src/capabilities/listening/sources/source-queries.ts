import { and, asc, desc, eq, exists, gte, lt, max, type SQL, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { startOfDay } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { bareOf } from "../sorting/bare-words.ts";
import type { Tone } from "../sorting/tone.ts";
import { whatIsKnown } from "../sorting/what-is-known.ts";
import { listeningItem, listeningSource, listeningTheme, listeningTone } from "../tables.ts";
import { sourcePolicy } from "./policy.ts";
import type { SourceKind } from "./source.ts";

const PAGE = 30;

/** One of the agency's, its row held for an act that changes it. @throws NotFound */
export async function sourceOf(q: Queryable, agencyId: string, id: string) {
  const [found] = await q
    .select()
    .from(listeningSource)
    .where(and(eq(listeningSource.agencyId, agencyId), eq(listeningSource.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có nguồn tin này.");
  return { ...found, isOn: found.offReason === null };
}

/** The feeds that the agency follows or followed, with how much each brought. */
export async function listSources(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  sourcePolicy.permit(actor, "read", { agencyId });
  const sums = q
    .select({
      sourceId: listeningItem.sourceId,
      items: sql<number>`count(*)::int`.as("items"),
      newestAt: max(listeningItem.placedAt).as("newest_at"),
    })
    .from(listeningItem)
    .where(eq(listeningItem.agencyId, agencyId))
    .groupBy(listeningItem.sourceId)
    .as("sums");
  const rows = await q
    .select({ source: listeningSource, items: sums.items, newestAt: sums.newestAt })
    .from(listeningSource)
    .leftJoin(sums, eq(sums.sourceId, listeningSource.id))
    .where(eq(listeningSource.agencyId, agencyId))
    .orderBy(asc(listeningSource.name), asc(listeningSource.id));
  return {
    sources: rows.map(({ source, items, newestAt }) => {
      const { id, kind, name, url, offReason, offAt, nextAt, fetchedAt, failingSince, failureWords } = source;
      const isOn = offReason === null;
      return {
        ...{ id, kind, name, url, isOn, offReason, offAt, fetchedAt, failingSince, failureWords },
        ...{ nextAt: isOn ? nextAt : null, items: items ?? 0, newestAt },
        may: sourcePolicy.may(actor, { agencyId, isOn }),
      };
    }),
    may: sourcePolicy.may(actor, { agencyId }),
  };
}

export interface ItemFilter {
  sourceId?: string | undefined;
  kind?: SourceKind | undefined;
  q?: string | undefined;
  theme?: string | undefined;
  tone?: Tone | undefined;
  /** Days, both included. */
  from?: string | undefined;
  to?: string | undefined;
}

const dayAfter = (day: string): Date => startOfDay(Temporal.PlainDate.from(day).add({ days: 1 }).toString());

function narrowed(
  q: Queryable,
  agencyId: string,
  { sourceId, kind, q: typed, theme, tone, from, to }: ItemFilter,
): SQL {
  // Each word by itself: who looks for two does not know what stands between them.
  const words = typed ? bareOf(typed).split(" ").slice(0, 10) : [];
  return and(
    eq(listeningItem.agencyId, agencyId),
    sourceId ? eq(listeningItem.sourceId, sourceId) : undefined,
    kind ? eq(listeningSource.kind, kind) : undefined,
    from ? gte(listeningItem.placedAt, startOfDay(from)) : undefined,
    to ? lt(listeningItem.placedAt, dayAfter(to)) : undefined,
    theme
      ? exists(
          q
            .select({ id: listeningTheme.itemId })
            .from(listeningTheme)
            .where(and(eq(listeningTheme.itemId, listeningItem.id), eq(listeningTheme.theme, theme))),
        )
      : undefined,
    tone
      ? exists(
          q
            .select({ id: listeningTone.itemId })
            .from(listeningTone)
            .where(and(eq(listeningTone.itemId, listeningItem.id), eq(listeningTone.tone, tone))),
        )
      : undefined,
    ...words.map((word) => sql`strpos(${listeningItem.search}, ${word}) > 0`),
  )!;
}

/** What the feeds brought, the newest first, a page at a time. */
export async function listItems(
  q: Queryable,
  actor: Actor,
  { page, ...filter }: ItemFilter & { page: number },
) {
  const { agencyId } = actor;
  sourcePolicy.permit(actor, "read", { agencyId });
  const where = narrowed(q, agencyId, filter);
  const rows = await q
    .select({ item: listeningItem, sourceName: listeningSource.name, kind: listeningSource.kind })
    .from(listeningItem)
    .innerJoin(listeningSource, eq(listeningSource.id, listeningItem.sourceId))
    .where(where)
    .orderBy(desc(listeningItem.placedAt), desc(listeningItem.id))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const known = await whatIsKnown(
    q,
    actor,
    rows.map(({ item }) => item),
  );
  const [counted] = await q
    .select({ total: sql<number>`count(*)::int` })
    .from(listeningItem)
    .innerJoin(listeningSource, eq(listeningSource.id, listeningItem.sourceId))
    .where(where);
  return {
    items: rows.map(({ item: { id, sourceId, url, title, summary, publishedAt, seenAt }, ...source }) => ({
      ...{ id, sourceId, url, title, summary, publishedAt, seenAt },
      ...source,
      ...known({ id, url }),
    })),
    total: counted?.total ?? 0,
    pageSize: PAGE,
    may: sourcePolicy.may(actor, { agencyId }),
  };
}
