import { and, eq, gt, inArray } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { itemOf, revisionOf } from "../content-queries.ts";
import { contentHold } from "../tables.ts";

/** A hold that its browser has not refreshed for so long is over: four refreshes missed, or a sleeping tab. */
const LAPSE_SECONDS = 90;

export const lapsedBefore = (now: Date): Date => new Date(now.getTime() - LAPSE_SECONDS * 1000);

/** Names of those who are writing, by item. */
export async function writersOf(
  q: Queryable,
  itemIds: string[],
  now = new Date(),
): Promise<Map<string, string>> {
  if (itemIds.length === 0) return new Map();
  const holds = await q
    .select()
    .from(contentHold)
    .where(and(inArray(contentHold.itemId, itemIds), gt(contentHold.seenAt, lapsedBefore(now))));
  const names = await personNames(
    q,
    holds.map(({ personId }) => personId),
  );
  return new Map(holds.map(({ itemId, personId }) => [itemId, names.get(personId) ?? ""]));
}

/** Who is writing an item, who asked to, and which text is the newest; for everybody who has it open. */
export async function presenceOf(q: Queryable, actor: Actor, id: string, now = new Date()) {
  const item = await itemOf(q, actor, id);
  const current = await revisionOf(q, item.currentRevisionId);
  const [hold] = await q
    .select()
    .from(contentHold)
    .where(and(eq(contentHold.itemId, id), gt(contentHold.seenAt, lapsedBefore(now))));
  const names = await personNames(q, [
    current.authorId,
    ...(hold ? [hold.personId] : []),
    ...(hold?.askedBy ? [hold.askedBy] : []),
  ]);
  return {
    holder: hold
      ? {
          name: names.get(hold.personId) ?? "",
          isMe: hold.personId === actor.personId,
          since: hold.since,
          askedByName: hold.askedBy && (names.get(hold.askedBy) ?? ""),
          askedByMe: hold.askedBy === actor.personId,
        }
      : null,
    revisionId: current.id,
    updatedAt: item.updatedAt,
  };
}
