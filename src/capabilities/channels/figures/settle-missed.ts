import { and, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { contentToDeliver } from "#newsroom";
import type { Work } from "#platform/work/work.ts";
import type { ChannelAccount } from "../accounts/account-queries.ts";
import type { FiguresRead, NotThere } from "../connectors/figures-call.ts";
import type { Delivery } from "../deliveries/delivery-queries.ts";
import { noteEvent } from "../deliveries/move-delivery.ts";
import { tellPosters } from "../deliveries/tell-posters.ts";
import { networkLabel } from "../networks/index.ts";
import { delivery, figureWatch, placement } from "../tables.ts";

const HOUR = 3_600_000;
/** So many answers in a row without it, so many hours apart, make a post gone; an answer empty of everything says less. */
const ENOUGH = { sure: { times: 2, hours: 1 }, silent: { times: 3, hours: 8 } };

async function deliveryRow({ tx }: Work, id: string): Promise<Delivery> {
  const [row] = await tx.select().from(delivery).where(eq(delivery.id, id));
  return row!;
}

/** What was said of it once it is known to stand, by the network or by a person. */
const NOT_GONE = { goneAt: null, goneWhy: null, goneSure: null } as const;
const NOT_DENIED = { deniedWhy: null, deniedSure: null, deniedBy: null, deniedAt: null } as const;

/**
 * It was found: what was missed is forgotten, and one that was gone stands there again; what a person said against it
 * has come true and is forgotten too.
 */
async function noteFound(work: Work, account: ChannelAccount, ids: string[]): Promise<void> {
  const { tx } = work;
  if (ids.length === 0) return;
  await tx
    .update(figureWatch)
    .set({ missedTimes: 0 })
    .where(and(inArray(figureWatch.placementId, ids), gt(figureWatch.missedTimes, 0)));
  const again = await tx
    .update(placement)
    .set({ ...NOT_GONE, ...NOT_DENIED })
    .where(and(inArray(placement.id, ids), or(isNotNull(placement.goneAt), isNotNull(placement.deniedAt))))
    .returning({ deliveryId: placement.deliveryId });
  for (const { deliveryId } of again)
    await noteEvent(
      work,
      await deliveryRow(work, deliveryId),
      `${networkLabel(account.network)} lại thấy bài`,
    );
}

/** Who published it is told once; it stays for them to look and to say that it was taken down. */
async function noteGone(
  work: Work,
  account: ChannelAccount,
  id: string,
  { gone: why, sure: goneSure }: NotThere,
): Promise<void> {
  const { tx, at } = work;
  const [place] = await tx
    .update(placement)
    .set({ goneAt: at, goneWhy: why, goneSure, ...NOT_DENIED })
    .where(and(eq(placement.id, id), isNull(placement.goneAt), isNull(placement.takenDownAt)))
    .returning();
  const content = place && (await contentToDeliver(tx, account, [place.itemId])).get(place.itemId);
  if (!content) return;
  const row = await deliveryRow(work, place.deliveryId);
  await noteEvent(work, row, why);
  await tellPosters(work, content, {
    cause: `figures-post-gone:${row.id}:${at.toISOString()}`,
    kind: "delivery",
    deliveryId: row.id,
    title: `${networkLabel(account.network)} không còn thấy “${content.title}”: hãy mở kênh xem rồi cho biết bài còn hay đã gỡ.`,
    besides: [row.plannedBy, place.recordedBy].flatMap((one) => one ?? []),
  });
}

/** A person said that just this is not so; an answer that says more than the one they saw is looked at anew. */
async function isDenied({ tx }: Work, id: string, { gone, sure }: NotThere): Promise<boolean> {
  const [place] = await tx.select().from(placement).where(eq(placement.id, id));
  return place?.deniedWhy === gone && (place.deniedSure === true || !sure);
}

async function noteMissed(
  work: Work,
  account: ChannelAccount,
  id: string,
  notThere: NotThere,
): Promise<void> {
  const { tx, at } = work;
  if (await isDenied(work, id, notThere)) return;
  const [watch] = await tx
    .update(figureWatch)
    .set({ missedTimes: sql`${figureWatch.missedTimes} + 1` })
    .where(eq(figureWatch.placementId, id))
    .returning();
  const { times, hours } = notThere.sure ? ENOUGH.sure : ENOUGH.silent;
  if (!watch) return;
  if (watch.missedTimes >= times) return noteGone(work, account, id, notThere);
  // Looked at again before its turn.
  await tx
    .update(figureWatch)
    .set({ nextAt: new Date(at.getTime() + hours * HOUR) })
    .where(eq(figureWatch.placementId, id));
}

/**
 * What the network answered without: gone after it was missed often enough. What was not answered at all says nothing,
 * and nothing of it is in `read`.
 */
export async function settleMissed(work: Work, account: ChannelAccount, read: FiguresRead): Promise<void> {
  await noteFound(
    work,
    account,
    [...read.posts].flatMap(([id, post]) => ("gone" in post ? [] : [id])),
  );
  for (const [id, post] of read.posts) if ("gone" in post) await noteMissed(work, account, id, post);
}
