import { eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { contentChanged } from "../content-changed.ts";
import { deliverable, goodPracticeText, tip } from "../tables.ts";
import { tipPolicy } from "./policy.ts";
import { type Tip, tipOf } from "./tip-queries.ts";

/** The texts that came of a tip: its own, those of its story, or those of its entry in the register. */
export async function textsOfTip(q: Queryable, { itemId, storyId, practiceId }: Tip): Promise<string[]> {
  if (itemId !== null) return [itemId];
  if (practiceId !== null) {
    const told = await q
      .select({ itemId: goodPracticeText.itemId })
      .from(goodPracticeText)
      .where(eq(goodPracticeText.practiceId, practiceId));
    return told.map((row) => row.itemId);
  }
  if (storyId === null) return [];
  const rows = await q
    .select({ itemId: deliverable.itemId })
    .from(deliverable)
    .where(eq(deliverable.storyId, storyId));
  return rows.flatMap((row) => (row.itemId === null ? [] : [row.itemId]));
}

/** Says whether the public page of what came of the tip names the unit that sent it. */
export async function creditTip(
  work: Work,
  { id, credited }: { id: string; credited: boolean },
): Promise<void> {
  const { tx, actor } = work;
  const found = tipPolicy.permit(actor, "credit", await tipOf(tx, actor, id, { lock: true }));
  if (found.credited === credited) return;
  await tx.update(tip).set({ credited }).where(eq(tip.id, id));
  await work.record({
    act: "credit-tip",
    objectKind: "tip",
    objectId: id,
    before: { credited: found.credited },
    after: { credited },
  });
  for (const textId of await textsOfTip(tx, found)) await contentChanged(work, textId);
}
