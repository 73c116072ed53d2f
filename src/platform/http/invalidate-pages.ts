import { sql } from "drizzle-orm";
import type { Queryable } from "../database/database.ts";

/** PostgreSQL takes messages shorter than 8,000 bytes. */
const MOST_BYTES = 7_900;

/** The names in as few messages as hold them. */
function messagesOf(tags: string[]): string[] {
  const messages: string[][] = [];
  let bytes = 0;
  for (const tag of new Set(tags)) {
    const more = Buffer.byteLength(JSON.stringify(tag)) + 1;
    if (messages.length === 0 || bytes + more > MOST_BYTES) {
      messages.push([]);
      bytes = 2;
    }
    messages.at(-1)!.push(tag);
    bytes += more;
  }
  return messages.map((each) => JSON.stringify(each));
}

/** Public pages that carry one of these names are rendered afresh, in every process, once the transaction commits. */
export async function invalidatePages(q: Queryable, tags: string[]): Promise<void> {
  for (const message of messagesOf(tags))
    await q.execute(sql`select pg_notify('page_invalidated', ${message})`);
}
