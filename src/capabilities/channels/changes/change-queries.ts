import { and, eq, notInArray } from "drizzle-orm";
import { contentToDeliver } from "#newsroom";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { accountOf, type ChannelAccount } from "../accounts/account-queries.ts";
import type { Changing } from "../connectors/connector.ts";
import { connectorOf } from "../connectors/index.ts";
import { deliveryOf, type WholeDelivery } from "../deliveries/delivery-queries.ts";
import { delivery, placement, placementChange } from "../tables.ts";
import { type ChangeAct, isOver } from "./change.ts";
import type { ChangeSubject } from "./policy.ts";

export type Change = typeof placementChange.$inferSelect;
export type Placement = typeof placement.$inferSelect;

/** Where a text stands, with everything that is known of how it came there. */
export interface Standing extends WholeDelivery {
  place: Placement;
}

export interface WholeChange extends Standing {
  change: Change;
}

/**
 * What the network lets be done to it; undefined: a person does. What a person posted, a person changes; what a person
 * found where a call had left it is known by its id once the network has said that it is that.
 */
export function changingOf(
  act: ChangeAct,
  {
    place,
    account,
  }: {
    place: Pick<Placement, "recordedBy" | "remoteId" | "url">;
    account: Pick<ChannelAccount, "way" | "network">;
  },
): Changing | undefined {
  const isKnown = place.remoteId !== null && (place.recordedBy === null || place.url !== null);
  if (account.way !== "connected" || !isKnown) return undefined;
  const connector = connectorOf(account.network);
  const changing = act === "correct" ? connector?.change : connector?.remove;
  // A letter cannot be taken back and sent anew as if there had been none.
  return act === "replace" && changing?.reachesPeople ? undefined : changing;
}

/** The words of its own with which it is to stand once a change is done; null: the shared ones. */
export const ownTextAfter = (
  change: Pick<Change, "words" | "ownText"> | undefined,
  { ownText }: Pick<WholeDelivery["delivery"], "ownText">,
): string | null => (!change || change.words === "kept" ? ownText : change.ownText);

/** New words that nobody has agreed to yet keep it back. */
export const waitsForWords = ({ ownText, ownTextApprovedBy }: Change): boolean =>
  ownText !== null && ownTextApprovedBy === null;

/** What is open at a placement; undefined: nothing. `lock` holds it until the transaction ends. */
export async function openChange(
  q: Queryable,
  placementId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Change | undefined> {
  const query = q
    .select()
    .from(placementChange)
    .where(
      and(
        eq(placementChange.placementId, placementId),
        notInArray(placementChange.state, ["done", "dropped"]),
      ),
    );
  const [found] = lock ? await query.for("update") : await query;
  return found;
}

/** A placement that the actor sees, by its delivery, held until the transaction ends. @throws NotFound */
export async function standingOf(q: Queryable, actor: Actor, deliveryId: string): Promise<Standing> {
  const whole = await deliveryOf(q, actor, deliveryId, { lock: true });
  const [place] = await q.select().from(placement).where(eq(placement.deliveryId, deliveryId));
  if (!place) throw new NotFound("Bài chưa lên kênh này.");
  return { ...whole, place };
}

/** One that is open at a placement that the actor sees. @throws NotFound */
export async function changeOf(q: Queryable, actor: Actor, id: string): Promise<WholeChange> {
  const [row] = await q
    .select({ deliveryId: placementChange.deliveryId })
    .from(placementChange)
    .where(and(eq(placementChange.agencyId, actor.agencyId), eq(placementChange.id, id)));
  if (!row) throw new NotFound("Không có việc sửa, gỡ này trong cơ quan.");
  const standing = await standingOf(q, actor, row.deliveryId);
  const [change] = await q.select().from(placementChange).where(eq(placementChange.id, id)).for("update");
  return { ...standing, change: change! };
}

/** A placement with its text as it is now; null: the text is no more. */
export async function standingNow(
  q: Queryable,
  {
    agencyId,
    itemId,
    accountId,
    deliveryId,
  }: Pick<Placement, "agencyId" | "itemId" | "accountId" | "deliveryId">,
): Promise<Standing | null> {
  const content = (await contentToDeliver(q, { agencyId }, [itemId])).get(itemId);
  const [row] = await q.select().from(delivery).where(eq(delivery.id, deliveryId));
  const [place] = await q.select().from(placement).where(eq(placement.deliveryId, deliveryId));
  if (!content || !row || !place) return null;
  return { content, delivery: row, place, account: await accountOf(q, agencyId, accountId) };
}

/** A change with what it is about. */
export async function wholeOfChange(q: Queryable, change: Change): Promise<WholeChange | null> {
  const standing = await standingNow(q, change);
  return standing && { ...standing, change };
}

/** What the policy looks at. */
export const subjectOfStanding = (
  { delivery: row, content, place, account }: Standing,
  change: Change | undefined,
): ChangeSubject => ({
  agencyId: row.agencyId,
  unitId: content.unitId,
  state: change && !isOver(change.state) ? change.state : null,
  ...(change && { needsPerson: change.needsPerson }),
  ...(change && { waitsForWords: waitsForWords(change), ownTextBy: change.ownTextBy }),
  stands: place.takenDownAt === null,
  isOwnPortal: account.way === "own",
});
