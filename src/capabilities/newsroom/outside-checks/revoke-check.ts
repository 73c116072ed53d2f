import { eq } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf } from "../content-queries.ts";
import { addEvent } from "../move-content.ts";
import { contentPolicy } from "../policy.ts";
import { outsideCheck } from "../tables.ts";
import { checkOfItem } from "./outside-check-queries.ts";

/** Ends a link before its day; what was answered stays. @throws NotFound, Conflict */
export async function revokeCheck(
  work: Work,
  { id, checkId }: { id: string; checkId: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "revokeOutside", await itemOf(tx, actor, id));
  const check = await checkOfItem(tx, id, checkId);
  if (!check) throw new NotFound("Không có liên kết này ở bài.");
  if (check.answeredAt) throw new Conflict("Chuyên gia đã trả lời; liên kết đã kết thúc.");
  if (check.revokedAt) return;
  await tx
    .update(outsideCheck)
    .set({ revokedAt: at, revokedByName: actor.name })
    .where(eq(outsideCheck.id, checkId));
  await addEvent(work, item, "revoke-outside", { note: `${check.name}, ${check.organization}` });
  await work.record({
    act: "revoke-outside",
    objectKind: "content",
    objectId: id,
    after: { checkId, name: check.name },
  });
}
