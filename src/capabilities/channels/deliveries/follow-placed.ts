import { and, asc, eq, isNotNull, isNull, lte, ne } from "drizzle-orm";
import { planLinksOfContents } from "#newsroom";
import { attachEvidence, withdrawEvidence } from "#plan";
import type { Database } from "#platform/database/database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { notStopped } from "../accounts/account-queries.ts";
import { type Followed, NotConnected } from "../connectors/connector.ts";
import { connectorOf } from "../connectors/index.ts";
import { delivery, placement } from "../tables.ts";
import { callOf, Superseded, wholeOf } from "./call-of-delivery.ts";
import type { Delivery, WholeDelivery } from "./delivery-queries.ts";
import { identifyPlaced } from "./identify-placed.ts";
import { noteEvent } from "./move-delivery.ts";
import { carrier } from "./take-delivery.ts";
import { tellPosters } from "./tell-posters.ts";

const BATCH = 20;
/** For so long nobody else looks after what one has begun to look after. */
const LEASE_SECONDS = 300;
/** When the network could not be asked. */
const LATER_SECONDS = 600;
const GIVE_UP_DAYS = 3;

const inSeconds = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000);

async function ask(database: Database, whole: WholeDelivery, now: Date): Promise<Followed> {
  const { delivery: row, account, content } = whole;
  const call = () => callOf(database, whole, () => now);
  try {
    const identified = await identifyPlaced(database, whole, call);
    if (identified) return identified;
    // What was taken back is taken down there, and nothing more is done for it.
    if (content.state !== "published") return { followIn: null };
    const followed = await connectorOf(account.network)?.follow?.(call());
    return followed ?? { followIn: null };
  } catch (error) {
    if (error instanceof Superseded || error instanceof NotConnected) return { followIn: null };
    const over = now.getTime() - (row.settledAt ?? now).getTime() > GIVE_UP_DAYS * 86_400_000;
    return { followIn: over ? null : LATER_SECONDS };
  }
}

/** The id or address that the network told later: of the placement, and of what it proves. */
async function nowAt(
  current: Work,
  { delivery: row, content, account }: WholeDelivery,
  { url, remoteId }: Followed,
): Promise<void> {
  const { tx } = current;
  const [place] = await tx
    .select()
    .from(placement)
    .where(and(eq(placement.deliveryId, row.id), isNull(placement.takenDownAt)));
  if (place && remoteId && !url)
    await tx.update(placement).set({ remoteId }).where(eq(placement.id, place.id));
  if (!place || !url || place.url === url) return;
  const [twin] = await tx
    .select({ id: placement.id })
    .from(placement)
    .where(
      and(
        eq(placement.agencyId, row.agencyId),
        eq(placement.url, url),
        isNull(placement.takenDownAt),
        ne(placement.id, place.id),
      ),
    );
  if (twin) return;
  await tx
    .update(placement)
    .set({ url, ...(remoteId && { remoteId }) })
    .where(eq(placement.id, place.id));
  const source = { source: "channels", sourceId: place.id };
  await withdrawEvidence(current, { ...source, reason: "Ghi lại với địa chỉ bài vừa biết" });
  await attachEvidence(current, {
    ...(await planLinksOfContents(tx, [row.itemId])).get(row.itemId)!,
    ...source,
    label: `${content.title} (${account.name})`,
    url,
    at: place.placedAt,
    revisionHash: place.revisionHash,
  });
}

async function settle(current: Work, whole: WholeDelivery, followed: Followed, leased: Date): Promise<void> {
  const { tx, at } = current;
  const { id } = whole.delivery;
  const { words, alarm, followIn } = followed;
  const [row] = await tx
    .update(delivery)
    .set({ nextTryAt: followIn === null ? null : inSeconds(at, followIn) })
    .where(and(eq(delivery.id, id), eq(delivery.state, "placed"), eq(delivery.nextTryAt, leased)))
    .returning();
  if (!row) return;
  await nowAt(current, whole, followed);
  if (words) await noteEvent(current, row, words);
  if (words && alarm)
    await tellPosters(current, whole.content, {
      cause: `delivery-followed:${id}:${at.toISOString()}`,
      kind: "failure",
      title: `${whole.account.name}: ${words} (${whole.content.title})`,
      deliveryId: id,
    });
}

/** Takes one to look after for a while, unless another worker has it. */
async function lease(database: Database, row: Delivery, until: Date): Promise<boolean> {
  const taken = await database
    .update(delivery)
    .set({ nextTryAt: until })
    .where(and(eq(delivery.id, row.id), eq(delivery.state, "placed"), eq(delivery.nextTryAt, row.nextTryAt!)))
    .returning({ id: delivery.id });
  return taken.length > 0;
}

/** Looks after what stands and still lacks something, such as its address; gives how many were looked after. */
export async function followPlaced(database: Database, now = new Date()): Promise<number> {
  const rows = await database
    .select()
    .from(delivery)
    .where(
      and(
        eq(delivery.state, "placed"),
        isNotNull(delivery.nextTryAt),
        lte(delivery.nextTryAt, now),
        notStopped,
      ),
    )
    .orderBy(asc(delivery.nextTryAt))
    .limit(BATCH);
  for (const row of rows) {
    const leased = inSeconds(now, LEASE_SECONDS);
    const whole = await wholeOf(database, row);
    if (!whole || !(await lease(database, row, leased))) continue;
    const followed = await ask(database, whole, now);
    await work(database, carrier(row.agencyId), (current) => settle(current, whole, followed, leased), {
      at: now,
    });
  }
  return rows.length;
}
