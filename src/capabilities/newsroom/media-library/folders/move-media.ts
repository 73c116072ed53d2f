import { and, eq, inArray, isNull } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaAsset } from "../../tables.ts";
import { folderOf } from "./folder-queries.ts";
import { folderPolicy } from "./policy.ts";

/** Where something lay before it was moved. */
export interface Moved {
  id: string;
  fromFolderId: string | null;
}

/** Puts some of the library into a folder, or into none; all of them or none. Answers where those lay that moved. */
export async function moveMedia(
  work: Work,
  { ids, folderId }: { ids: string[]; folderId: string | null },
): Promise<Moved[]> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  folderPolicy.permit(actor, "fill", { agencyId });
  if (folderId !== null) await folderOf(tx, agencyId, folderId);
  const wanted = [...new Set(ids)];
  const found = await tx
    .select({ id: mediaAsset.id, fromFolderId: mediaAsset.folderId })
    .from(mediaAsset)
    .where(and(eq(mediaAsset.agencyId, agencyId), inArray(mediaAsset.id, wanted), isNull(mediaAsset.goneAt)))
    .orderBy(mediaAsset.id)
    .for("update");
  if (found.length < wanted.length)
    throw new NotFound("Có tư liệu không còn trong kho; hãy tải lại trang rồi chọn lại.");
  const moved = found.filter(({ fromFolderId }) => fromFolderId !== folderId);
  for (const { id, fromFolderId } of moved)
    await work.record({
      act: "move-media",
      objectKind: "media",
      objectId: id,
      before: { folderId: fromFolderId },
      after: { folderId },
    });
  if (moved.length > 0)
    await tx
      .update(mediaAsset)
      .set({ folderId })
      .where(
        inArray(
          mediaAsset.id,
          moved.map(({ id }) => id),
        ),
      );
  return moved;
}
