import { and, count, eq, max } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { pressMailbox, pressReturn } from "../../tables.ts";

export type PressMailbox = typeof pressMailbox.$inferSelect;

/** Where letters of an account come back to; null: it was not set. */
export async function mailboxOf(q: Queryable, accountId: string): Promise<PressMailbox | null> {
  const [found] = await q.select().from(pressMailbox).where(eq(pressMailbox.accountId, accountId));
  return found ?? null;
}

/** The mailboxes of an agency by account, as whoever administers sees them; what lets us in is not told. */
export async function mailboxesByAccount(q: Queryable, agencyId: string) {
  const rows = await q.select().from(pressMailbox).where(eq(pressMailbox.agencyId, agencyId));
  const counted = await q
    .select({ accountId: pressReturn.accountId, bounces: count(), lastAt: max(pressReturn.at) })
    .from(pressReturn)
    .where(and(eq(pressReturn.agencyId, agencyId), eq(pressReturn.verdict, "bounce")))
    .groupBy(pressReturn.accountId);
  return new Map(
    rows.map(({ sealed: _, ...row }) => {
      const found = counted.find(({ accountId }) => accountId === row.accountId);
      return [row.accountId, { ...row, bounces: found?.bounces ?? 0, lastBounceAt: found?.lastAt ?? null }];
    }),
  );
}
