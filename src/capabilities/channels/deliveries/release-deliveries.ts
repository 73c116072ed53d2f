import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { type ContentToDeliver, contentToDeliver, publishedSince } from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import { later } from "#platform/jobs/later.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { accountsByIds, type ChannelAccount } from "../accounts/account-queries.ts";
import { correctByItself, dropChanges } from "../changes/start-change.ts";
import { placeOnPortal } from "../placements/place-on-portal.ts";
import { nextPermitted } from "../posting-times/hold-to-rules.ts";
import { channelAccount, delivery, placement, pressRelease } from "../tables.ts";
import { type Delivery, deliveriesOfItem } from "./delivery-queries.ts";
import { DELIVER_QUEUE } from "./delivery-queues.ts";
import { moveDelivery, noteEvent } from "./move-delivery.ts";
import { tellPosters } from "./tell-posters.ts";

/** Looked back so far by the sweep; signals come at once, and a kill forgets none of the last days. */
const SWEPT_HOURS = 48;

/** What is planned becomes due with the text that is public now; one that waits to be sent takes over a newer text. */
async function makeDue(current: Work, content: ContentToDeliver, ...which: SQL[]): Promise<void> {
  const { tx } = current;
  const rows = await deliveriesOfItem(
    tx,
    content.id,
    inArray(delivery.state, ["pending", "failed"]),
    ...which,
  );
  const accounts = await accountsByIds(
    tx,
    content.agencyId,
    rows.map(({ accountId }) => accountId),
  );
  for (const row of rows) {
    if (row.revisionId === content.revisionId) continue;
    const { dueAt, why } = await firstDue(current, row, accounts.get(row.accountId)!);
    // Words and pictures of its own were approved beside the text as it was: somebody looks at them again.
    const again = row.revisionId !== null && (row.ownText !== null || row.ownPictures !== null);
    await tx
      .update(delivery)
      .set({
        ...{ dueAt, revisionId: content.revisionId, revisionHash: content.hash },
        ...(again && {
          ownTextApprovedBy: null,
          ownTextApprovedAt: null,
          ownPicturesApprovedBy: null,
          ownPicturesApprovedAt: null,
          state: "pending" as const,
        }),
      })
      .where(and(eq(delivery.id, row.id), eq(delivery.state, row.state), isNull(delivery.riskyAt)));
    if (why !== null) await noteEvent(current, row, why);
    await later(current, DELIVER_QUEUE, dueAt);
  }
}

/** The hour that somebody chose, if it is still to come; what follows its text waits for an hour that is allowed. */
async function firstDue(current: Work, row: Delivery, account: ChannelAccount) {
  const { wantedAt, timeReason, itemId } = row;
  if (row.dueAt) return { dueAt: row.dueAt, why: null };
  if (wantedAt && wantedAt > current.at) return { dueAt: wantedAt, why: null };
  if (timeReason !== null || account.state === "closed") return { dueAt: current.at, why: null };
  const { at, why } = await nextPermitted(current, { account, itemId, deliveryId: row.id }, current.at);
  return { dueAt: at, why };
}

/** Somebody has to do something where it stands. */
const askPerson = ({ tx }: Work, deliveryId: string) =>
  tx.update(delivery).set({ needsPerson: true }).where(eq(delivery.id, deliveryId));

/** Where another text stands than the one that is public now, those who post are told once. */
async function tellOutdated(current: Work, content: ContentToDeliver): Promise<void> {
  const rows = await current.tx
    .select({ deliveryId: placement.deliveryId, revisionId: placement.revisionId, name: channelAccount.name })
    .from(placement)
    .innerJoin(channelAccount, eq(channelAccount.id, placement.accountId))
    .where(and(eq(placement.itemId, content.id), isNull(placement.takenDownAt)));
  const old = rows.filter(({ revisionId }) => revisionId !== content.revisionId);
  for (const { deliveryId, name } of old) {
    if (await correctByItself(current, deliveryId, content.revisionId)) continue;
    await askPerson(current, deliveryId);
    await tellPosters(current, content, {
      cause: `delivery-outdated:${deliveryId}:${content.revisionId}`,
      kind: "failure",
      title: `Bài đã sửa${content.state === "published" ? " trên cổng" : ""}, bản trên ${name} còn là bản cũ: ${content.title}`,
      deliveryId,
    });
  }
}

/** Lets go out what was planned for a text that is public now. The same said again changes nothing. */
export async function releaseContent(current: Work, content: ContentToDeliver): Promise<void> {
  await placeOnPortal(current, content);
  await makeDue(current, content);
  await tellOutdated(current, content);
}

/** A text was taken back: what waits does not go out, and where it stands somebody must take it down. */
export async function recallContent(current: Work, content: ContentToDeliver): Promise<void> {
  const { tx } = current;
  const rows = await deliveriesOfItem(tx, content.id);
  for (const row of rows) {
    // One that waits for a person to post it, or that nobody sees there yet, waits as well.
    const unseen = row.state === "submitted" && row.riskyAt === null;
    if (unseen || ["pending", "failed", "refused"].includes(row.state))
      await moveDelivery(current, row, "withdraw", { words: "Bài đã thu hồi, gỡ bỏ nên thôi đăng" });
  }
  const standing = await tx
    .select({ placement, name: channelAccount.name, way: channelAccount.way })
    .from(placement)
    .innerJoin(channelAccount, eq(channelAccount.id, placement.accountId))
    .where(and(eq(placement.itemId, content.id), isNull(placement.takenDownAt)));
  for (const { placement: place, name, way } of standing) {
    if (way === "own") {
      await tx.update(placement).set({ takenDownAt: current.at }).where(eq(placement.id, place.id));
      continue;
    }
    await dropChanges(current, place.id, "Bài đã thu hồi, gỡ bỏ nên thôi sửa trên kênh");
    await askPerson(current, place.deliveryId);
    await tellPosters(current, content, {
      cause: `delivery-recalled:${place.deliveryId}`,
      kind: "failure",
      title: `Bài đã thu hồi, gỡ bỏ nhưng còn trên ${name}; hãy gỡ: ${content.title}`,
      deliveryId: place.deliveryId,
    });
  }
}

/** Those that go to the press ahead of the hour before which nobody may publish. */
const goesAhead = sql`exists (select from ${pressRelease} r where r.delivery_id = ${delivery.id} and r.is_ahead)`;

/** Approved, and held until an hour that is still to come: newsrooms may get it now. */
export const isHeldNow = ({ state, embargoUntil }: ContentToDeliver, at: Date): boolean =>
  (state === "approved" || state === "scheduled") && embargoUntil !== null && embargoUntil > at;

/** Its words hold now: public, or with newsrooms that keep its hour. */
export const mayStand = (content: ContentToDeliver, at: Date): boolean =>
  content.state === "published" || isHeldNow(content, at);

/** Lets out what may go out of a text as it stands now. */
export async function followNow(current: Work, content: ContentToDeliver): Promise<void> {
  if (content.state === "published") await releaseContent(current, content);
  else if (isHeldNow(content, current.at)) {
    await makeDue(current, content, goesAhead);
    await tellOutdated(current, content);
  }
}

export const isOver = ({ state }: ContentToDeliver) => state === "withdrawn" || state === "removed";

/** Brings the deliveries of one text to what it is now; called by signals and by the sweep. */
export async function followContent(
  database: Database,
  { agencyId, itemId }: { agencyId: string; itemId: string },
  at = new Date(),
): Promise<void> {
  await work(
    database,
    systemActor(agencyId, "Đăng kênh"),
    async (current) => {
      const content = (await contentToDeliver(current.tx, { agencyId }, [itemId])).get(itemId);
      if (content && isOver(content)) await recallContent(current, content);
      else if (content) await followNow(current, content);
    },
    { at },
  );
}

/** Finds what no signal told of: texts published lately, and plans that wait for a text that is public by now. */
export async function releaseDeliveries(database: Database, now = new Date()): Promise<void> {
  const lately = await publishedSince(database, new Date(now.getTime() - SWEPT_HOURS * 3_600_000));
  const known = new Map(
    (
      await database
        .select({ itemId: placement.itemId, revisionId: placement.revisionId })
        .from(placement)
        .innerJoin(channelAccount, eq(channelAccount.id, placement.accountId))
        .where(
          and(
            eq(channelAccount.way, "own"),
            isNull(placement.takenDownAt),
            inArray(
              placement.itemId,
              lately.map(({ itemId }) => itemId),
            ),
          ),
        )
    ).map(({ itemId, revisionId }) => [itemId, revisionId]),
  );
  const waiting = await database
    .selectDistinct({ itemId: delivery.itemId, agencyId: delivery.agencyId })
    .from(delivery)
    .where(and(eq(delivery.state, "pending"), isNull(delivery.dueAt)));
  const open = await openAmong(database, waiting, now);
  for (const one of [...lately.filter(({ itemId }) => !known.has(itemId)), ...open])
    await followContent(database, one, now);
}

async function openAmong(database: Database, waiting: { itemId: string; agencyId: string }[], now: Date) {
  const found: { itemId: string; agencyId: string }[] = [];
  for (const [agencyId, rows] of Map.groupBy(waiting, (row) => row.agencyId)) {
    const contents = await contentToDeliver(
      database,
      { agencyId },
      rows.map(({ itemId }) => itemId),
    );
    found.push(
      ...rows.filter(({ itemId }) => {
        const content = contents.get(itemId);
        return content && (content.state === "published" || isOver(content) || isHeldNow(content, now));
      }),
    );
  }
  return found;
}
