import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { openChange, standingOf, waitsForWords } from "../changes/change-queries.ts";
import { takeOverWords } from "../changes/finish-change.ts";
import { demandNothingUnderWay, dropChanges } from "../changes/start-change.ts";
import { subjectOf } from "../deliveries/delivery-queries.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { mayStand } from "../deliveries/release-deliveries.ts";
import { standAnew } from "./change-standing.ts";

/**
 * A person has put the corrected text where the former one stood and says so: exactly the text that they saw, which is
 * the one that holds now. The placement stays the same one.
 */
export async function renewPlacement(
  work: Work,
  { id, revisionId }: { id: string; revisionId: string },
): Promise<void> {
  const { tx, actor } = work;
  const standing = await standingOf(tx, actor, id);
  deliveryPolicy.permit(actor, "renew", subjectOf(standing));
  const { content, place } = standing;
  if (!mayStand(content, work.at) || content.revisionId !== revisionId)
    throw new Conflict("Bài vừa có bản khác; hãy xem bản mới nhất rồi sửa trên kênh theo bản ấy.");
  if (place.takenDownAt !== null) throw new Conflict("Bài không còn trên kênh này.");
  if (place.revisionId === revisionId) return;
  await demandNothingUnderWay(work, id);
  const open = await openChange(tx, place.id, { lock: true });
  if (open && waitsForWords(open))
    throw new Conflict(
      "Lời mới của kênh chưa có người thứ hai duyệt; duyệt xong mới sửa trên kênh theo lời ấy.",
    );
  if (open?.act === "correct") await takeOverWords(work, open);
  await dropChanges(work, place.id, "Đã sửa bằng tay trên kênh", { done: "correct" });
  await standAnew(
    work,
    standing,
    { revisionId, revisionHash: content.hash },
    "Đã sửa trên kênh theo bản mới",
  );
  await work.record({
    act: "renew-placement",
    objectKind: "delivery",
    objectId: id,
    before: { revisionId: place.revisionId },
    after: { revisionId },
  });
}
