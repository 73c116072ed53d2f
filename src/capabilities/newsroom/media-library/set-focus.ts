import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { contentChanged } from "../content-changed.ts";
import { mediaAsset, publicMedia } from "../tables.ts";
import type { Focus } from "./crops.ts";
import { focusOf, type MediaAsset, mediaOf } from "./media-queries.ts";
import { mediaPolicy } from "./policy.ts";
import { dropCuts } from "./renditions.ts";

/** Sets the point that stays in every cut of a picture; null: the part that draws the eye. Public pages follow at once. */
export async function setFocus(
  work: Work,
  { id, focus }: { id: string; focus: Focus | null },
): Promise<MediaAsset> {
  const { tx, actor } = work;
  const before = mediaPolicy.permit(actor, "describe", await mediaOf(tx, actor.agencyId, id));
  if (before.sort !== "picture") throw new Unacceptable("Chỉ ảnh mới có điểm chính.", []);
  const [focusX, focusY] = [focus?.x ?? null, focus?.y ?? null];
  if (before.focusX === focusX && before.focusY === focusY) return before;
  const [after] = await tx
    .update(mediaAsset)
    .set({ focusX, focusY })
    .where(eq(mediaAsset.id, id))
    .returning();
  await work.record({ act: "set-media-focus", objectKind: "media", objectId: id, before, after });
  const shown = await tx
    .selectDistinct({ itemId: publicMedia.itemId })
    .from(publicMedia)
    .where(eq(publicMedia.mediaId, id));
  for (const { itemId } of shown) await contentChanged(work, itemId);
  await dropCuts(id, focusOf(before));
  return after!;
}
