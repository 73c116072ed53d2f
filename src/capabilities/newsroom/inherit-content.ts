import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { UnitSuccession } from "#organization";
import type { Work } from "#platform/work/work.ts";
import { type ContentState, contentStates } from "./content-item.ts";
import { passOnStories } from "./planning/pass-on-stories.ts";
import { contentItem } from "./tables.ts";

const over: readonly ContentState[] = ["refused", "published", "withdrawn", "removed"];
const open = contentStates.filter((state) => !over.includes(state));

/**
 * What a unit that is no more was still writing goes on with its first heir, and so does what came out on the day or
 * later, with the stories that are not done; what was published before stays under the old name. Gives how many texts.
 */
export async function inheritContent(
  work: Work,
  { unitIds, heirIds, from }: UnitSuccession,
): Promise<number> {
  const { tx, actor, record } = work;
  const [heirId] = heirIds;
  if (!heirId) return 0;
  await passOnStories(work, unitIds, heirId);
  const items = await tx
    .select({ id: contentItem.id, unitId: contentItem.unitId })
    .from(contentItem)
    .where(
      and(
        eq(contentItem.agencyId, actor.agencyId),
        inArray(contentItem.unitId, unitIds),
        or(
          inArray(contentItem.state, open),
          sql`(${contentItem.publishedAt} at time zone 'Asia/Ho_Chi_Minh')::date >= ${from}::date`,
        ),
      ),
    )
    .for("update");
  for (const { id, unitId } of items) {
    await tx.update(contentItem).set({ unitId: heirId }).where(eq(contentItem.id, id));
    await record({
      act: "pass-on-content",
      objectKind: "content",
      objectId: id,
      before: { unitId },
      after: { unitId: heirId },
    });
  }
  return items.length;
}
