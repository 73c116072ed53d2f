import { inArray } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { mail } from "./tables.ts";

type MailState = (typeof mail.$inferSelect)["state"];

/** States in which a mail goes out no more. */
const ended: readonly MailState[] = ["sent", "unknown", "refused", "unneeded"];

/**
 * Queues a mail whose address and words stand elsewhere: its capability says them the moment it goes out. `recipient`
 * is for who looks into the queue, in general words. Gives its id.
 */
export async function queueSealedMail(
  q: Queryable,
  {
    agencyId,
    subject,
    recipient = "người đọc trên cổng",
  }: { agencyId: string; subject: string; recipient?: string },
): Promise<string> {
  const id = uuidv7();
  await q.insert(mail).values({ id, agencyId, recipient, subject, body: "" });
  return id;
}

/** Which of these mails go out no more, and how each ended. */
export async function endedMails(
  q: Queryable,
  ids: string[],
): Promise<Map<string, { state: MailState; lastError: string | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await q
    .select({ id: mail.id, state: mail.state, lastError: mail.lastError })
    .from(mail)
    .where(inArray(mail.id, ids));
  return new Map(rows.filter(({ state }) => ended.includes(state)).map(({ id, ...how }) => [id, how]));
}
