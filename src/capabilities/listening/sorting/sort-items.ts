import { and, asc, eq, gte, inArray, isNull, lt } from "drizzle-orm";
import { newestWords, runsInText } from "#newsroom";
import type { Database, Queryable } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import {
  listeningCopy,
  listeningItem,
  listeningPrint,
  listeningSorted,
  listeningTheme,
  listeningWords,
} from "../tables.ts";
import { findCopy, readyTexts } from "./find-copy.ts";
import { whetherNames } from "./names-agency.ts";
import { themesIn, usualWords } from "./theme-words.ts";

const AT_ONCE = 300;
/** Against so many of our newest texts. */
const OWN_TEXTS = 500;
/** What came in so many days may be sorted anew; so long is kept by what it is compared. */
export const ANEW_DAYS = 90;

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
      placedAt: listeningItem.placedAt,
      print: listeningPrint,
    })
    .from(listeningItem)
    .leftJoin(listeningPrint, eq(listeningPrint.itemId, listeningItem.id))
    .leftJoin(listeningSorted, eq(listeningSorted.itemId, listeningItem.id))
    .where(and(eq(listeningItem.agencyId, agencyId), isNull(listeningSorted.itemId)))
    .orderBy(asc(listeningItem.placedAt))
    .limit(AT_ONCE);
  if (items.length === 0) return 0;
  const words = await wordsOf(database, agencyId);
  const own = readyTexts(await newestWords(database, agencyId, { limit: OWN_TEXTS }));
  const names = await whetherNames(database, agencyId);
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
      const copies = mine.flatMap(({ id, title, summary, placedAt, print }) => {
        const copy = findCopy({ runs: print?.runs ?? runsInText(summary), placedAt }, own);
        const isCredited = print?.namesAgency ?? names(`${title} ${summary}`);
        return copy ? [{ ...copy, isCredited, agencyId, itemId: id }] : [];
      });
      if (copies.length > 0) await tx.insert(listeningCopy).values(copies).onConflictDoNothing();
    },
    { at: now },
  );
  return items.length;
}

/** What cannot be sorted anew is compared no more. */
const forgetPrints = (database: Database, now: Date) =>
  database
    .delete(listeningPrint)
    .where(lt(listeningPrint.seenAt, new Date(now.getTime() - ANEW_DAYS * 86_400_000)));

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
  if (looked > 0) await forgetPrints(database, now);
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
