import { and, inArray, isNotNull } from "drizzle-orm";
import { endedMails } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { pageReport } from "../tables.ts";

/** Forgets the addresses to which the answer has gone, or goes no more. Gives how many. */
export async function forgetAddresses(database: Database): Promise<number> {
  const kept = await database
    .select({ id: pageReport.id, mailId: pageReport.mailId })
    .from(pageReport)
    .where(and(isNotNull(pageReport.mailId), isNotNull(pageReport.addressSealed)));
  const ended = await endedMails(
    database,
    kept.map(({ mailId }) => mailId!),
  );
  const done = kept.filter(({ mailId }) => ended.has(mailId!)).map(({ id }) => id);
  if (done.length > 0)
    await database.update(pageReport).set({ addressSealed: null }).where(inArray(pageReport.id, done));
  return done.length;
}
