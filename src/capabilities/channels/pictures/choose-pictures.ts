import { and, eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { deliveryOf, subjectOf, type WholeDelivery } from "../deliveries/delivery-queries.ts";
import { DELIVER_QUEUE } from "../deliveries/delivery-queues.ts";
import { noteEvent } from "../deliveries/move-delivery.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { networkOf } from "../networks/index.ts";
import { delivery } from "../tables.ts";
import { type ChosenPicture, samePictures } from "./picture-shape.ts";

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "pictures", message }]);
};

function refuseImpossible({ content, account }: WholeDelivery, pictures: ChosenPicture[]): void {
  const known = new Set(content.media.flatMap(({ sort, id }) => (sort === "picture" ? [id] : [])));
  if (pictures.some(({ id }) => !known.has(id)))
    refuse("Có ảnh không còn trong bài; hãy tải lại trang rồi chọn lại.");
  if (new Set(pictures.map(({ id }) => id)).size < pictures.length) refuse("Có ảnh được chọn hai lần.");
  const network = networkOf(account.network);
  if (network && pictures.length > network.pictures.most)
    refuse(`${network.label} nhận nhiều nhất ${network.pictures.most} ảnh một bài.`);
  if (pictures.some(({ cut }) => cut && !network?.pictures.shapes.includes(cut.shape)))
    refuse("Kênh này không dùng khung ảnh ấy; hãy chọn khung khác.");
}

/**
 * Says which pictures of the text go to this channel, in which order, cut and described how. It needs a second person
 * before they are sent; null takes the channel back to all of them as they are.
 */
export async function choosePictures(
  work: Work,
  { id, pictures }: { id: string; pictures: ChosenPicture[] | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const whole = await deliveryOf(tx, actor, id, { lock: true });
  deliveryPolicy.permit(actor, "write", subjectOf(whole));
  const { delivery: row } = whole;
  if (pictures !== null) refuseImpossible(whole, pictures);
  if (samePictures(pictures, row.ownPictures)) return;
  const [changed] = await tx
    .update(delivery)
    .set({
      ownPictures: pictures,
      ownPicturesBy: pictures && actor.personId,
      ownPicturesAt: pictures && at,
      ownPicturesApprovedBy: null,
      ownPicturesApprovedAt: null,
      // What was refused, failed or handed to a person with the old ones waits for the new ones.
      ...{ state: "pending" as const, reason: null },
    })
    .where(and(eq(delivery.id, id), eq(delivery.state, row.state)))
    .returning();
  if (!changed) throw new Conflict("Lượt đăng vừa đổi trạng thái; chưa có gì thay đổi, hãy tải lại trang.");
  await noteEvent(work, changed, pictures === null ? "Dùng lại mọi ảnh của bài" : "Chọn ảnh riêng cho kênh");
  await work.record({
    act: "choose-pictures",
    objectKind: "delivery",
    objectId: id,
    before: { ownPictures: row.ownPictures },
    after: { ownPictures: pictures },
  });
  if (changed.dueAt) await later(work, DELIVER_QUEUE, changed.dueAt);
}

/** A second person agrees to the pictures that this channel has of its own: to exactly these. */
export async function approvePictures(
  work: Work,
  { id, pictures }: { id: string; pictures: ChosenPicture[] },
): Promise<void> {
  const { tx, actor, at } = work;
  const whole = await deliveryOf(tx, actor, id, { lock: true });
  deliveryPolicy.permit(actor, "approvePictures", subjectOf(whole));
  const { delivery: row } = whole;
  if (!samePictures(pictures, row.ownPictures))
    throw new Conflict("Ảnh riêng vừa được đổi; chưa có gì được duyệt, hãy xem lại rồi duyệt.");
  await tx
    .update(delivery)
    .set({ ownPicturesApprovedBy: actor.personId, ownPicturesApprovedAt: at })
    .where(eq(delivery.id, id));
  await noteEvent(work, row, "Duyệt ảnh riêng");
  await work.record({
    act: "approve-pictures",
    objectKind: "delivery",
    objectId: id,
    after: { ownPictures: pictures },
  });
  await later(work, DELIVER_QUEUE, at);
}
