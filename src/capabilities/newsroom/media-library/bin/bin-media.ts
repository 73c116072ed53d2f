import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaAsset } from "../../tables.ts";
import { type MediaAsset, mediaOf } from "../media-queries.ts";
import { sortOf } from "../media-sort.ts";
import { mediaPolicy } from "../policy.ts";
import { usesSeen, whereUsed } from "../where-used.ts";
import { goneBefore } from "./kept-days.ts";

/** Takes something out of the library into its bin. @throws Conflict where it is used, saying where */
export async function binMedia(work: Work, { id }: { id: string }): Promise<MediaAsset> {
  const { tx, actor, at } = work;
  const before = mediaPolicy.permit(actor, "bin", await mediaOf(tx, actor.agencyId, id));
  if (before.binnedAt) return before;
  const uses = ((await whereUsed(tx, actor.agencyId, [id])).get(id) ?? []).filter(({ holds }) => holds);
  if (uses.length > 0) {
    const [first] = ((await usesSeen(tx, actor, [id])).get(id) ?? []).filter(({ holds }) => holds);
    const others = uses.length > 1 ? ` và ${uses.length - 1} chỗ khác` : "";
    const place = first ? `“${first.title}”` : "một bài chỉ những người được nêu tên xem được";
    throw new Conflict(
      `${sortOf(before.sort).label} đang dùng ở ${place}${others}; hãy thay ở đó trước rồi mới bỏ.`,
    );
  }
  const [after] = await tx
    .update(mediaAsset)
    .set({ binnedAt: at, binnedBy: actor.personId })
    .where(eq(mediaAsset.id, id))
    .returning();
  await work.record({ act: "bin-media", objectKind: "media", objectId: id, before, after });
  return after!;
}

/** Takes something out of the bin again. @throws Conflict when it was kept long enough */
export async function restoreMedia(work: Work, { id }: { id: string }): Promise<MediaAsset> {
  const { tx, actor, at } = work;
  const before = mediaPolicy.permit(actor, "bin", await mediaOf(tx, actor.agencyId, id));
  if (!before.binnedAt) return before;
  if (before.binnedAt < goneBefore(at))
    throw new Conflict("Tư liệu đã ở thùng rác quá 30 ngày nên không lấy lại được nữa.");
  const [after] = await tx
    .update(mediaAsset)
    .set({ binnedAt: null, binnedBy: null })
    .where(eq(mediaAsset.id, id))
    .returning();
  await work.record({ act: "restore-media", objectKind: "media", objectId: id, before, after });
  return after!;
}
