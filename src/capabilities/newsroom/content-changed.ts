import { sql } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";

/** Public pages that show the item, and the lists, are rendered afresh after the commit. */
export async function contentChanged({ tx }: Work, itemId: string): Promise<void> {
  await tx.execute(
    sql`select pg_notify('page_invalidated', ${JSON.stringify([`content:${itemId}`, "content:any"])})`,
  );
}
