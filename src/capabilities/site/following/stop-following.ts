import { and, eq, isNull } from "drizzle-orm";
import type { Database, Queryable } from "#platform/database/database.ts";
import { readerNews, readerSubscription } from "../tables.ts";

/** What an address follows of the agency. */
export const followedBy = (q: Queryable, agencyId: string, addressHash: string) =>
  q
    .select()
    .from(readerSubscription)
    .where(
      and(
        eq(readerSubscription.agencyId, agencyId),
        eq(readerSubscription.addressHash, addressHash),
        isNull(readerSubscription.endedAt),
      ),
    )
    .orderBy(readerSubscription.topic);

export interface EndedFollowing {
  agencyId: string;
  addressHash: string;
  /** Absent: everything. */
  topic?: string;
  reason: "reader" | "returned";
}

/**
 * Ends one topic of an address, or all of them; what waits to be told of no topic any more is dropped, and the address
 * is forgotten with the last one. Gives how many ended.
 */
export async function endFollowing(
  q: Queryable,
  { agencyId, addressHash, topic, reason }: EndedFollowing,
  at: Date,
): Promise<number> {
  const ended = await q
    .update(readerSubscription)
    .set({ endedAt: at, endReason: reason, addressSealed: null })
    .where(
      and(
        eq(readerSubscription.agencyId, agencyId),
        eq(readerSubscription.addressHash, addressHash),
        isNull(readerSubscription.endedAt),
        topic === undefined ? undefined : eq(readerSubscription.topic, topic),
      ),
    )
    .returning({ id: readerSubscription.id });
  const [left] = await followedBy(q, agencyId, addressHash).limit(1);
  if (!left)
    await q
      .delete(readerNews)
      .where(
        and(
          eq(readerNews.agencyId, agencyId),
          eq(readerNews.addressHash, addressHash),
          isNull(readerNews.mailId),
        ),
      );
  return ended.length;
}

/** The reader's own word, or the mail server's. */
export const stopFollowing = (database: Database, ended: EndedFollowing, at = new Date()): Promise<number> =>
  database.transaction((tx) => endFollowing(tx, ended, at));
