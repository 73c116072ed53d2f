import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaFolder } from "../../tables.ts";
import { usableName } from "./folder-name.ts";
import { folderOf, pathOf } from "./folder-queries.ts";
import { folderPolicy } from "./policy.ts";

/** Folders lie at most so many within one another. */
const DEEPEST = 5;

/** Makes a folder, at the top or within another. */
export async function makeFolder(
  work: Work,
  { name: given, parentId }: { name: string; parentId: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  folderPolicy.permit(actor, "make", { agencyId });
  if (parentId !== null) {
    await folderOf(tx, agencyId, parentId);
    if ((await pathOf(tx, agencyId, parentId)).length >= DEEPEST)
      throw new Conflict(`Thư mục chỉ lồng nhau đến ${DEEPEST} cấp; hãy lập ở thư mục bên trên.`);
  }
  const id = uuidv7();
  const name = await usableName(tx, { agencyId, id, parentId, name: given });
  const values = { id, agencyId, parentId, name, madeBy: actor.personId, madeAt: at };
  const [added] = await tx.insert(mediaFolder).values(values).onConflictDoNothing().returning();
  if (!added) throw new Conflict(`Thư mục “${name}” vừa được lập; hãy tải lại trang.`);
  await work.record({ act: "make-media-folder", objectKind: "media-folder", objectId: id, after: values });
}
