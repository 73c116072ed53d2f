import { and, eq, isNull } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { contentComment } from "../tables.ts";

/** Says that a comment is settled, or that it is not after all; said again it changes nothing. @throws NotFound */
export async function settleComment(
  work: Work,
  { id, commentId, settled }: { id: string; commentId: string; settled: boolean },
): Promise<void> {
  const { tx, actor, at } = work;
  const item = await itemOf(tx, actor, id, { lock: true });
  const where = and(
    eq(contentComment.itemId, id),
    eq(contentComment.id, commentId),
    isNull(contentComment.parentId),
  );
  const [found] = await tx.select().from(contentComment).where(where);
  if (!found) throw new NotFound("Không có nhận xét này.");
  contentPolicy.permit(actor, "settleComment", { ...item, commentBy: found.personId });
  if ((found.settledAt !== null) === settled) return;
  await tx
    .update(contentComment)
    .set(
      settled
        ? { settledBy: actor.personId, settledByName: actor.name, settledAt: at }
        : { settledBy: null, settledByName: null, settledAt: null },
    )
    .where(where);
  await work.record({
    act: settled ? "settle-comment" : "reopen-comment",
    objectKind: "content",
    objectId: id,
    after: item.limited ? { commentId } : { quote: found.quote, body: found.body },
  });
}
