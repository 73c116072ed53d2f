import { eq, inArray } from "drizzle-orm";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf, itemsOf } from "../content-queries.ts";
import { addEvent } from "../move-content.ts";
import { contentPolicy } from "../policy.ts";
import { reviewBundle, reviewBundleText } from "../tables.ts";
import { idsInBundle, lockTexts, titlesOf, unsentStates } from "./bundle-queries.ts";

/** The database bounds it too. */
const MOST_TOGETHER = 10;

/**
 * States with which others a text is sent and approved; none: it goes alone. Whoever may send each of them may, while
 * they are still written. @throws Forbidden, Unacceptable, Conflict
 */
export async function bundleContent(
  work: Work,
  { id, itemIds }: { id: string; itemIds: string[] },
): Promise<void> {
  const { tx, actor, at } = work;
  const wanted = [...new Set(itemIds.filter((one) => one !== id))];
  if (wanted.length >= MOST_TOGETHER)
    throw new Unacceptable(`Mỗi bộ duyệt chung nhiều nhất ${MOST_TOGETHER} bài.`);
  contentPolicy.permit(actor, "bundle", await itemOf(tx, actor, id));
  const before = (await idsInBundle(tx, id)).filter((one) => one !== id);
  await lockTexts(tx, actor.agencyId, [...new Set([id, ...wanted, ...before])]);
  const items = await itemsOf(tx, actor, [...new Set([id, ...wanted, ...before])]);
  if (wanted.some((one) => !items.has(one)))
    throw new NotFound("Có bài không thuộc cơ quan; hãy tải lại trang.");
  // Its title would stand in the history of the others.
  if (wanted.length > 0 && [id, ...wanted].some((one) => items.get(one)!.limited))
    throw new Unacceptable("Bài giới hạn người xem được gửi và duyệt riêng, không vào bộ duyệt chung.");
  const titles = await titlesOf(tx, [...items.keys()]);
  const touched = [
    ...wanted.filter((one) => !before.includes(one)),
    ...before.filter((one) => !wanted.includes(one)),
  ];
  for (const one of [id, ...touched]) {
    const item = items.get(one)!;
    // What is past sending may be left out, not taken in.
    const gone = !wanted.includes(one) && one !== id && !unsentStates.some((state) => state === item.state);
    const why = gone && item.state !== "submitted" ? null : contentPolicy.hindrance(actor, "bundle", item);
    if (why !== null) throw new Forbidden(one === id ? why : `“${titles.get(one)}”: ${why}`);
  }
  const elsewhere = await tx
    .select({ itemId: reviewBundleText.itemId })
    .from(reviewBundleText)
    .where(inArray(reviewBundleText.itemId, [id, ...wanted]));
  const taken = elsewhere.find(({ itemId }) => itemId !== id && !before.includes(itemId));
  if (taken)
    throw new Conflict(
      `“${titles.get(taken.itemId)}” đã ở một bộ duyệt chung khác; hãy bỏ bài ấy khỏi bộ kia trước.`,
    );
  await tx.delete(reviewBundleText).where(inArray(reviewBundleText.itemId, [id, ...before]));
  if (wanted.length > 0) {
    const bundleId = uuidv7();
    const { agencyId } = actor;
    await tx.insert(reviewBundle).values({ id: bundleId, agencyId, madeBy: actor.personId, madeAt: at });
    await tx
      .insert(reviewBundleText)
      .values([id, ...wanted].map((itemId, index) => ({ agencyId, bundleId, itemId, position: index + 1 })));
  }
  for (const one of [id, ...touched]) {
    const others = (wanted.includes(one) || one === id ? [id, ...wanted] : []).filter(
      (other) => other !== one,
    );
    const note = others.length > 0 ? others.map((other) => `“${titles.get(other)}”`).join(", ") : null;
    await addEvent(work, items.get(one)!, note ? "bundle" : "unbundle", { note });
  }
  await work.record({
    act: "bundle-content",
    objectKind: "content",
    objectId: id,
    before: { itemIds: before },
    after: { itemIds: wanted },
  });
}

/** A text leaves its bundle; a bundle of one is none. */
export async function leaveBundle({ tx }: Work, itemId: string): Promise<void> {
  const others = (await idsInBundle(tx, itemId)).filter((id) => id !== itemId);
  await tx.delete(reviewBundleText).where(eq(reviewBundleText.itemId, itemId));
  const [last] = others;
  if (others.length === 1 && last) await tx.delete(reviewBundleText).where(eq(reviewBundleText.itemId, last));
}
