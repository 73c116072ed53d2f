import { and, eq, inArray } from "drizzle-orm";
import { contentToDeliver } from "#newsroom";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { deliveryOf } from "../deliveries/delivery-queries.ts";
import { barredFrom, playedBetween, recordingOf } from "./broadcast-queries.ts";
import { emergencyWindow, type PlayWindow, windowsOfSlot } from "./play-windows.ts";
import { loudspeakerPolicy } from "./policy.ts";
import { openSlots, type Station } from "./register-queries.ts";
import { type Priority, priorities, priorityLabels, secondsOf } from "./station.ts";
import { broadcast, broadcastWindow, loudspeakerStation } from "./tables.ts";

export interface WantedBroadcasts {
  /** The delivery. */
  id: string;
  stationIds: string[];
  priority: Priority;
  /** In which slot; null with an emergency. */
  slotId: string | null;
  fromDay: string | null;
  toDay: string | null;
  /** Until when an emergency is played. */
  until: Date | null;
  repeats: number;
  gapSeconds: number;
}

async function windowsWanted({ tx, actor, at }: Work, wanted: WantedBroadcasts): Promise<PlayWindow[]> {
  if (wanted.priority === "emergency") return emergencyWindow(wanted.until, at);
  const slot = (await openSlots(tx, actor.agencyId)).find(({ id }) => id === wanted.slotId);
  const refuse = (field: string, message: string): never => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  if (!slot) return refuse("slotId", "Hãy chọn khung giờ phát.");
  if (wanted.fromDay === null) return refuse("fromDay", "Hãy chọn ngày bắt đầu phát.");
  return windowsOfSlot(slot, { fromDay: wanted.fromDay, toDay: wanted.toDay ?? wanted.fromDay }, at);
}

/** A slot holds what is as urgent or more; what is less urgent makes room for it. @throws Conflict where it is full */
async function demandRoom(
  { tx, actor }: Work,
  wanted: WantedBroadcasts,
  stations: Station[],
  windows: PlayWindow[],
  own: number,
): Promise<void> {
  const [first, last] = [windows[0]!, windows.at(-1)!];
  const others = await playedBetween(
    tx,
    stations.map(({ id }) => id),
    first.playFrom,
    last.playUntil,
    wanted.id,
  );
  const contents = await contentToDeliver(
    tx,
    actor,
    others.map(({ itemId }) => itemId),
  );
  const rank = (priority: Priority) => priorities.indexOf(priority);
  const full: string[] = [];
  for (const station of stations)
    for (const { playFrom, playUntil } of windows) {
      const taken = others
        .filter((one) => one.stationId === station.id && one.playFrom < playUntil && one.playUntil > playFrom)
        .filter((one) => one.priority !== "emergency" && rank(one.priority) >= rank(wanted.priority))
        .reduce((sum, one) => {
          const content = contents.get(one.itemId);
          const seconds = (content && recordingOf(content)?.seconds) ?? 0;
          return sum + secondsOf({ ...one, seconds });
        }, 0);
      if (taken + own > (playUntil.getTime() - playFrom.getTime()) / 1000)
        full.push(`${station.name} lúc ${formatDateTime(playFrom)}`);
    }
  if (full.length > 0)
    throw new Conflict(
      `Khung giờ không đủ chỗ ở ${full.length} buổi (${full.slice(0, 3).join("; ")}${full.length > 3 ? "…" : ""}). Chưa có gì được giao; hãy bớt số lần phát, chọn ngày, khung khác, hoặc bỏ các đài ấy.`,
    );
}

/**
 * Gives a bulletin to stations, each once: a station that has it keeps its hours as they are. In the feed and the
 * package it stands once the text is public, what is urgent once a second person confirmed it.
 */
export async function planBroadcasts(work: Work, wanted: WantedBroadcasts): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const whole = await deliveryOf(tx, actor, wanted.id, { lock: true });
  loudspeakerPolicy.permit(actor, "plan", { agencyId, barred: barredFrom(whole) });
  const chosen = [...new Set(wanted.stationIds)].toSorted();
  const stations = await tx
    .select()
    .from(loudspeakerStation)
    .where(
      and(
        eq(loudspeakerStation.agencyId, agencyId),
        eq(loudspeakerStation.isClosed, false),
        inArray(loudspeakerStation.id, chosen),
      ),
    )
    // Whoever fills the same hours waits for this one.
    .orderBy(loudspeakerStation.id)
    .for("update");
  if (stations.length < chosen.length)
    throw new Conflict(
      "Có đài, cụm loa vừa thôi dùng; chưa có gì được giao, hãy tải lại trang rồi chọn lại.",
    );
  const windows = await windowsWanted(work, wanted);
  const { repeats, gapSeconds, priority } = wanted;
  const { seconds } = recordingOf(whole.content)!;
  if (priority !== "emergency")
    await demandRoom(work, wanted, stations, windows, secondsOf({ seconds, repeats, gapSeconds }));
  const made: Station[] = [];
  for (const station of stations) {
    const id = uuidv7();
    const [one] = await tx
      .insert(broadcast)
      .values({
        ...{ id, agencyId, deliveryId: wanted.id, itemId: whole.content.id, stationId: station.id },
        ...{ priority, repeats, gapSeconds },
        // Before it is public its words may change yet.
        revisionId: whole.content.state === "published" ? whole.content.revisionId : null,
        ...{ plannedBy: personId, plannedAt: at },
      })
      .onConflictDoNothing()
      .returning({ id: broadcast.id });
    if (!one) continue;
    await tx
      .insert(broadcastWindow)
      .values(windows.map((window) => ({ id: uuidv7(), agencyId, broadcastId: id, ...window })))
      .onConflictDoNothing();
    made.push(station);
  }
  if (made.length === 0)
    throw new Conflict("Các đài, cụm loa đã chọn đều có bản tin này rồi; không có gì thay đổi.");
  await work.record({
    act: "plan-broadcasts",
    objectKind: "delivery",
    objectId: wanted.id,
    after: {
      stations: made.map(({ name }) => name).join("; "),
      priority: priorityLabels[priority],
      playFrom: windows[0]!.playFrom,
      playUntil: windows.at(-1)!.playUntil,
    },
  });
}
