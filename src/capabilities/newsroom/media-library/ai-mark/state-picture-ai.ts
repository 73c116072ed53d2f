import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { contentChanged } from "../../content-changed.ts";
import { mediaAsset, publicMedia } from "../../tables.ts";
import { type MediaAsset, mediaOf } from "../media-queries.ts";
import { mediaPolicy } from "../policy.ts";
import type { PictureAi } from "./picture-ai.ts";

const wanting = (field: "tool" | "label", message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/** Says whether a picture itself is made or changed by an AI. Public pages and the files served say so at once. */
export async function statePictureAi(
  work: Work,
  { id, part, tool, label }: PictureAi & { id: string },
): Promise<MediaAsset> {
  const { tx, actor } = work;
  const before = mediaPolicy.permit(actor, "describe", await mediaOf(tx, actor.agencyId, id));
  if (before.sort !== "picture") throw new Unacceptable("Chỉ ghi điều này cho ảnh.", []);
  if (part !== "none" && tool === "") wanting("tool", "Hãy ghi tên công cụ AI đã dùng.");
  if (part === "generated" && label === "") wanting("label", "Ảnh do AI tạo phải có nhãn cho người đọc.");
  const said =
    part === "none"
      ? { aiPart: part, aiTool: "", aiLabel: "" }
      : { aiPart: part, aiTool: toNfc(tool), aiLabel: toNfc(label) };
  const [after] = await tx.update(mediaAsset).set(said).where(eq(mediaAsset.id, id)).returning();
  await work.record({ act: "state-picture-ai", objectKind: "media", objectId: id, before, after });
  const shown = await tx
    .selectDistinct({ itemId: publicMedia.itemId })
    .from(publicMedia)
    .where(eq(publicMedia.mediaId, id));
  for (const { itemId } of shown) await contentChanged(work, itemId);
  return after!;
}
