import { type SQL, sql } from "drizzle-orm";

const DAY = 86_400_000;

/**
 * How many days a number holds that was read when the post was so many days old: the younger it was, the sooner there
 * is more to tell. What was read later than all of these hardly moves any more.
 */
const HOLDS = [
  { until: 2, days: 2 },
  { until: 30, days: 7 },
  { until: 182, days: 30 },
];

/** Whether a number has grown old. */
export function isStale(placedAt: Date, takenAt: Date, now: Date): boolean {
  const lived = takenAt.getTime() - placedAt.getTime();
  const held = HOLDS.find(({ until }) => lived < until * DAY);
  return held !== undefined && now.getTime() - takenAt.getTime() > held.days * DAY;
}

/** The same, asked of the database. */
export const isStaleThere = (placedAt: SQL, takenAt: SQL, now: Date): SQL =>
  sql`coalesce(${now.toISOString()}::timestamptz - ${takenAt} > case ${sql.join(
    HOLDS.map(
      ({ until, days }) =>
        sql`when ${takenAt} - ${placedAt} < ${sql.raw(`interval '${24 * until} hours'`)} then ${sql.raw(`interval '${24 * days} hours'`)}`,
    ),
    sql` `,
  )} end, false)`;
