import { and, desc, eq, type SQL } from "drizzle-orm";
import { type ContentToDeliver, contentToDeliver } from "#newsroom";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { accountOf, type ChannelAccount } from "../accounts/account-queries.ts";
import { delivery } from "../tables.ts";
import type { DeliverySubject } from "./policy.ts";

export type Delivery = typeof delivery.$inferSelect;

const NOT_THERE = "Không có lượt đăng này trong cơ quan.";

/** A delivery with its text and its account, as the actor sees them. */
export interface WholeDelivery {
  delivery: Delivery;
  content: ContentToDeliver;
  account: ChannelAccount;
}

/** It was handed to a person, whatever has become of the account since. */
export const isByHand = (row: Delivery, { way }: Pick<ChannelAccount, "way">): boolean =>
  row.state === "submitted" ? row.nextTryAt === null && row.riskyAt === null : way === "manual";

/** What the policy looks at. */
export const subjectOf = ({ delivery: row, content, account }: WholeDelivery): DeliverySubject => ({
  agencyId: row.agencyId,
  unitId: content.unitId,
  state: row.state,
  ownTextBy: row.ownTextBy,
  hasOwnText: row.ownText !== null,
  ownTextApproved: row.ownTextApprovedBy !== null,
  ownPicturesBy: row.ownPicturesBy,
  hasOwnPictures: row.ownPictures !== null,
  ownPicturesApproved: row.ownPicturesApprovedBy !== null,
  needsPerson: row.needsPerson,
  byHand: isByHand(row, account),
  isOwnPortal: account.way === "own",
  isRehearsal: row.isRehearsal,
});

/** One that the actor sees; `lock` holds its row until the transaction ends. @throws NotFound */
export async function deliveryOf(
  q: Queryable,
  actor: Actor,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<WholeDelivery> {
  const query = q
    .select()
    .from(delivery)
    .where(and(eq(delivery.agencyId, actor.agencyId), eq(delivery.id, id)));
  const [row] = lock ? await query.for("update") : await query;
  const content = row && (await contentToDeliver(q, actor, [row.itemId])).get(row.itemId);
  if (!row || !content) throw new NotFound(NOT_THERE);
  return { delivery: row, content, account: await accountOf(q, actor.agencyId, row.accountId) };
}

/** A text that the actor sees. @throws NotFound */
export async function contentOf(q: Queryable, actor: Actor, itemId: string): Promise<ContentToDeliver> {
  const found = (await contentToDeliver(q, actor, [itemId])).get(itemId);
  if (!found) throw new NotFound("Không có nội dung này trong cơ quan.");
  return found;
}

/** Deliveries of texts that were not taken back, the newest plan first. */
export const deliveriesOfItem = (q: Queryable, itemId: string, ...more: SQL[]): Promise<Delivery[]> =>
  q
    .select()
    .from(delivery)
    .where(and(eq(delivery.itemId, itemId), ...more))
    .orderBy(desc(delivery.plannedAt), desc(delivery.id));
