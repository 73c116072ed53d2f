import { eq } from "drizzle-orm";
import { correctionNote } from "#newsroom";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { contentOf } from "../deliveries/delivery-queries.ts";
import { isOver, mayStand } from "../deliveries/release-deliveries.ts";
import { delivery } from "../tables.ts";
import type { ChangeAct } from "./change.ts";
import { changingOf, openChange, type Standing, standingOf, subjectOfStanding } from "./change-queries.ts";
import { changePolicy } from "./policy.ts";
import { startChange } from "./start-change.ts";

export interface Asked {
  /** The text. */
  id: string;
  act: ChangeAct;
  deliveryIds: string[];
  reason: string;
  /** Where a channel has words of its own: the shared ones of the new text take their place. Null: there are none. */
  words: "own" | "shared" | null;
}

/** What the act asks of a placement before anything is written down. */
function refuseImpossible(
  { content, place, delivery: row, account }: Standing,
  { act, words }: Asked,
  at: Date,
): void {
  if (!changingOf(act, { place, account }))
    throw new Conflict(`${account.name}: kênh không cho hệ thống làm việc này; hãy làm bằng tay trên kênh.`);
  if (act === "remove") return;
  if (isOver(content)) throw new Conflict("Bài đã thu hồi, gỡ bỏ nên chỉ gỡ được.");
  if (!mayStand(content, at))
    throw new Conflict("Bài đang được sửa, chưa duyệt lại; duyệt xong mới sửa theo trên kênh được.");
  if (act === "correct" && place.revisionId === content.revisionId)
    throw new Conflict(`${account.name} đang mang bản mới nhất.`);
  if (row.ownText !== null && words === null)
    throw new Unacceptable(
      `${account.name} có lời riêng; hãy chọn giữ lời riêng hay dùng lời chung của bản mới.`,
      [{ field: "words", message: "Hãy chọn lời đăng." }],
    );
}

/**
 * Has the networks correct, take down or replace a text where it stands, all the chosen places or none: each is written
 * down and carried out by itself.
 */
export async function askChanges(work: Work, asked: Asked): Promise<void> {
  const { tx, actor } = work;
  const { id: itemId, act, deliveryIds, words } = asked;
  const content = await contentOf(tx, actor, itemId);
  const given = asked.reason.trim();
  if (act !== "correct" && given === "")
    throw new Unacceptable("Hãy ghi lý do gỡ; lý do được giữ trong lịch sử.", [
      { field: "reason", message: "Hãy ghi lý do." },
    ]);
  const reason = given || (await correctionNote(tx, itemId, content.revisionId));
  for (const deliveryId of [...new Set(deliveryIds)].toSorted()) {
    const standing = await standingOf(tx, actor, deliveryId);
    if (standing.delivery.itemId !== itemId)
      throw new Conflict("Nơi đăng này của bài khác; hãy tải lại trang.");
    const open = await openChange(tx, standing.place.id, { lock: true });
    changePolicy.permit(actor, act === "correct" ? "correct" : "remove", subjectOfStanding(standing, open));
    refuseImpossible(standing, asked, work.at);
    if (words === "shared" && standing.delivery.ownText !== null)
      await tx
        .update(delivery)
        .set({
          ...{ ownText: null, ownTextBy: null, ownTextAt: null },
          ...{ ownTextApprovedBy: null, ownTextApprovedAt: null },
        })
        .where(eq(delivery.id, deliveryId));
    await startChange(work, standing, { act, reason, askedBy: actor.personId });
    await tx.update(delivery).set({ needsPerson: false }).where(eq(delivery.id, deliveryId));
    await work.record({
      act: "ask-change",
      objectKind: "delivery",
      objectId: deliveryId,
      after: { change: act, revisionId: content.revisionId, ...(words && { words }) },
      reason: reason || null,
    });
  }
}
