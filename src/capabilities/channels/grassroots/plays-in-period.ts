import { sql } from "drizzle-orm";
import { startOfDay } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";

/** Which entries of a log (`p`) count: played, the right words, in their hours, before they were withdrawn. */
export const playCounts = sql`p.state = 'played' and p.doubt is null`;

export interface PlayedInPeriod {
  /** The bulletin for one station. */
  broadcastId: string;
  deliveryId: string;
  stationName: string;
  areaName: string;
  plays: number;
  lastAt: Date;
}

/** What stations say that they played in a period (days, both included), by bulletin and station. */
export async function playsInPeriod(
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
): Promise<PlayedInPeriod[]> {
  const end = startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString()).toISOString();
  const { rows } = await q.execute<Record<string, string>>(sql`
    select b.id, b.delivery_id, s.name as station, a.name as area, count(*)::int as plays, max(p.started_at) as last_at
    from play_log p join broadcast b on b.id = p.broadcast_id
      join loudspeaker_station s on s.id = p.station_id join loudspeaker_area a on a.id = s.area_id
    where p.agency_id = ${agencyId} and ${playCounts}
      and p.started_at >= ${startOfDay(from).toISOString()}::timestamptz and p.started_at < ${end}::timestamptz
    group by b.id, b.delivery_id, s.name, a.name
    order by a.name collate "vi-x-icu", s.name collate "vi-x-icu", b.id`);
  return rows.map((row) => ({
    broadcastId: row.id!,
    deliveryId: row.delivery_id!,
    stationName: row.station!,
    areaName: row.area!,
    plays: Number(row.plays),
    lastAt: new Date(row.last_at!),
  }));
}
