import { eq } from "drizzle-orm";
import { correctionNote } from "#newsroom";
import { peopleWithRole } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { contentOf } from "../deliveries/delivery-queries.ts";
import { wordsOf } from "../deliveries/post-of-delivery.ts";
import { isOver, mayStand } from "../deliveries/release-deliveries.ts";
import { tellPosters } from "../deliveries/tell-posters.ts";
import { networkOf } from "../networks/index.ts";
import { layOut } from "../networks/post-length.ts";
import { delivery } from "../tables.ts";
import type { ChangeAct } from "./change.ts";
import { changingOf, openChange, type Standing, standingOf, subjectOfStanding } from "./change-queries.ts";
import { moveChange } from "./move-change.ts";
import { changePolicy } from "./policy.ts";
import { startChange, type Wish } from "./start-change.ts";

export interface Asked {
  /** The text. */
  id: string;
  act: ChangeAct;
  deliveryIds: string[];
  reason: string;
  /** Where a channel has words of its own: kept, or the shared ones of the new text. Null: there are none. */
  words: "own" | "shared" | null;
  /** New words of a channel's own, by delivery; they go before the answer for all. */
  newWords?: { deliveryId: string; text: string }[];
}

/** What the act asks of a placement before anything is written down. */
function refuseImpossible(
  { content, place, delivery: row, account }: Standing,
  { act, words }: Asked,
  { own, at }: { own: string | null; at: Date },
): void {
  if (act === "replace" && !changingOf(act, { place, account }))
    throw new Conflict(`${account.name}: kênh không cho hệ thống làm việc này; hãy làm bằng tay trên kênh.`);
  if (act === "remove") return;
  if (isOver(content)) throw new Conflict("Bài đã thu hồi, gỡ bỏ nên chỉ gỡ được.");
  if (!mayStand(content, at))
    throw new Conflict("Bài đang được sửa, chưa duyệt lại; duyệt xong mới sửa theo trên kênh được.");
  if (act === "correct" && place.revisionId === content.revisionId)
    throw new Conflict(`${account.name} đang mang bản mới nhất.`);
  const refuse = (field: string, message: string): never => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  if (own === "") refuse("newWords", `${account.name}: hãy viết lời mới.`);
  if (own !== null) {
    const network = networkOf(account.network)!;
    const long = layOut(network, wordsOf(content, account.network, { ...row, ownText: own })).find(
      ({ tooLong }) => tooLong,
    );
    if (long) refuse("newWords", `${account.name}: ${long.label} dài quá mức ${network.label} nhận.`);
  } else if (row.ownText !== null && words === null)
    refuse("words", `${account.name} có lời riêng; hãy chọn giữ, viết lại, hay dùng lời chung của bản mới.`);
}

/**
 * Has a text corrected, taken down or replaced where it stands, all the chosen places or none: each is written down and
 * carried out by itself, by the network or by a person there. New words of a channel's own wait for a second person.
 */
export async function askChanges(work: Work, asked: Asked): Promise<void> {
  const { tx, actor, at } = work;
  const { id: itemId, act, deliveryIds, words, newWords = [] } = asked;
  const content = await contentOf(tx, actor, itemId);
  const given = asked.reason.trim();
  if (act !== "correct" && given === "")
    throw new Unacceptable("Hãy ghi lý do gỡ; lý do được giữ trong lịch sử.", [
      { field: "reason", message: "Hãy ghi lý do." },
    ]);
  const reason = given || (await correctionNote(tx, itemId, content.revisionId));
  for (const deliveryId of [...new Set(deliveryIds)].toSorted()) {
    const standing = await standingOf(tx, actor, deliveryId);
    const { delivery: row, account, place } = standing;
    if (row.itemId !== itemId) throw new Conflict("Nơi đăng này của bài khác; hãy tải lại trang.");
    const open = await openChange(tx, place.id, { lock: true });
    changePolicy.permit(actor, act === "correct" ? "correct" : "remove", subjectOfStanding(standing, open));
    const written = newWords.find((one) => one.deliveryId === deliveryId);
    const own = act === "correct" && written ? written.text.normalize("NFC").trim() : null;
    refuseImpossible(standing, asked, { own, at });
    const wanted: Wish["words"] =
      own !== null
        ? { own, by: actor.personId, at }
        : words === "shared" && row.ownText !== null
          ? "shared"
          : "kept";
    const wish = { act, reason, askedBy: actor.personId, words: wanted };
    const change = await startChange(work, standing, wish);
    const isByHand = !changingOf(act, standing);
    if (isByHand && own === null)
      await moveChange(work, change, "hand", { words: `${account.name}: chờ người làm bằng tay` });
    if (own !== null)
      await tellPosters(work, content, {
        cause: `change-words:${change.id}:${at.toISOString()}`,
        kind: "delivery",
        title: `Lời mới cho ${account.name} chờ người thứ hai duyệt: ${content.title}`,
        deliveryId,
        besides: (await peopleWithRole(tx, content.agencyId, "head", content.unitId)).map((one) => one.id),
      });
    await tx.update(delivery).set({ needsPerson: isByHand }).where(eq(delivery.id, deliveryId));
    await work.record({
      act: "ask-change",
      objectKind: "delivery",
      objectId: deliveryId,
      before: { ownText: row.ownText },
      after: {
        ...{ change: act, revisionId: content.revisionId },
        ...(own !== null ? { ownText: own } : words && { words }),
      },
      reason: reason || null,
    });
  }
}
