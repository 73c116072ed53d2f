import { and, eq, or } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { insertMany } from "#platform/database/insert-many.ts";
import { type Work, work } from "#platform/work/work.ts";
import type { Outcome } from "../connectors/connector.ts";
import { recordPlacements } from "../placements/record-placement.ts";
import { delivery, deliveryEvent } from "../tables.ts";
import { tellOutside } from "../webhooks/tell-outside.ts";
import type { CarriedOut } from "./carry-out-delivery.ts";
import type { Delivery } from "./delivery-queries.ts";
import { settleOutcome } from "./settle-outcome.ts";
import { carrier, thoseIn } from "./take-delivery.ts";
import { whatOthersHear } from "./what-others-hear.ts";

type Done = Extract<Outcome, { outcome: "done" }>;

/** What a worker's own delivery is, and what was confirmed of one that somebody has begun to look for meanwhile. */
const standsForIt = (rows: Delivery[]) =>
  or(and(thoseIn(rows, "submitting"), eq(delivery.takenBy, rows[0]!.takenBy!)), thoseIn(rows, "unknown"));

/** Those that stand: states, history, placements and their evidence in a few statements for all of them. */
async function settlePlaced(current: Work, carried: CarriedOut[]): Promise<void> {
  if (carried.length === 0) return;
  const { tx, at, actor } = current;
  const { id, reason, revisionId, revisionHash } = delivery;
  const changed = await tx
    .update(delivery)
    .set({
      ...{ state: "placed", takenBy: null, settledAt: at, needsPerson: false, reason: null, nextTryAt: null },
    })
    .where(standsForIt(carried.map(({ whole }) => whole.delivery)))
    .returning({ id, reason, revisionId, revisionHash });
  const of = new Map(carried.map((one) => [one.whole.delivery.id, one]));
  const moved = changed.map((now) => {
    const { whole, result } = of.get(now.id)!;
    return { whole, result: result as Done, row: { ...whole.delivery, state: "placed" as const, ...now } };
  });
  for (const [followIn, followed] of Map.groupBy(moved, ({ result }) => result.followIn)) {
    if (followIn === undefined) continue;
    await tx
      .update(delivery)
      .set({ nextTryAt: new Date(at.getTime() + followIn * 1000) })
      .where(
        thoseIn(
          followed.map(({ row }) => row),
          "placed",
        ),
      );
  }
  await insertMany(
    tx,
    deliveryEvent,
    moved.map(({ row, whole }) => ({
      ...{ id: uuidv7(), agencyId: row.agencyId, deliveryId: row.id, at, state: row.state },
      ...{ words: `Đã lên ${whole.account.name}`, byName: actor.name },
    })),
  );
  await tellOutside(
    current,
    moved.flatMap(({ row }) => whatOthersHear(row, "submitting", at)),
  );
  await recordPlacements(
    current,
    moved.map(({ whole, row, result: { url, remoteId } }) => ({
      ...{ whole, row, stands: { url, remoteId, placedAt: at, recordedBy: null } },
    })),
  );
}

async function settleOther(current: Work, { whole, result }: CarriedOut): Promise<void> {
  const { id, takenBy } = whole.delivery;
  const [newest] = await current.tx.select().from(delivery).where(eq(delivery.id, id)).for("update");
  const own = newest?.state === "submitting" && newest.takenBy === takenBy;
  const confirmed = result.outcome === "done" && newest?.state === "unknown";
  if (newest && (own || confirmed)) await settleOutcome(current, { ...whole, delivery: newest }, result);
}

/** Writes down how deliveries of one worker ended, those of an agency in one transaction. */
export async function settleCarriedOut(database: Database, carried: CarriedOut[], at: Date): Promise<void> {
  for (const [agencyId, own] of Map.groupBy(carried, ({ whole }) => whole.delivery.agencyId))
    await work(
      database,
      carrier(agencyId),
      async (current) => {
        const isPlaced = ({ whole, result }: CarriedOut) =>
          result.outcome === "done" && result.note === undefined && !whole.delivery.isRehearsal;
        await settlePlaced(current, own.filter(isPlaced));
        for (const one of own) if (!isPlaced(one)) await settleOther(current, one);
      },
      { at },
    );
}
