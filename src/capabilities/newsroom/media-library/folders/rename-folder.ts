import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { mediaFolder } from "../../tables.ts";
import { usableName } from "./folder-name.ts";
import { folderOf } from "./folder-queries.ts";
import { folderPolicy } from "./policy.ts";

/** Gives a folder another name; what lies in it stays. */
export async function renameFolder(
  work: Work,
  { id, name: given }: { id: string; name: string },
): Promise<void> {
  const { tx, actor } = work;
  const before = folderPolicy.permit(actor, "change", await folderOf(tx, actor.agencyId, id));
  const name = await usableName(tx, { ...before, name: given });
  if (name === before.name) return;
  const [after] = await tx.update(mediaFolder).set({ name }).where(eq(mediaFolder.id, id)).returning();
  await work.record({ act: "rename-media-folder", objectKind: "media-folder", objectId: id, before, after });
}
