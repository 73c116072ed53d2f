import { and, eq, gt, isNotNull, or, sql } from "drizzle-orm";
import { contentToDeliver } from "#newsroom";
import { agencyById } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { delivery } from "../../tables.ts";
import { audioHash } from "../audio-hash.ts";
import { playableBroadcasts, type WholeBroadcast, windowsOf } from "../broadcast-queries.ts";
import type { Station } from "../register-queries.ts";
import { priorities } from "../station.ts";
import { broadcast } from "../tables.ts";

/** How long what was taken back stays listed. */
const LISTED_DAYS = 7;

/** A moment as stations read it: with Việt Nam's offset. */
export const stationTime = (moment: Date): string =>
  `${new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;

interface Spoken {
  slotId: string;
  playFrom: Date;
  playUntil: Date;
}

async function itemOf(one: WholeBroadcast, spoken: Spoken, order: number, base: string, department: string) {
  const { broadcast: row, content, recording, area } = one;
  return {
    slotId: spoken.slotId,
    bulletinId: row.deliveryId,
    revision: row.edition,
    priority: row.priority,
    kind: "audio",
    title: content.title,
    department,
    areas: [area.code],
    playFrom: stationTime(spoken.playFrom),
    playUntil: stationTime(spoken.playUntil),
    repeat: { times: row.repeats, gapSeconds: row.gapSeconds },
    ...(row.priority === "emergency" && { interrupt: true }),
    order,
    audio: [
      {
        url: `${base}/grassroots/v1/audio/${row.id}`,
        mimeType: recording.contentType,
        durationSeconds: recording.seconds,
        sizeBytes: recording.bytes,
        sha256: await audioHash(recording.id),
      },
    ],
    text: content.said ?? content.summary,
    language: "vi",
    approval: {
      reference: content.hash.slice(0, 16),
      approvedAt: content.publishedAt && stationTime(content.publishedAt),
    },
  };
}

/** What a station has to play between two moments, what is more urgent first. */
export async function itemsOf(
  q: Queryable,
  station: Station,
  { from, until, base, urgentOnly = false }: { from: Date; until: Date; base: string; urgentOnly?: boolean },
) {
  const playable = await playableBroadcasts(
    q,
    station.agencyId,
    eq(broadcast.stationId, station.id),
    urgentOnly ? eq(broadcast.priority, "emergency") : undefined,
  );
  const windows = await windowsOf(
    q,
    playable.map((one) => one.broadcast.id),
  );
  const department = (await agencyById(q, station.agencyId))?.symbol ?? "";
  const spoken = playable
    .flatMap((one) =>
      (windows.get(one.broadcast.id) ?? [])
        .filter(({ playFrom, playUntil }) => playFrom < until && playUntil > from)
        .map(({ id, playFrom, playUntil }) => ({ one, spoken: { slotId: id, playFrom, playUntil } })),
    )
    .toSorted(
      (a, b) =>
        a.spoken.playFrom.getTime() - b.spoken.playFrom.getTime() ||
        priorities.indexOf(b.one.broadcast.priority) - priorities.indexOf(a.one.broadcast.priority) ||
        a.one.broadcast.plannedAt.getTime() - b.one.broadcast.plannedAt.getTime(),
    );
  return Promise.all(
    spoken.map(({ one, spoken: window }, at) => itemOf(one, window, (at + 1) * 10, base, department)),
  );
}

/** What a station must not play any more: taken back within a week, and the texts before a correction. */
export async function withdrawnOf(q: Queryable, station: Station, now: Date) {
  const since = new Date(now.getTime() - LISTED_DAYS * 86_400_000);
  const rows = await q
    .select({ row: broadcast, state: delivery.state, settledAt: delivery.settledAt })
    .from(broadcast)
    .innerJoin(delivery, eq(delivery.id, broadcast.deliveryId))
    .where(
      and(
        eq(broadcast.stationId, station.id),
        isNotNull(broadcast.revisionId),
        or(
          gt(broadcast.withdrawnAt, since),
          gt(broadcast.correctedAt, since),
          and(sql`${broadcast.withdrawnAt} is null`, sql`${delivery.dueAt} is not null`),
        ),
      ),
    )
    .orderBy(broadcast.plannedAt, broadcast.id);
  const contents = await contentToDeliver(
    q,
    { agencyId: station.agencyId },
    rows.map(({ row }) => row.itemId),
  );
  return rows.flatMap(({ row, state }) => {
    const published = contents.get(row.itemId)?.state === "published";
    const told = (revision: number, at: Date, reason: string) => ({
      ...{ bulletinId: row.deliveryId, revision, withdrawnAt: stationTime(at), reason },
    });
    const before =
      row.correctedAt && row.correctedAt > since
        ? Array.from({ length: row.edition - 1 }, (_, at) => told(at + 1, row.correctedAt!, "Đính chính"))
        : [];
    if (row.withdrawnAt) return [...before, told(row.edition, row.withdrawnAt, row.withdrawnWhy ?? "")];
    if (!published || state === "withdrawn") return [...before, told(row.edition, now, "Thu hồi")];
    return before;
  });
}
