import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { networkLabel } from "../networks/index.ts";

/** Posts of so many days are looked at. */
const DAYS = 365;
/** A number counts that was read when the post was so old: younger ones tell of its age, not of its hour. */
const SETTLED_DAYS = 2;
/** Of fewer posts the middle says nothing. */
export const FEWEST = 5;

export interface PastHours {
  network: string;
  label: string;
  /** So many posts have a number that counts. */
  posts: number;
  /** The middle of their views; null: too few. */
  median: number | null;
  /** By the hour and by the weekday (1: Monday) at which they were posted; those with posts only. */
  byHour: { at: number; posts: number; median: number | null }[];
  byWeekday: { at: number; posts: number; median: number | null }[];
}

/** How the agency's own posts of the last year did by when they were posted, network by network, most posts first. */
export async function pastHours(q: Queryable, agencyId: string, now = new Date()): Promise<PastHours[]> {
  const { rows } = await q.execute<{
    network: string;
    hour: number | null;
    weekday: number | null;
    posts: number;
    median: number;
  }>(sql`
    select network, hour, weekday, count(*)::int as posts,
      percentile_cont(0.5) within group (order by value)::float as median
    from (
      select a.network, n.value, extract(hour from p.placed_at at time zone 'Asia/Ho_Chi_Minh')::int as hour,
        extract(isodow from p.placed_at at time zone 'Asia/Ho_Chi_Minh')::int as weekday
      from placement p join channel_account a on a.id = p.account_id
        join newest_figure n on n.placement_id = p.id and n.metric = 'views'
      where p.agency_id = ${agencyId} and a.way <> 'own'
        and p.placed_at > ${now.toISOString()}::timestamptz - ${sql.raw(`interval '${DAYS} days'`)}
        and n.taken_at >= p.placed_at + ${sql.raw(`interval '${SETTLED_DAYS} days'`)}) post
    group by grouping sets ((network), (network, hour), (network, weekday))
    order by network, hour, weekday`);
  const told = ({ posts, median }: { posts: number; median: number }) => ({
    posts,
    median: posts < FEWEST ? null : Math.round(median),
  });
  return [...Map.groupBy(rows, ({ network }) => network)]
    .map(([network, own]) => ({
      ...{ network, label: networkLabel(network) },
      ...told(own.find(({ hour, weekday }) => hour === null && weekday === null)!),
      byHour: own.flatMap(({ hour, ...row }) => (hour === null ? [] : [{ at: hour, ...told(row) }])),
      byWeekday: own.flatMap(({ weekday, ...row }) =>
        weekday === null ? [] : [{ at: weekday, ...told(row) }],
      ),
    }))
    .toSorted((one, other) => other.posts - one.posts);
}
