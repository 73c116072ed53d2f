import { and, eq, inArray, isNull } from "drizzle-orm";
import { publishedBriefs } from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { readerNews, readerSubscription } from "../tables.ts";
import { ALL_NEWS, paceNames, topicOfTheme, whenToTell } from "./following.ts";

/** Rows in one statement. */
const BATCH = 1000;

/**
 * Something was published: a row for every address that follows one of its topics, due as the reader wants it, the
 * soonest of several. Heard of twice nobody is told twice.
 */
export async function hearOfNews(
  database: Database,
  { itemId, agencyId, isFirst }: { itemId: string; agencyId: string; isFirst: boolean },
  at = new Date(),
): Promise<void> {
  if (!isFirst) return;
  const [brief] = await publishedBriefs(database, agencyId, [itemId]);
  if (!brief) return;
  const topics = [ALL_NEWS, ...brief.themes.map(topicOfTheme)];
  await work(
    database,
    systemActor(agencyId, "Thư cho người đọc"),
    async ({ tx }) => {
      const found = await tx
        .select({ addressHash: readerSubscription.addressHash, pace: readerSubscription.pace })
        .from(readerSubscription)
        .where(
          and(
            eq(readerSubscription.agencyId, agencyId),
            inArray(readerSubscription.topic, topics),
            isNull(readerSubscription.endedAt),
          ),
        );
      const soonest = new Map<string, (typeof found)[number]["pace"]>();
      for (const { addressHash, pace } of found) {
        const known = soonest.get(addressHash);
        if (!known || paceNames.indexOf(pace) < paceNames.indexOf(known)) soonest.set(addressHash, pace);
      }
      const rows = [...soonest].map(([addressHash, pace]) => ({
        ...{ agencyId, addressHash, objectId: itemId },
        heardAt: at,
        dueAt: whenToTell(pace, at),
      }));
      for (let from = 0; from < rows.length; from += BATCH)
        await tx
          .insert(readerNews)
          .values(rows.slice(from, from + BATCH))
          .onConflictDoNothing();
    },
    { at },
  );
}
