import { and, eq } from "drizzle-orm";
import type { MailboxKeeper, MailboxSecret } from "#channels";
import { openPersonal, sealPersonal } from "#platform/config/own-secret.ts";
import type { Database, Queryable } from "#platform/database/database.ts";
import { feedbackMailbox } from "../tables.ts";

export type FeedbackMailbox = typeof feedbackMailbox.$inferSelect;

export async function mailboxOf(q: Queryable, agencyId: string): Promise<FeedbackMailbox | null> {
  const [found] = await q.select().from(feedbackMailbox).where(eq(feedbackMailbox.agencyId, agencyId));
  return found ?? null;
}

export const sealSecret = (secret: MailboxSecret): Promise<string> => sealPersonal(JSON.stringify(secret));

export const secretOf = async ({ sealed }: Pick<FeedbackMailbox, "sealed">): Promise<MailboxSecret> =>
  JSON.parse(await openPersonal(sealed)) as MailboxSecret;

/** Keeps a renewed token in the row that it is of, unless another was put there meanwhile. */
export function keeperOf(database: Database, mailbox: FeedbackMailbox): MailboxKeeper {
  let row = mailbox;
  return {
    keep: async (oauth) => {
      const renewed = { ...(await secretOf(row)), oauth };
      await database
        .update(feedbackMailbox)
        .set({ sealed: await sealSecret(renewed) })
        .where(and(eq(feedbackMailbox.agencyId, row.agencyId), eq(feedbackMailbox.sealed, row.sealed)));
      return renewed;
    },
    newest: async () => {
      row = (await mailboxOf(database, mailbox.agencyId)) ?? mailbox;
      return secretOf(row);
    },
  };
}
