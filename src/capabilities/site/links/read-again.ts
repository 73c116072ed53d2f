import { sql } from "drizzle-orm";
import { publishedBriefs } from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { publicPage } from "../tables.ts";

/** It stands, but the day's list of addresses has not named it yet. */
const UNLISTED = new Date(0);

/** A text was published, for the first time or corrected: its links are read now, not with the next round. */
export async function readAgain(
  database: Database,
  { itemId, agencyId }: { itemId: string; agencyId: string },
): Promise<void> {
  const [brief] = await publishedBriefs(database, agencyId, [itemId]);
  if (!brief) return;
  await database
    .insert(publicPage)
    .values({ id: uuidv7(), agencyId, path: `/tin-tuc/${brief.slug}`, title: brief.title, seenAt: UNLISTED })
    .onConflictDoUpdate({
      target: [publicPage.agencyId, publicPage.path],
      set: { readAt: null, seenAt: sql`coalesce(${publicPage.seenAt}, excluded.seen_at)` },
    });
}
