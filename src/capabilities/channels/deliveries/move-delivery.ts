import { and, eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { delivery, deliveryEvent } from "../tables.ts";
import { tellOutside } from "../webhooks/tell-outside.ts";
import { type DeliveryMove, deliveryStateLabels, stateAfter } from "./delivery.ts";
import type { Delivery } from "./delivery-queries.ts";
import { whatOthersHear } from "./what-others-hear.ts";

type Columns = Partial<typeof delivery.$inferInsert>;

/** Adds a line to what happened to a delivery. */
export async function noteEvent(
  { tx, actor, at }: Pick<Work, "tx" | "actor" | "at">,
  { id, agencyId, state }: Pick<Delivery, "id" | "agencyId" | "state">,
  words: string,
): Promise<void> {
  await tx
    .insert(deliveryEvent)
    .values({ id: uuidv7(), agencyId, deliveryId: id, at, state, words, byName: actor.name });
}

/**
 * Moves a delivery as the state table allows, with a line of its history. Null: it is no longer in the state in which it
 * was read, and nothing was done. @throws Conflict for a move that the state does not allow
 */
export async function moveDelivery(
  work: Pick<Work, "tx" | "actor" | "at">,
  row: Delivery,
  move: DeliveryMove,
  { set = {}, words }: { set?: Columns; words: string },
): Promise<Delivery | null> {
  const state = stateAfter(move, row.state);
  if (state === null)
    throw new Conflict(`Lượt đăng đang ở trạng thái “${deliveryStateLabels[row.state]}”; hãy tải lại trang.`);
  const [moved] = await work.tx
    .update(delivery)
    .set({ takenBy: null, ...set, state })
    .where(and(eq(delivery.id, row.id), eq(delivery.state, row.state)))
    .returning();
  if (!moved) return null;
  await noteEvent(work, moved, words);
  await tellOutside(work, whatOthersHear(moved, row.state, work.at));
  return moved;
}
