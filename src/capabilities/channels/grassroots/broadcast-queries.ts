import { and, asc, eq, gt, inArray, isNull, lt, ne, type SQL } from "drizzle-orm";
import { type ContentToDeliver, contentToDeliver, type DeliverableMedia } from "#newsroom";
import type { Actor } from "#platform/auth/actor.ts";
import { type Hindrance, NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { isByHand, type WholeDelivery } from "../deliveries/delivery-queries.ts";
import { radio } from "../networks/radio.ts";
import { delivery } from "../tables.ts";
import { type Area, type Station, stationOf } from "./register-queries.ts";
import { broadcast, broadcastWindow, loudspeakerArea, loudspeakerStation } from "./tables.ts";

export type Broadcast = typeof broadcast.$inferSelect;
export type Delivery = typeof delivery.$inferSelect;

/** The networks whose texts are played by stations of the register. */
export const isForStations = (network: string): boolean => network === radio.slug;

/** What is played of a text; null: it has no sound. */
export const recordingOf = ({ media }: Pick<ContentToDeliver, "media">): DeliverableMedia | null =>
  media.find(({ sort }) => sort === "audio") ?? null;

/** Why the text of a delivery is not given to stations. */
export function barredFrom(whole: WholeDelivery): Hindrance {
  const { delivery: row, content, account } = whole;
  if (!isForStations(account.network)) return "Kênh này không phải truyền thanh cơ sở.";
  if (row.isRehearsal) return "Tài khoản đang diễn tập nên không giao cho đài nào.";
  if (row.state === "withdrawn") return "Bài đã thôi phát trên kênh này.";
  if (!isByHand(row, account) && row.state !== "placed")
    return "Tài khoản này gửi qua hệ thống thông tin nguồn của tỉnh; đài do hệ thống ấy giao.";
  if (["withdrawn", "removed", "discarded", "refused"].includes(content.state))
    return "Bài không còn để phát.";
  return recordingOf(content)
    ? null
    : "Bài chưa có bản ghi âm; hãy thêm bản thu vào bài rồi mới giao cho đài.";
}

/** A delivery of which stations may play: public, not taken back, not a rehearsal. */
const standing: SQL = and(
  inArray(delivery.state, ["submitted", "placed"]),
  eq(delivery.isRehearsal, false),
  isNull(broadcast.withdrawnAt),
)!;

export interface WholeBroadcast {
  broadcast: Broadcast;
  delivery: Delivery;
  station: Station;
  area: Area;
  content: ContentToDeliver;
  /** Its sound. */
  recording: DeliverableMedia;
}

/** What stations may play now, of one agency: by text, each read once; what is urgent only once it is confirmed. */
export async function playableBroadcasts(
  q: Queryable,
  agencyId: string,
  ...more: (SQL | undefined)[]
): Promise<WholeBroadcast[]> {
  const rows = await q
    .select({ broadcast, delivery, station: loudspeakerStation, area: loudspeakerArea })
    .from(broadcast)
    .innerJoin(delivery, eq(delivery.id, broadcast.deliveryId))
    .innerJoin(loudspeakerStation, eq(loudspeakerStation.id, broadcast.stationId))
    .innerJoin(loudspeakerArea, eq(loudspeakerArea.id, loudspeakerStation.areaId))
    .where(and(eq(broadcast.agencyId, agencyId), standing, ...more))
    .orderBy(asc(broadcast.plannedAt), asc(broadcast.id));
  const confirmed = rows.filter(
    ({ broadcast: one }) => one.priority !== "emergency" || one.confirmedAt !== null,
  );
  const contents = await contentToDeliver(
    q,
    { agencyId },
    confirmed.map(({ broadcast: one }) => one.itemId),
  );
  return confirmed.flatMap((row) => {
    const content = contents.get(row.broadcast.itemId);
    const recording = content && recordingOf(content);
    return content?.state === "published" && recording ? [{ ...row, content, recording }] : [];
  });
}

/** One that a station may play now. @throws NotFound */
export async function playableBroadcast(q: Queryable, agencyId: string, id: string): Promise<WholeBroadcast> {
  const [found] = await playableBroadcasts(q, agencyId, eq(broadcast.id, id));
  if (!found) throw new NotFound("Bản tin này chưa được phát hoặc đã thu hồi nên không tải được.");
  return found;
}

/** One of the agency, whatever has become of it. @throws NotFound */
export async function broadcastOf(q: Queryable, actor: Pick<Actor, "agencyId">, id: string) {
  const [found] = await q
    .select()
    .from(broadcast)
    .where(and(eq(broadcast.agencyId, actor.agencyId), eq(broadcast.id, id)));
  if (!found) throw new NotFound("Không có bản tin này ở đài, cụm loa nào của cơ quan.");
  return { broadcast: found, station: await stationOf(q, actor.agencyId, found.stationId) };
}

/** What else these stations play between two moments. */
export const playedBetween = (q: Queryable, stationIds: string[], from: Date, until: Date, notOf: string) =>
  q
    .select({
      stationId: broadcast.stationId,
      itemId: broadcast.itemId,
      priority: broadcast.priority,
      repeats: broadcast.repeats,
      gapSeconds: broadcast.gapSeconds,
      playFrom: broadcastWindow.playFrom,
      playUntil: broadcastWindow.playUntil,
    })
    .from(broadcastWindow)
    .innerJoin(broadcast, eq(broadcast.id, broadcastWindow.broadcastId))
    .where(
      and(
        inArray(broadcast.stationId, stationIds),
        ne(broadcast.deliveryId, notOf),
        isNull(broadcast.withdrawnAt),
        lt(broadcastWindow.playFrom, until),
        gt(broadcastWindow.playUntil, from),
      ),
    );

/** When broadcasts are to be played, by broadcast, the earliest first. */
export async function windowsOf(q: Queryable, ids: string[]) {
  const rows =
    ids.length === 0
      ? []
      : await q
          .select()
          .from(broadcastWindow)
          .where(inArray(broadcastWindow.broadcastId, ids))
          .orderBy(asc(broadcastWindow.playFrom));
  return Map.groupBy(rows, ({ broadcastId }) => broadcastId);
}
