import { and, eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { noteEvent } from "../deliveries/move-delivery.ts";
import { delivery, placementChange } from "../tables.ts";
import { type ChangeMove, changeAfter, changeStateLabels, isOver } from "./change.ts";
import type { Change } from "./change-queries.ts";

/** Says in the history of the delivery what happens where it stands. */
export async function noteChange(
  work: Pick<Work, "tx" | "actor" | "at">,
  { deliveryId }: Change,
  words: string,
) {
  const [row] = await work.tx.select().from(delivery).where(eq(delivery.id, deliveryId));
  if (row) await noteEvent(work, row, words);
}

/**
 * Moves a change as the state table allows, with a line of the delivery's history. Null: it is no longer in the state in
 * which it was read, and nothing was done. @throws Conflict for a move that the state does not allow
 */
export async function moveChange(
  work: Pick<Work, "tx" | "actor" | "at">,
  row: Change,
  move: ChangeMove,
  { set = {}, words }: { set?: Partial<typeof placementChange.$inferInsert>; words: string },
): Promise<Change | null> {
  const state = changeAfter(move, row.state);
  if (state === null)
    throw new Conflict(`Việc này đang ở trạng thái “${changeStateLabels[row.state]}”; hãy tải lại trang.`);
  const [moved] = await work.tx
    .update(placementChange)
    .set({ takenBy: null, needsPerson: false, ...set, state, settledAt: isOver(state) ? work.at : null })
    .where(and(eq(placementChange.id, row.id), eq(placementChange.state, row.state)))
    .returning();
  if (!moved) return null;
  await noteChange(work, moved, words);
  return moved;
}
