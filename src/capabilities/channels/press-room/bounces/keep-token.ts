import { and, eq } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { openSealed, seal } from "../../accounts/credentials.ts";
import type { MailOauth } from "../../connectors/press/mail-token.ts";
import { pressMailbox } from "../../tables.ts";
import type { PressMailbox } from "./mailbox-queries.ts";
import type { MailboxSecret } from "./mailbox-way.ts";

/** Writes down what renewed the token of a mailbox, before anybody uses it; gives what lets us in now. */
export async function keepToken(
  database: Database,
  { accountId, sealed }: PressMailbox,
  oauth: MailOauth,
): Promise<MailboxSecret> {
  const renewed = { ...((await openSealed(sealed)) as MailboxSecret), oauth };
  await database
    .update(pressMailbox)
    .set({ sealed: await seal(renewed) })
    .where(and(eq(pressMailbox.accountId, accountId), eq(pressMailbox.sealed, sealed)));
  return renewed;
}
