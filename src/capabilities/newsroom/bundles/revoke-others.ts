import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { itemsOf } from "../content-queries.ts";
import { addEvent } from "../move-content.ts";
import { revokeReview, unapproved } from "../review/begin-review.ts";
import { contentItem } from "../tables.ts";
import { approvedWith } from "./bundle-queries.ts";

/** A text approved with others was written on: theirs holds no more either, save of what is out already. */
export async function revokeOthers(work: Work, itemId: string, title: string): Promise<void> {
  const { tx, actor, at } = work;
  for (const item of (await itemsOf(tx, actor, await approvedWith(tx, itemId))).values()) {
    if (item.state !== "approved" && item.state !== "scheduled") continue;
    await revokeReview(work, item.id);
    const [changed] = await tx
      .update(contentItem)
      .set({ ...unapproved, state: "draft", updatedAt: at })
      .where(eq(contentItem.id, item.id))
      .returning();
    const note = `Bài duyệt chung đã được sửa: “${title || "bài chưa có tiêu đề"}”`;
    await addEvent(work, changed!, "revoke-approval", { fromState: item.state, note });
    await work.record({
      act: "revoke-together",
      objectKind: "content",
      objectId: item.id,
      before: { state: item.state, approvedRevisionId: item.approvedRevisionId },
      after: { state: "draft", editedItemId: itemId },
    });
  }
}
