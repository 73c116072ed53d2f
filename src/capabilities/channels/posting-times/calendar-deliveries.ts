import { and, eq, gte, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { z } from "zod";
import { publicationTimes, textsAmong } from "#newsroom";
import type { entryFilter } from "#newsroom/contract";
import type { Actor } from "#platform/auth/actor.ts";
import { startOfDay } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { presentRows } from "../deliveries/list-deliveries.ts";
import { networks } from "../networks/index.ts";
import { channelAccount, delivery, placement } from "../tables.ts";

/** So many are drawn; more in one month are looked at by narrowing. */
const MOST_SHOWN = 1000;

/**
 * What goes out on the channels between two days, or stands there since: each at its moment. What follows a text stands
 * at the text's. Our portal is the text itself and not told twice.
 */
export async function calendarDeliveries(
  q: Queryable,
  actor: Actor,
  { from, to, accountId, channel, ...filter }: CalendarLook,
) {
  const begin = startOfDay(from);
  const end = startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString());
  const moment = sql<Date | null>`coalesce(${placement.placedAt}, ${delivery.settledAt}, ${delivery.dueAt}, ${delivery.wantedAt})`;
  const isDue = sql`${delivery.dueAt} is not null`;
  const found = await q
    .select({ row: delivery, at: moment.mapWith((value) => (value === null ? null : new Date(value))) })
    .from(delivery)
    .innerJoin(channelAccount, eq(channelAccount.id, delivery.accountId))
    .leftJoin(placement, eq(placement.deliveryId, delivery.id))
    .where(
      and(
        eq(delivery.agencyId, actor.agencyId),
        ne(delivery.state, "withdrawn"),
        ne(channelAccount.way, "own"),
        accountId === undefined ? undefined : eq(delivery.accountId, accountId),
        channel === undefined ? undefined : inArray(channelAccount.network, networksOf(channel)),
        // What is not due yet waits for its text, whose hour may be any.
        or(isNull(delivery.dueAt), and(isDue, gte(moment, begin), lt(moment, end))),
      ),
    )
    .limit(MOST_SHOWN);
  const itemIds = found.map(({ row }) => row.itemId);
  const texts = await publicationTimes(q, actor, itemIds);
  const wanted = await textsAmong(q, actor, filter, itemIds);
  const placed = found.flatMap(({ row, at }) => {
    const publicAt = texts.get(row.itemId)?.publicAt ?? null;
    const its = row.dueAt === null && publicAt !== null && (at === null || publicAt > at) ? publicAt : at;
    return its !== null && its >= begin && its < end && wanted.has(row.itemId) ? [{ row, at: its }] : [];
  });
  const moments = new Map(placed.map(({ row, at }) => [row.id, at]));
  const shown = await presentRows(
    q,
    actor,
    placed.map(({ row }) => row),
  );
  return {
    isCut: found.length === MOST_SHOWN,
    deliveries: shown
      .map((one) => ({
        ...one,
        at: moments.get(one.id)!,
        /** It has no hour of its own. */
        follows: one.dueAt === null && one.wantedAt === null,
      }))
      .toSorted((one, other) => one.at.getTime() - other.at.getTime()),
  };
}

type CalendarLook = Omit<z.output<typeof entryFilter>, "channel"> & {
  from: string;
  to: string;
  accountId?: string | undefined;
  /** Of the channels for which texts are meant. */
  channel?: string | undefined;
};

const networksOf = (channel: string): string[] =>
  networks.flatMap((network) => (network.channel === channel ? [network.slug] : []));
