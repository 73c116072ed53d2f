import { and, asc, eq, gte, inArray, isNull } from "drizzle-orm";
import { newestBriefs } from "#newsroom";
import { agencyById, portalBase } from "#organization";
import type { Database, Queryable } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { listeningCopy, listeningItem, listeningSorted, listeningTheme, listeningWords } from "../tables.ts";
import { findCopy, readyTexts } from "./find-copy.ts";
import { themesIn, usualWords } from "./theme-words.ts";

const AT_ONCE = 300;
/** Against so many of our newest texts. */
const OWN_TEXTS = 500;

/** The words of each theme in an agency: its own where it said some, else the product's. */
export async function wordsOf(q: Queryable, agencyId: string): Promise<Record<string, readonly string[]>> {
  const said = await q.select().from(listeningWords).where(eq(listeningWords.agencyId, agencyId));
  return { ...usualWords, ...Object.fromEntries(said.map(({ theme, words }) => [theme, words])) };
}

async function sortOf(database: Database, agencyId: string, now: Date): Promise<number> {
  const items = await database
    .select({
      id: listeningItem.id,
      title: listeningItem.title,
      summary: listeningItem.summary,
      search: listeningItem.search,
    })
    .from(listeningItem)
    .leftJoin(listeningSorted, eq(listeningSorted.itemId, listeningItem.id))
    .where(and(eq(listeningItem.agencyId, agencyId), isNull(listeningSorted.itemId)))
    .orderBy(asc(listeningItem.placedAt))
    .limit(AT_ONCE);
  if (items.length === 0) return 0;
  const words = await wordsOf(database, agencyId);
  const own = readyTexts(await newestBriefs(database, agencyId, { limit: OWN_TEXTS }));
  const agency = await agencyById(database, agencyId);
  const names = [agency?.name ?? "", await portalBase(database, agencyId)].filter((name) => name.length > 5);
  await work(
    database,
    systemActor(agencyId, "Theo dõi báo chí"),
    async ({ tx, at }) => {
      // Two that sort at once write the same: who comes second finds it there.
      const made = await tx
        .insert(listeningSorted)
        .values(items.map(({ id }) => ({ itemId: id, agencyId, sortedAt: at })))
        .onConflictDoNothing()
        .returning({ id: listeningSorted.itemId });
      const fresh = new Set(made.map(({ id }) => id));
      const mine = items.filter(({ id }) => fresh.has(id));
      const themes = mine.flatMap(({ id, search }) =>
        themesIn(search, words).map((theme) => ({ agencyId, itemId: id, theme })),
      );
      if (themes.length > 0) await tx.insert(listeningTheme).values(themes).onConflictDoNothing();
      const copies = mine.flatMap((item) => {
        const copy = findCopy(item, own, names);
        return copy ? [{ ...copy, agencyId, itemId: item.id }] : [];
      });
      if (copies.length > 0) await tx.insert(listeningCopy).values(copies).onConflictDoNothing();
    },
    { at: now },
  );
  return items.length;
}

/** Sorts what came and was not sorted yet, agency by agency. Gives how many were looked at. */
export async function sortItems(database: Database, now = new Date()): Promise<number> {
  const agencies = await database
    .selectDistinct({ agencyId: listeningItem.agencyId })
    .from(listeningItem)
    .leftJoin(listeningSorted, eq(listeningSorted.itemId, listeningItem.id))
    .where(isNull(listeningSorted.itemId));
  let looked = 0;
  for (const { agencyId } of agencies) {
    for (let found = AT_ONCE; found === AT_ONCE; looked += found)
      found = await sortOf(database, agencyId, now);
  }
  return looked;
}

/** What came since a moment is sorted anew by the next run. */
export async function sortAnew(q: Queryable, agencyId: string, since: Date): Promise<void> {
  const recent = q
    .select({ id: listeningItem.id })
    .from(listeningItem)
    .where(and(eq(listeningItem.agencyId, agencyId), gte(listeningItem.placedAt, since)));
  await q.delete(listeningTheme).where(inArray(listeningTheme.itemId, recent));
  await q.delete(listeningCopy).where(inArray(listeningCopy.itemId, recent));
  await q.delete(listeningSorted).where(inArray(listeningSorted.itemId, recent));
}
