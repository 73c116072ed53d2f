import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { planOnce } from "../deliveries/plan-deliveries.ts";
import { tellPosters } from "../deliveries/tell-posters.ts";
import { unpushed } from "../networks/choose.ts";
import { networkOf } from "../networks/index.ts";
import { standAnew, standNoMore } from "../placements/change-standing.ts";
import { delivery } from "../tables.ts";
import type { Change, WholeChange } from "./change-queries.ts";
import { moveChange } from "./move-change.ts";
import { correctByItself } from "./start-change.ts";

/** The words that it stands with now are the channel's own from here on, or none are. */
export async function takeOverWords({ tx }: Work, change: Change): Promise<void> {
  if (change.words === "kept") return;
  const { ownText, ownTextBy, ownTextAt, ownTextApprovedBy, ownTextApprovedAt } = change;
  await tx
    .update(delivery)
    .set({ ownText, ownTextBy, ownTextAt, ownTextApprovedBy, ownTextApprovedAt })
    .where(eq(delivery.id, change.deliveryId));
}

/** It is done: where the text stands, what it proves and the change are one. A replaced one goes out anew. */
export async function finishChange(
  work: Work,
  whole: WholeChange,
  { note, isPartly = false }: { note?: string; isPartly?: boolean },
): Promise<void> {
  const { change, account, content, place } = whole;
  const words =
    note ??
    (change.act === "correct" ? `Đã sửa theo bản mới trên ${account.name}` : `Đã gỡ khỏi ${account.name}`);
  const moved = await moveChange(work, change, "finish", {
    set: { why: note ?? null, nextTryAt: null },
    words,
  });
  if (!moved) return;
  const { reason, revisionId, revisionHash, deliveryId } = moved;
  if (change.act === "correct") {
    const history = `Bản ${revisionHash.slice(0, 12)} đứng trên ${account.name} từ lúc này`;
    await takeOverWords(work, moved);
    await standAnew(work, whole, { revisionId, revisionHash }, history);
    if (content.state === "published" && content.revisionId !== revisionId)
      await correctByItself(work, deliveryId, content.revisionId);
  } else {
    const history = `Bản ${place.revisionHash.slice(0, 12)} thôi đứng trên ${account.name}`;
    await standNoMore(work, whole, { reason, words: history });
    if (change.act === "replace" && content.state === "published") {
      // Who had it pushed to them once is not disturbed again by what takes its place.
      await planOnce(work, content, account, unpushed(networkOf(account.network), whole.delivery.choices));
    }
  }
  if (isPartly)
    await tellPosters(work, content, {
      cause: `change-partly:${change.id}`,
      kind: "failure",
      title: `${account.name}, “${content.title}”: ${note}`,
      deliveryId,
    });
  await work.record({
    act: "finish-change",
    objectKind: "delivery",
    objectId: deliveryId,
    before: { revisionId: place.revisionId },
    after: { change: change.act, revisionId: change.act === "remove" ? null : revisionId },
    reason: reason || null,
  });
}
