import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { standingOf } from "../changes/change-queries.ts";
import { demandNothingUnderWay, dropChanges } from "../changes/start-change.ts";
import { subjectOf } from "../deliveries/delivery-queries.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { standNoMore } from "./change-standing.ts";

/** A person has taken the post off the channel and says so: it proves nothing any more; the record of it stays. */
export async function takeDown(work: Work, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { tx, actor } = work;
  const why = reason.trim();
  if (why === "")
    throw new Unacceptable("Hãy ghi lý do gỡ.", [{ field: "reason", message: "Hãy ghi lý do." }]);
  const standing = await standingOf(tx, actor, id);
  deliveryPolicy.permit(actor, "takeDown", subjectOf(standing));
  await demandNothingUnderWay(work, id);
  await dropChanges(work, standing.place.id, "Đã gỡ bằng tay trên kênh", { done: "remove" });
  if (!(await standNoMore(work, standing, { reason: why, words: `Đã gỡ khỏi kênh: ${why}` })))
    throw new Conflict("Lượt đăng vừa đổi trạng thái; hãy tải lại trang.");
  await work.record({ act: "take-down", objectKind: "delivery", objectId: id, reason: why });
}
