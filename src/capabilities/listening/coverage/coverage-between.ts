import { sql } from "drizzle-orm";
import { startOfDay } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";

export interface Counted {
  key: string;
  items: number;
}

export interface PressCoverage {
  items: number;
  /** Items that at least one theme was found in. */
  sorted: number;
  /** By slug; an item may have several. */
  themes: Counted[];
  /** By tone; "" stands for what nobody marked. */
  tones: Counted[];
  sources: (Counted & { name: string })[];
  /** Items made of our texts, how many of them name us, and of how many texts. */
  copies: { items: number; credited: number; texts: number };
  incidents: { opened: number; answeredInTime: number; answeredLate: number; open: number };
}

/** What the followed feeds brought between two days, both inside: by theme, tone and source, and what came of criticism. */
export async function coverageBetween(
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
): Promise<PressCoverage> {
  const [start, end] = [
    startOfDay(from).toISOString(),
    startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString()).toISOString(),
  ];
  const which = sql`which as (select * from listening_item
    where agency_id = ${agencyId} and placed_at >= ${start} and placed_at < ${end})`;
  const counted = async (query: ReturnType<typeof sql>) =>
    (await q.execute<{ key: string; items: number; name: string }>(sql`with ${which} ${query}`)).rows;
  const [whole] = (
    await q.execute<{
      items: number;
      sorted: number;
      copied: number;
      credited: number;
      texts: number;
    }>(sql`
    with ${which}
    select count(*)::int as items,
      count(*) filter (where exists (select 1 from listening_theme t where t.item_id = which.id))::int as sorted,
      count(c.item_id)::int as copied, count(c.item_id) filter (where c.is_credited)::int as credited,
      count(distinct c.content_id)::int as texts
    from which left join listening_copy c on c.item_id = which.id`)
  ).rows;
  const [told] = (
    await q.execute<PressCoverage["incidents"]>(sql`
    select count(*)::int as opened,
      count(*) filter (where coalesce(answered_at, closed_at) <= due_at)::int as "answeredInTime",
      count(*) filter (where coalesce(answered_at, closed_at) > due_at)::int as "answeredLate",
      count(*) filter (where coalesce(answered_at, closed_at) is null)::int as open
    from listening_incident where agency_id = ${agencyId} and opened_at >= ${start} and opened_at < ${end}`)
  ).rows;
  const plain = (rows: { key: string; items: number }[]): Counted[] =>
    rows.map(({ key, items }) => ({ key, items }));
  return {
    ...{ items: whole!.items, sorted: whole!.sorted },
    themes: plain(
      await counted(sql`select t.theme as key, count(*)::int as items, '' as name
        from which join listening_theme t on t.item_id = which.id group by t.theme order by items desc, key`),
    ),
    tones: plain(
      await counted(sql`select coalesce(t.tone, '') as key, count(*)::int as items, '' as name
        from which left join listening_tone t on t.item_id = which.id group by 1 order by items desc, key`),
    ),
    sources: await counted(sql`select s.id::text as key, count(*)::int as items, s.name
      from which join listening_source s on s.id = which.source_id group by s.id, s.name order by items desc, s.name`),
    copies: { items: whole!.copied, credited: whole!.credited, texts: whole!.texts },
    incidents: told!,
  };
}
