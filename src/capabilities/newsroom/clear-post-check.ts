import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { itemOf, revisionOf } from "./content-queries.ts";
import { addEvent, exactText } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { capacityOutsideSteps } from "./review/review-queries.ts";
import { contentItem } from "./tables.ts";

/** A second person has looked at what was published urgently and stands by it. */
export async function clearPostCheck(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "clearPostCheck", await itemOf(tx, actor, id, { lock: true }));
  await tx
    .update(contentItem)
    .set({
      postCheckDue: false,
      approvedBy: actor.personId,
      approvedAt: at,
      approvedRevisionId: item.liveRevisionId,
    })
    .where(eq(contentItem.id, id));
  const live = await revisionOf(tx, item.liveRevisionId!);
  const capacity = await capacityOutsideSteps(tx, actor, item, ["head", "editor", "leadership"], at);
  const note = [exactText(live), capacity].filter(Boolean).join(" · ");
  await addEvent(work, item, "clear-post-check", { note });
  await work.record({
    act: "clear-post-check",
    objectKind: "content",
    objectId: id,
    after: { revisionId: live.id, hash: live.hash, inTheNameOf: note },
  });
}
