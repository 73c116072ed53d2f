import { and, eq, inArray, or } from "drizzle-orm";
import { contentToDeliver } from "#newsroom";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { accountOf } from "../accounts/account-queries.ts";
import { isByHand } from "../deliveries/delivery-queries.ts";
import { moveDelivery } from "../deliveries/move-delivery.ts";
import { recordPlacement } from "../placements/record-placement.ts";
import { delivery } from "../tables.ts";
import { type Broadcast, recordingOf, windowsOf } from "./broadcast-queries.ts";
import type { Station } from "./register-queries.ts";
import type { Doubt, PlaySource, PlayState } from "./station.ts";
import { broadcast, playLog } from "./tables.ts";

/** One line of what a station says it did. */
export interface Receipt {
  receiptId: string;
  /** The window, where the station names it. */
  slotId: string | null;
  /** The delivery or its marker, as the package and the schedule name the bulletin. */
  bulletinId: string | null;
  edition: number | null;
  state: PlayState;
  startedAt: Date;
  endedAt: Date | null;
  repetition: number;
  clustersOk: number | null;
  clustersFailed: number | null;
  sha256: string | null;
  reason: string;
}

export type ReceiptFault = "unknown-slot" | "in-the-future" | "ends-before-it-begins";
export const receiptFaultLabels: Record<ReceiptFault, string> = {
  "unknown-slot": "Đài này không được giao bản tin có mã ấy; hãy xem lại mã bản tin và mã đài.",
  "in-the-future": "Giờ phát ở tương lai; hãy xem lại đồng hồ, ngày giờ.",
  "ends-before-it-begins": "Giờ kết thúc trước giờ bắt đầu.",
};

export interface Recorded {
  accepted: string[];
  duplicate: string[];
  rejected: { receiptId: string; error: ReceiptFault }[];
}

const MINUTE = 60_000;
/** Clocks of stations differ so much. */
const SLACK = 5 * MINUTE;

interface Known {
  broadcast: Broadcast;
  marker: string;
  windows: { id: string; playFrom: Date; playUntil: Date }[];
}

/** What was ever given to a station. */
export async function givenTo(tx: Queryable, stationId: string): Promise<Known[]> {
  const rows = await tx
    .select({ broadcast, marker: delivery.marker })
    .from(broadcast)
    .innerJoin(delivery, eq(delivery.id, broadcast.deliveryId))
    .where(eq(broadcast.stationId, stationId));
  const windows = await windowsOf(
    tx,
    rows.map((row) => row.broadcast.id),
  );
  return rows.map((row) => ({ ...row, windows: windows.get(row.broadcast.id) ?? [] }));
}

/** Of which bulletin a receipt tells: by its window, else by its name, the newest that was given. */
function matchOf(given: Known[], { slotId, bulletinId, startedAt }: Receipt): Known | null {
  const bySlot = slotId && given.find(({ windows }) => windows.some(({ id }) => id === slotId));
  if (bySlot) return bySlot;
  const named = given
    .filter((one) => bulletinId !== null && [one.broadcast.deliveryId, one.marker].includes(bulletinId))
    .toSorted((a, b) => b.broadcast.plannedAt.getTime() - a.broadcast.plannedAt.getTime());
  return (
    named.find(({ windows }) => windows.some((window) => isWithin(window, startedAt))) ?? named[0] ?? null
  );
}

const isWithin = ({ playFrom, playUntil }: { playFrom: Date; playUntil: Date }, at: Date) =>
  at.getTime() >= playFrom.getTime() - SLACK && at.getTime() <= playUntil.getTime() + SLACK;

/** Why a receipt cannot be taken, or what it tells of. */
export function judgeReceipt(
  given: Known[],
  receipt: Receipt,
  now: Date,
): { fault: ReceiptFault } | { known: Known; windowId: string | null; doubt: Doubt | null } {
  const { startedAt, endedAt, state, edition } = receipt;
  if (startedAt.getTime() > now.getTime() + SLACK) return { fault: "in-the-future" };
  if (endedAt !== null && endedAt < startedAt) return { fault: "ends-before-it-begins" };
  const known = matchOf(given, receipt);
  if (!known) return { fault: "unknown-slot" };
  const window = known.windows.find((one) => isWithin(one, startedAt)) ?? null;
  const { withdrawnAt, correctedAt, edition: newest } = known.broadcast;
  const later = (moment: Date | null) => moment !== null && startedAt.getTime() > moment.getTime() + MINUTE;
  const doubt: Doubt | null =
    state !== "played"
      ? null
      : later(withdrawnAt)
        ? "after-withdrawal"
        : edition !== null && edition < newest && later(correctedAt)
          ? "former-text"
          : window === null
            ? "out-of-window"
            : null;
  return { known, windowId: window?.id ?? null, doubt };
}

/** The first play is the placement: from then on it stands, and proves what the text proves. */
async function placeOnce(work: Work, deliveryId: string, station: Station, startedAt: Date): Promise<void> {
  const { tx } = work;
  const [row] = await tx.select().from(delivery).where(eq(delivery.id, deliveryId)).for("update");
  if (row?.state !== "submitted") return;
  const account = await accountOf(tx, row.agencyId, row.accountId);
  const content = (await contentToDeliver(tx, { agencyId: row.agencyId }, [row.itemId])).get(row.itemId);
  if (!content || !isByHand(row, account)) return;
  const moved = await moveDelivery(work, row, "place", {
    set: { settledAt: work.at, reason: null, nextTryAt: null },
    words: `Đã phát ở ${station.name}`,
  });
  if (!moved) return;
  await recordPlacement(work, { delivery: row, content, account }, moved, {
    url: null,
    remoteId: `Đài, cụm loa; nơi phát đầu tiên: ${station.name}`,
    placedAt: startedAt,
    recordedBy: null,
  });
}

/** Which of these recordings are not the ones that were given. */
async function otherAudio(
  work: Work,
  station: Station,
  judged: { receipt: Receipt; itemId: string }[],
  hashOf: (mediaId: string) => Promise<string>,
): Promise<Set<string>> {
  const named = judged.filter(({ receipt }) => receipt.sha256 !== null && receipt.state === "played");
  const contents = await contentToDeliver(
    work.tx,
    { agencyId: station.agencyId },
    named.map(({ itemId }) => itemId),
  );
  const other = new Set<string>();
  for (const { receipt, itemId } of named) {
    const content = contents.get(itemId);
    const recording = content && recordingOf(content);
    if (recording && (await hashOf(recording.id)) !== receipt.sha256) other.add(receipt.receiptId);
  }
  return other;
}

/**
 * Takes what a station says it did. The same receipt, or the same play told in another way, is taken once; what does not
 * count as played is kept with why.
 */
export async function recordPlays(
  work: Work,
  station: Station,
  receipts: Receipt[],
  {
    source,
    recordedBy,
    hashOf,
  }: {
    source: PlaySource;
    recordedBy: string | null;
    /** Of a recording; only asked where a receipt names one. */
    hashOf: (mediaId: string) => Promise<string>;
  },
): Promise<Recorded> {
  const { tx, at } = work;
  const told: Recorded = { accepted: [], duplicate: [], rejected: [] };
  const given = await givenTo(tx, station.id);
  const judged = receipts.flatMap((receipt) => {
    const judgement = judgeReceipt(given, receipt, at);
    if ("fault" in judgement) {
      told.rejected.push({ receiptId: receipt.receiptId, error: judgement.fault });
      return [];
    }
    return [{ receipt, ...judgement, itemId: judgement.known.broadcast.itemId }];
  });
  const other = await otherAudio(work, station, judged, hashOf);
  for (const { receipt, known, windowId, doubt: early } of judged) {
    const doubt = early ?? (other.has(receipt.receiptId) ? ("other-audio" as const) : null);
    const { receiptId, state, startedAt, endedAt, repetition, clustersOk, clustersFailed, reason } = receipt;
    const [made] = await tx
      .insert(playLog)
      .values({
        ...{ id: uuidv7(), agencyId: station.agencyId, stationId: station.id, windowId, doubt },
        ...{ broadcastId: known.broadcast.id, receipt: receiptId, state, startedAt, endedAt, repetition },
        ...{ clustersOk, clustersFailed, reason, source, recordedBy, recordedAt: at },
      })
      .onConflictDoNothing()
      .returning({ id: playLog.id });
    told[made ? "accepted" : "duplicate"].push(receiptId);
    if (made && state === "played" && doubt === null)
      await placeOnce(work, known.broadcast.deliveryId, station, startedAt);
  }
  return told;
}

/** Which of these were taken before, by the station's own number or as the same play. */
export async function takenBefore(
  tx: Queryable,
  stationId: string,
  receipts: { receiptId: string; broadcastId: string; state: PlayState; startedAt: Date }[],
): Promise<Set<string>> {
  if (receipts.length === 0) return new Set();
  const rows = await tx
    .select({
      receipt: playLog.receipt,
      broadcastId: playLog.broadcastId,
      startedAt: playLog.startedAt,
      state: playLog.state,
    })
    .from(playLog)
    .where(
      and(
        eq(playLog.stationId, stationId),
        or(
          inArray(
            playLog.receipt,
            receipts.map(({ receiptId }) => receiptId),
          ),
          inArray(
            playLog.startedAt,
            receipts.map(({ startedAt }) => startedAt),
          ),
        ),
      ),
    );
  const same = (one: (typeof receipts)[number]) =>
    rows.some(
      (row) =>
        row.receipt === one.receiptId ||
        (row.state === "played" &&
          one.state === "played" &&
          row.broadcastId === one.broadcastId &&
          row.startedAt.getTime() === one.startedAt.getTime()),
    );
  return new Set(receipts.filter(same).map(({ receiptId }) => receiptId));
}
