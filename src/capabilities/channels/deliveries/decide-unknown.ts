import { Conflict } from "#platform/auth/policy.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { connectorOf } from "../connectors/index.ts";
import { postAddress } from "../placements/post-address.ts";
import { recordPlacement } from "../placements/record-placement.ts";
import { deliveryOf, subjectOf } from "./delivery-queries.ts";
import { ASK_QUEUE, DELIVER_QUEUE } from "./delivery-queues.ts";
import { moveDelivery } from "./move-delivery.ts";
import { deliveryPolicy } from "./policy.ts";

/**
 * A person has looked at the account and says what the network could not: it stands there, or it does not and is sent
 * again. Only this clears the mark of the visible call.
 */
export async function decideUnknown(
  work: Work,
  input: { id: string; stands: boolean; url: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const { id, stands } = input;
  const whole = await deliveryOf(tx, actor, id, { lock: true });
  deliveryPolicy.permit(actor, "decide", subjectOf(whole));
  const url = stands ? postAddress(input.url, whole.account) : null;
  const asks =
    url !== null &&
    whole.account.way === "connected" &&
    connectorOf(whole.account.network)?.identify !== undefined;
  const moved = await moveDelivery(
    work,
    whole.delivery,
    stands ? "place" : "tryAgain",
    stands
      ? {
          // Where the network can be asked, it says whether that is what was sent.
          set: { settledAt: at, needsPerson: false, nextTryAt: asks ? at : null, reason: null },
          words: "Đã xem trên kênh: bài đã lên",
        }
      : {
          set: { riskyAt: null, needsPerson: false, nextTryAt: null, attempts: 0, dueAt: at, reason: null },
          words: "Đã xem trên kênh: bài chưa lên, cho gửi lại",
        },
  );
  if (!moved) throw new Conflict("Lượt đăng vừa đổi trạng thái; chưa có gì thay đổi, hãy tải lại trang.");
  if (stands)
    await recordPlacement(work, whole, moved, {
      url,
      remoteId: url === null ? `by-hand-${moved.marker}` : null,
      placedAt: moved.riskyAt ?? at,
      recordedBy: actor.personId,
    });
  await work.record({ act: "decide-delivery", objectKind: "delivery", objectId: id, after: { stands, url } });
  if (!stands) await later(work, DELIVER_QUEUE, at);
  else if (asks) await later(work, ASK_QUEUE, at);
}
