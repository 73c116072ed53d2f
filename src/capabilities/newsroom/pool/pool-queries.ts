import { and, desc, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import { agenciesBeside, personNames, portalBase } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { live, summaryOf } from "../live-text.ts";
import { articleAddress } from "../publish-due-content.ts";
import { searchable } from "../searchable.ts";
import { contentItem, contentRevision, topicClaim } from "../tables.ts";
import { poolPolicy } from "./policy.ts";
import { takenFrom } from "./reuse-queries.ts";

const PAGE_SIZE = 30;
/** A topic stays in the pool for so long after the day on which it was to come out. */
const DAYS_AFTER = 14;

/** What the other agencies in use have published and not taken back, the newest first. */
export async function poolFor(
  q: Queryable,
  actor: Actor,
  { q: words = "", agency, page }: { q?: string | undefined; agency?: string | undefined; page: number },
) {
  const beside = await agenciesBeside(q, actor.agencyId);
  const asked = beside.filter(({ slug }) => !agency || slug === agency);
  const empty = {
    items: [],
    total: 0,
    pageSize: PAGE_SIZE,
    agencies: beside.map(({ slug, name }) => ({ slug, name })),
    may: poolPolicy.may(actor, { agencyId: actor.agencyId }),
  };
  if (asked.length === 0) return empty;
  const pattern = `%${searchable(words).replace(/[\\%_]/g, "\\$&")}%`;
  const where = and(
    inArray(
      contentItem.agencyId,
      asked.map(({ id }) => id),
    ),
    eq(contentItem.state, "published"),
    words.trim() ? sql`${contentRevision.titlePlain} like ${pattern}` : undefined,
  );
  const rows = await live(q)
    .where(where)
    .orderBy(desc(contentItem.publishedAt), desc(contentItem.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const [counted] = await q
    .select({ total: sql<number>`count(*)::int` })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.liveRevisionId))
    .where(where);
  const taken = await takenFrom(
    q,
    actor,
    rows.map(({ item }) => item.id),
  );
  const bases = new Map<string, string>();
  for (const id of new Set(rows.map(({ item }) => item.agencyId))) bases.set(id, await portalBase(q, id));
  return {
    ...empty,
    total: counted!.total,
    items: rows.map((row) => {
      const { id, slug, kindLabel, title, summary, publishedAt } = summaryOf(row);
      const of = beside.find((one) => one.id === row.item.agencyId)!;
      return {
        agency: of.slug,
        agencyName: of.name,
        slug,
        kindLabel,
        title,
        summary,
        publishedAt,
        address: articleAddress(bases.get(of.id)!, slug),
        forbidden: row.item.reuseForbidden,
        reusedAs: taken.get(id) ?? null,
      };
    }),
  };
}

/** The topics that agencies say they are working on, the soonest first. */
export async function claimsFor(q: Queryable, actor: Actor) {
  const beside = new Map((await agenciesBeside(q, actor.agencyId)).map((one) => [one.id, one.name]));
  const rows = await q
    .select()
    .from(topicClaim)
    .where(
      and(
        isNull(topicClaim.endedAt),
        gte(topicClaim.plannedOn, today().subtract({ days: DAYS_AFTER }).toString()),
      ),
    )
    .orderBy(topicClaim.plannedOn, topicClaim.id)
    .limit(500);
  const own = rows.filter(({ agencyId }) => agencyId === actor.agencyId);
  const names = await personNames(
    q,
    own.map(({ madeBy }) => madeBy),
  );
  return {
    others: rows.flatMap((row) => {
      const agencyName = beside.get(row.agencyId);
      if (agencyName === undefined) return [];
      const { title, words, plannedOn, contact, madeAt } = row;
      return [{ title, words, plannedOn, contact, madeAt, agencyName }];
    }),
    own: own.map((row) => ({
      ...row,
      madeByName: names.get(row.madeBy) ?? "",
      may: poolPolicy.may(actor, row),
    })),
    may: poolPolicy.may(actor, { agencyId: actor.agencyId }),
  };
}
