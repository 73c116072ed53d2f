import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaAsset, mediaFolder } from "../../tables.ts";
import { usableName } from "./folder-name.ts";
import { folderOf } from "./folder-queries.ts";
import { folderPolicy } from "./policy.ts";

/**
 * Removes a folder; with `moveUp` what lies in it, folders and what is in the bin too, goes into the one above first.
 * Nothing of the library is lost. @throws Unacceptable where something is left in it
 */
export async function removeFolder(
  work: Work,
  { id, moveUp }: { id: string; moveUp: boolean },
): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const before = folderPolicy.permit(actor, "change", await folderOf(tx, agencyId, id));
  const { parentId } = before;
  const within = await tx.select().from(mediaFolder).where(eq(mediaFolder.parentId, id));
  const media = await tx.select({ id: mediaAsset.id }).from(mediaAsset).where(eq(mediaAsset.folderId, id));
  if (!moveUp && within.length + media.length > 0) {
    const message = "Thư mục còn tư liệu hoặc thư mục con; hãy đánh dấu ô này để chuyển lên trên rồi xóa.";
    throw new Unacceptable(message, [{ field: "moveUp", message }]);
  }
  await tx.delete(mediaFolder).where(eq(mediaFolder.id, id));
  for (const folder of within) await usableName(tx, { agencyId, id: folder.id, parentId, name: folder.name });
  await tx.update(mediaFolder).set({ parentId }).where(eq(mediaFolder.parentId, id));
  await tx.update(mediaAsset).set({ folderId: parentId }).where(eq(mediaAsset.folderId, id));
  await work.record({
    act: "remove-media-folder",
    objectKind: "media-folder",
    objectId: id,
    before: { ...before, movedUp: within.length + media.length },
  });
}
