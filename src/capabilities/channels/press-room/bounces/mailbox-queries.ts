import { and, count, eq, max } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { knownOfMailbox } from "../../accounts/known-fields.ts";
import { pressMailbox, pressReturn } from "../../tables.ts";

export type PressMailbox = typeof pressMailbox.$inferSelect;

/** Where letters of an account come back to; null: it was not set. */
export async function mailboxOf(q: Queryable, accountId: string): Promise<PressMailbox | null> {
  const [found] = await q.select().from(pressMailbox).where(eq(pressMailbox.accountId, accountId));
  return found ?? null;
}

/** The mailboxes of an agency by account, as whoever administers sees them; what lets us in is not told. `opens`: how it is entered is. */
export async function mailboxesByAccount(q: Queryable, agencyId: string, { opens }: { opens: boolean }) {
  const rows = await q.select().from(pressMailbox).where(eq(pressMailbox.agencyId, agencyId));
  const counted = await q
    .select({ accountId: pressReturn.accountId, bounces: count(), lastAt: max(pressReturn.at) })
    .from(pressReturn)
    .where(and(eq(pressReturn.agencyId, agencyId), eq(pressReturn.verdict, "bounce")))
    .groupBy(pressReturn.accountId);
  const told = await Promise.all(
    rows.map(async ({ sealed, ...row }) => {
      const found = counted.find(({ accountId }) => accountId === row.accountId);
      const known = opens ? await knownOfMailbox(sealed) : null;
      return { ...row, known, bounces: found?.bounces ?? 0, lastBounceAt: found?.lastAt ?? null };
    }),
  );
  return new Map(told.map((row) => [row.accountId, row]));
}
