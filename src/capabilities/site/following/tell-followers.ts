import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { readerNews, readerSubscription } from "../tables.ts";
import { paceNames, whenToTell } from "./following.ts";

/** Rows in one statement. */
const BATCH = 1000;

/**
 * A row for every address that follows one of the topics, due as the reader wants it, the soonest of several. Told of
 * twice nobody is told twice.
 */
export async function tellFollowers(
  q: Queryable,
  { agencyId, objectId, topics, at }: { agencyId: string; objectId: string; topics: string[]; at: Date },
): Promise<void> {
  const found = await q
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
    ...{ agencyId, addressHash, objectId },
    heardAt: at,
    dueAt: whenToTell(pace, at),
  }));
  for (let from = 0; from < rows.length; from += BATCH)
    await q
      .insert(readerNews)
      .values(rows.slice(from, from + BATCH))
      .onConflictDoNothing();
}
