import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { broadcastOf } from "./broadcast-queries.ts";
import { loudspeakerPolicy } from "./policy.ts";
import { type Recorded, receiptFaultLabels, recordPlays } from "./record-plays.ts";
import type { Station } from "./register-queries.ts";
import type { PlaySource } from "./station.ts";

/** One play as a person tells it; the same station, bulletin and minute are the same play. */
export async function recordTold(
  work: Work,
  station: Station,
  {
    id,
    deliveryId,
    startedAt,
    source,
    by,
  }: { id: string; deliveryId: string; startedAt: Date; source: PlaySource; by: string },
): Promise<Recorded> {
  const minute = new Date(Math.floor(startedAt.getTime() / 60_000) * 60_000);
  const receipt = {
    ...{ receiptId: `${source}:${id}:${minute.toISOString()}`, slotId: null, bulletinId: deliveryId },
    ...{ edition: null, state: "played" as const, startedAt: minute, endedAt: null, repetition: 1 },
    ...{ clustersOk: null, clustersFailed: null, sha256: null, reason: by },
  };
  const told = await recordPlays(work, station, [receipt], {
    source,
    recordedBy: source === "person" ? work.actor.personId : null,
    hashOf: async () => "",
  });
  const [rejected] = told.rejected;
  if (rejected) {
    const message = receiptFaultLabels[rejected.error];
    throw new Unacceptable(message, [{ field: "startedAt", message }]);
  }
  return told;
}

/** Somebody of the agency writes down that a station played it: it was told by telephone or on paper. */
export async function recordPlayByHand(
  work: Work,
  { id, startedAt: said, told }: { id: string; startedAt: Date | null; told: string },
): Promise<void> {
  const { tx, actor } = work;
  loudspeakerPolicy.permit(actor, "record", { agencyId: actor.agencyId });
  const { broadcast, station } = await broadcastOf(tx, actor, id);
  const startedAt = said ?? work.at;
  await recordTold(work, station, {
    ...{ id, deliveryId: broadcast.deliveryId, startedAt, source: "person", by: told },
  });
  await work.record({
    act: "record-play",
    objectKind: "delivery",
    objectId: broadcast.deliveryId,
    after: { stations: station.name, startedAt },
  });
}
