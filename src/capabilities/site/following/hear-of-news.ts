import { publishedBriefs } from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { ALL_NEWS, topicOfTheme } from "./following.ts";
import { tellFollowers } from "./tell-followers.ts";

/**
 * Something was published: a row for every address that follows one of its topics, due as the reader wants it, the
 * soonest of several. Heard of twice nobody is told twice.
 */
export async function hearOfNews(
  database: Database,
  { itemId, agencyId, isFirst }: { itemId: string; agencyId: string; isFirst: boolean },
  at = new Date(),
): Promise<void> {
  if (!isFirst) return;
  const [brief] = await publishedBriefs(database, agencyId, [itemId]);
  if (!brief) return;
  const topics = [ALL_NEWS, ...brief.themes.map(topicOfTheme)];
  await work(
    database,
    systemActor(agencyId, "Thư cho người đọc"),
    ({ tx }) => tellFollowers(tx, { agencyId, objectId: itemId, topics, at }),
    { at },
  );
}
