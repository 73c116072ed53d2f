import { and, eq, lt, ne, or, sql } from "drizzle-orm";
import { notify } from "#organization";
import type { Work } from "#platform/work/work.ts";
import { itemOf, revisionOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { amongSeers } from "../readers/hidden.ts";
import { contentHold } from "../tables.ts";
import { lapsedBefore } from "./presence-queries.ts";

/**
 * Says that the actor is writing, or still is. Somebody else's living hold stays as it is unless it is taken over,
 * which its holder is told. No text is touched: what both have typed is kept by their revisions and machines.
 */
export async function holdContent(
  work: Work,
  { id, takeOver }: { id: string; takeOver: boolean },
): Promise<void> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "save", await itemOf(tx, actor, id));
  const [before] = await tx.select().from(contentHold).where(eq(contentHold.itemId, id)).for("update");
  const mine = { personId: actor.personId, since: at, seenAt: at, askedBy: null, askedAt: null };
  const free = takeOver
    ? undefined
    : or(lt(contentHold.seenAt, lapsedBefore(at)), eq(contentHold.personId, actor.personId));
  if (before?.personId === actor.personId && before.seenAt > lapsedBefore(at)) {
    await tx.update(contentHold).set({ seenAt: at }).where(eq(contentHold.itemId, id));
    return;
  }
  const [taken] = await tx
    .insert(contentHold)
    .values({ itemId: id, agencyId: item.agencyId, ...mine })
    .onConflictDoUpdate({ target: contentHold.itemId, set: mine, ...(free && { setWhere: free }) })
    .returning({ itemId: contentHold.itemId });
  const ousted = before && before.personId !== actor.personId && before.seenAt > lapsedBefore(at);
  if (!taken || !ousted) return;
  await work.record({
    act: "take-over-content",
    objectKind: "content",
    objectId: id,
    before: { personId: before.personId },
    after: { personId: actor.personId },
  });
  const { title } = await revisionOf(tx, item.currentRevisionId);
  await notify(work, {
    personIds: await amongSeers(tx, item, [before.personId]),
    cause: `content-taken-over:${id}:${at.toISOString()}`,
    kind: "content",
    title: `${actor.name} đã tiếp quản bài: ${title}`,
    href: `/workspace/noi-dung/${id}`,
  });
}

/** The actor has stopped writing; whoever asked meanwhile is the next to write. */
export async function releaseContent(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  contentPolicy.permit(actor, "release", await itemOf(tx, actor, id));
  const mine = and(eq(contentHold.itemId, id), eq(contentHold.personId, actor.personId));
  const handedOver = await tx
    .update(contentHold)
    .set({ personId: sql`${contentHold.askedBy}`, since: at, seenAt: at, askedBy: null, askedAt: null })
    .where(and(mine, ne(contentHold.askedBy, actor.personId)))
    .returning({ itemId: contentHold.itemId });
  if (handedOver.length === 0) await tx.delete(contentHold).where(mine);
}
