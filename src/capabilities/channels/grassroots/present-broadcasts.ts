import { and, asc, count, desc, eq, inArray, isNull, max, sql } from "drizzle-orm";
import { contentToDeliver } from "#newsroom";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { deliveryOf } from "../deliveries/delivery-queries.ts";
import { channelAccount, delivery } from "../tables.ts";
import { barredFrom, isForStations, recordingOf, windowsOf } from "./broadcast-queries.ts";
import { urgentPlannerOf } from "./confirm-urgent.ts";
import { loudspeakerPolicy } from "./policy.ts";
import { openSlots, stationsOf } from "./register-queries.ts";
import {
  broadcast,
  broadcastTaken,
  broadcastWindow,
  loudspeakerArea,
  loudspeakerStation,
  playLog,
} from "./tables.ts";

const counted = sql<number>`count(*) filter (where ${playLog.state} = 'played' and ${playLog.doubt} is null)::int`;

/** What became of broadcasts, by broadcast: how often played, when last, what is doubtful. */
async function playsOf(q: Queryable, ids: string[]) {
  const rows =
    ids.length === 0
      ? []
      : await q
          .select({
            id: playLog.broadcastId,
            plays: counted,
            failed: sql<number>`count(*) filter (where ${playLog.state} in ('failed', 'skipped', 'interrupted'))::int`,
            fetched: sql<number>`count(*) filter (where ${playLog.state} = 'downloaded')::int`,
            lastAt: sql<
              string | null
            >`max(${playLog.startedAt}) filter (where ${playLog.state} = 'played' and ${playLog.doubt} is null)`,
          })
          .from(playLog)
          .where(inArray(playLog.broadcastId, ids))
          .groupBy(playLog.broadcastId);
  return new Map(
    rows.map(({ id, ...row }) => [id, { ...row, lastAt: row.lastAt === null ? null : new Date(row.lastAt) }]),
  );
}

async function takenOf(q: Queryable, ids: string[]) {
  const rows =
    ids.length === 0
      ? []
      : await q
          .select()
          .from(broadcastTaken)
          .where(inArray(broadcastTaken.broadcastId, ids))
          .orderBy(asc(broadcastTaken.at));
  return Map.groupBy(rows, ({ broadcastId }) => broadcastId);
}

/** The last lines of what stations said of a delivery. */
const SHOWN = 50;
const logOf = (q: Queryable, deliveryId: string) =>
  q
    .select({ log: playLog, stationName: loudspeakerStation.name })
    .from(playLog)
    .innerJoin(broadcast, eq(broadcast.id, playLog.broadcastId))
    .innerJoin(loudspeakerStation, eq(loudspeakerStation.id, playLog.stationId))
    .where(eq(broadcast.deliveryId, deliveryId))
    .orderBy(desc(playLog.startedAt), desc(playLog.id))
    .limit(SHOWN);

/** Which stations have the bulletin of a delivery, what they did with it, and which can still be chosen. */
export async function presentBroadcasts(q: Queryable, actor: Actor, deliveryId: string) {
  const whole = await deliveryOf(q, actor, deliveryId);
  const { agencyId } = actor;
  const rows = await q
    .select({ broadcast, station: loudspeakerStation, area: loudspeakerArea })
    .from(broadcast)
    .innerJoin(loudspeakerStation, eq(loudspeakerStation.id, broadcast.stationId))
    .innerJoin(loudspeakerArea, eq(loudspeakerArea.id, loudspeakerStation.areaId))
    .where(eq(broadcast.deliveryId, deliveryId))
    .orderBy(
      sql`${loudspeakerArea.name} collate "vi-x-icu"`,
      sql`${loudspeakerStation.name} collate "vi-x-icu"`,
      asc(broadcast.id),
    );
  const ids = rows.map((row) => row.broadcast.id);
  const [plays, taken, windows] = [await playsOf(q, ids), await takenOf(q, ids), await windowsOf(q, ids)];
  const names = await personNames(
    q,
    rows.flatMap(({ broadcast: one }) => (one.confirmedBy ? [one.confirmedBy] : [])),
  );
  const open = new Set(rows.filter((row) => row.broadcast.withdrawnAt === null).map((row) => row.station.id));
  const barred = barredFrom(whole);
  const recording = recordingOf(whole.content);
  const { content, delivery: row } = whole;
  return {
    forStations: isForStations(whole.account.network),
    code: row.marker,
    seconds: recording?.seconds ?? null,
    isPublic: content.state === "published" && ["submitted", "placed"].includes(row.state),
    barred,
    broadcasts: rows.map(({ broadcast: one, station, area }) => ({
      ...one,
      stationName: station.name,
      stationWay: station.way,
      areaName: area.name,
      isDifficult: area.isDifficult,
      confirmedByName: one.confirmedBy && (names.get(one.confirmedBy) ?? ""),
      windows: (windows.get(one.id) ?? []).map(({ playFrom, playUntil }) => ({ playFrom, playUntil })),
      taken: (taken.get(one.id) ?? []).map(({ takenBy, at }) => ({ takenBy, at })),
      ...(plays.get(one.id) ?? { plays: 0, failed: 0, fetched: 0, lastAt: null }),
    })),
    log: (await logOf(q, deliveryId)).map(({ log, stationName }) => ({ ...log, stationName })),
    choices: (await stationsOf(q, agencyId))
      .filter(({ station }) => !station.isClosed)
      .map(({ station, area }) => ({
        id: station.id,
        name: station.name,
        areaName: area.name,
        isDifficult: area.isDifficult,
        has: open.has(station.id),
      })),
    slots: await openSlots(q, agencyId),
    may: loudspeakerPolicy.may(actor, {
      agencyId,
      barred,
      urgentBy: await urgentPlannerOf(q, deliveryId),
    }),
  };
}

const PER_PAGE = 30;

/** Bulletins that go out on loudspeakers, the newest plan first, with how far each has come. */
export async function listBulletins(q: Queryable, actor: Actor, page: number) {
  const { agencyId } = actor;
  const rows = await q
    .select({ delivery, network: channelAccount.network })
    .from(delivery)
    .innerJoin(channelAccount, eq(channelAccount.id, delivery.accountId))
    .where(
      and(
        eq(delivery.agencyId, agencyId),
        eq(delivery.isRehearsal, false),
        eq(channelAccount.network, "radio"),
      ),
    )
    .orderBy(desc(delivery.plannedAt), desc(delivery.id))
    .limit(PER_PAGE + 1)
    .offset((page - 1) * PER_PAGE);
  const contents = await contentToDeliver(
    q,
    actor,
    rows.map((row) => row.delivery.itemId),
  );
  const ids = rows.map((row) => row.delivery.id);
  const own =
    ids.length === 0
      ? []
      : await q
          .select({
            id: broadcast.deliveryId,
            stations: count(),
            waitsForSecond: sql<number>`count(*) filter (where ${broadcast.priority} = 'emergency' and ${broadcast.confirmedAt} is null)::int`,
            firstAt: sql<
              string | null
            >`(select min(w.play_from) from ${broadcastWindow} w join ${broadcast} b on b.id = w.broadcast_id where b.delivery_id = ${broadcast.deliveryId})`,
            lastAt: sql<
              string | null
            >`(select max(w.play_until) from ${broadcastWindow} w join ${broadcast} b on b.id = w.broadcast_id where b.delivery_id = ${broadcast.deliveryId})`,
          })
          .from(broadcast)
          .where(and(inArray(broadcast.deliveryId, ids), isNull(broadcast.withdrawnAt)))
          .groupBy(broadcast.deliveryId);
  const played =
    ids.length === 0
      ? []
      : await q
          .select({
            id: broadcast.deliveryId,
            plays: counted,
            stations: sql<number>`count(distinct ${playLog.stationId}) filter (where ${playLog.state} = 'played' and ${playLog.doubt} is null)::int`,
            doubtful: sql<number>`count(*) filter (where ${playLog.doubt} is not null)::int`,
            newest: max(playLog.startedAt),
          })
          .from(playLog)
          .innerJoin(broadcast, eq(broadcast.id, playLog.broadcastId))
          .where(inArray(broadcast.deliveryId, ids))
          .groupBy(broadcast.deliveryId);
  const moment = (written: string | Date | null | undefined) => (written ? new Date(written) : null);
  return {
    bulletins: rows.slice(0, PER_PAGE).flatMap(({ delivery: row }) => {
      const content = contents.get(row.itemId);
      if (!content) return [];
      const given = own.find(({ id }) => id === row.id);
      const told = played.find(({ id }) => id === row.id);
      return [
        {
          ...{
            id: row.id,
            title: content.title,
            state: row.state,
            seconds: recordingOf(content)?.seconds ?? null,
          },
          stations: given?.stations ?? 0,
          waitsForSecond: (given?.waitsForSecond ?? 0) > 0,
          firstAt: moment(given?.firstAt),
          lastAt: moment(given?.lastAt),
          plays: told?.plays ?? 0,
          playedAt: told?.stations ?? 0,
          doubtful: told?.doubtful ?? 0,
        },
      ];
    }),
    isLast: rows.length <= PER_PAGE,
    may: loudspeakerPolicy.may(actor, { agencyId }),
  };
}
