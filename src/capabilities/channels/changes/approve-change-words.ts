import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { placementChange } from "../tables.ts";
import { changeOf, changingOf, subjectOfStanding } from "./change-queries.ts";
import { CHANGE_QUEUE } from "./change-queue.ts";
import { moveChange, noteChange } from "./move-change.ts";
import { changePolicy } from "./policy.ts";

/** A second person agrees to the new words with which a text is to stand: to exactly these. */
export async function approveChangeWords(
  work: Work,
  { id, ownText }: { id: string; ownText: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const whole = await changeOf(tx, actor, id);
  const { change, account } = whole;
  changePolicy.permit(actor, "approveWords", subjectOfStanding(whole, change));
  if (ownText !== change.ownText)
    throw new Conflict("Lời mới vừa được sửa; chưa có gì được duyệt, hãy đọc lại rồi duyệt.");
  const [approved] = await tx
    .update(placementChange)
    .set({ ownTextApprovedBy: actor.personId, ownTextApprovedAt: at })
    .where(eq(placementChange.id, id))
    .returning();
  if (changingOf(change.act, whole)) {
    await noteChange(work, change, "Duyệt lời mới của kênh");
    await later(work, CHANGE_QUEUE, at);
  } else
    await moveChange(work, approved!, "hand", {
      words: `Duyệt lời mới của kênh; ${account.name}: chờ người làm bằng tay`,
    });
  await work.record({
    act: "approve-words",
    objectKind: "delivery",
    objectId: change.deliveryId,
    after: { ownText },
  });
}
