import { and, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import { endedMails } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { followRequest, readerNews } from "../tables.ts";
import { isDeadAddress } from "./following.ts";
import { stopFollowing } from "./stop-following.ts";

/** So long it is remembered what an address was told. */
const KEPT_DAYS = 30;
const DAY = 24 * 3_600_000;

/**
 * Stops writing to addresses that the mail server says are none, and forgets what is no longer needed: requests that
 * nobody confirmed, what was told long ago. Gives how many addresses were stopped.
 */
export async function settleMails(database: Database, now = new Date()): Promise<number> {
  const told = await database
    .selectDistinct({
      mailId: readerNews.mailId,
      agencyId: readerNews.agencyId,
      addressHash: readerNews.addressHash,
    })
    .from(readerNews)
    .where(isNotNull(readerNews.mailId));
  const ended = await endedMails(
    database,
    told.map(({ mailId }) => mailId!),
  );
  let stopped = 0;
  for (const { mailId, agencyId, addressHash } of told) {
    const mail = ended.get(mailId!);
    if (mail?.state !== "refused" || !isDeadAddress(mail.lastError)) continue;
    if ((await stopFollowing(database, { agencyId, addressHash, reason: "returned" }, now)) > 0) stopped += 1;
  }
  const longAgo = new Date(now.getTime() - KEPT_DAYS * DAY);
  const settled = [...ended.keys()];
  if (settled.length > 0)
    await database
      .delete(readerNews)
      .where(and(inArray(readerNews.mailId, settled), lt(readerNews.heardAt, longAgo)));
  await database
    .update(followRequest)
    .set({ addressSealed: null })
    .where(
      and(
        isNull(followRequest.confirmedAt),
        lt(followRequest.expiresAt, now),
        isNotNull(followRequest.addressSealed),
      ),
    );
  await database.delete(followRequest).where(lt(followRequest.expiresAt, longAgo));
  return stopped;
}
