import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { agencyById, queueSealedMail } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { readerNews } from "../tables.ts";
import { newsItems } from "./news-items.ts";

/** In one mail; the rest follows in the next. */
const MOST_IN_A_MAIL = 50;

/**
 * Queues a mail for each address to which something is due, address by address in a transaction of its own: what is
 * queued is marked with its mail in the same commit, so that nothing is told twice or lost wherever a process is killed.
 */
export async function tellReaders(database: Database, now = new Date()): Promise<number> {
  for (let queued = 0; ; queued += 1) {
    const more = await database.transaction(async (tx) => {
      const due = and(isNull(readerNews.mailId), lte(readerNews.dueAt, now));
      const [first] = await tx
        .select()
        .from(readerNews)
        .where(due)
        .orderBy(asc(readerNews.dueAt))
        .limit(1)
        .for("update", { skipLocked: true });
      if (!first) return false;
      const { agencyId, addressHash } = first;
      const own = and(eq(readerNews.agencyId, agencyId), eq(readerNews.addressHash, addressHash));
      const rows = await tx
        .select()
        .from(readerNews)
        .where(and(own, due))
        .orderBy(asc(readerNews.heardAt))
        .limit(MOST_IN_A_MAIL)
        .for("update", { skipLocked: true });
      const items = await newsItems(
        tx,
        agencyId,
        rows.map(({ objectId }) => objectId),
      );
      const agency = await agencyById(tx, agencyId);
      const subject =
        items.length === 1
          ? items[0]!.title
          : `${items.length} tin mới từ ${agency?.name ?? "cổng thông tin"}`;
      const mailId = await queueSealedMail(tx, { agencyId, subject });
      for (const { objectId } of rows)
        await tx
          .update(readerNews)
          .set({ mailId })
          .where(and(own, eq(readerNews.objectId, objectId)));
      return true;
    });
    if (!more) return queued;
  }
}
