import { eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { type ContentFields, emptyFields } from "./content-fields.ts";
import { countLinks } from "./content-queries.ts";
import { issuesToSave } from "./content-requirements.ts";
import { contentText } from "./content-text.ts";
import { kindOf } from "./kinds/index.ts";
import { linkContent } from "./link-content.ts";
import { needOwnMedia, needOwnPicture } from "./media-library/own-picture.ts";
import { addEvent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { contentItem, contentRevision } from "./tables.ts";

export interface NewContent {
  /** Made by the sender: the same one sent again makes no second item. */
  id?: string | undefined;
  kind: string;
  unitId: string;
  fields?: Partial<ContentFields>;
  taskIds?: string[];
  obligationIds?: string[];
  clauseIds?: string[];
}

/** Begins an item of a unit with its first revision, empty or filled. Gives the item's id. */
export async function draftContent(
  work: Work,
  { id = uuidv7(), kind, unitId, fields = {}, taskIds = [], obligationIds = [], clauseIds = [] }: NewContent,
): Promise<string> {
  const { tx, actor, at } = work;
  contentPolicy.permit(actor, "draft", { agencyId: actor.agencyId, unitId });
  if (!kindOf(kind))
    throw new Unacceptable("Không có loại nội dung này.", [{ field: "kind", message: "Hãy chọn loại." }]);
  if (!(await unitsOfAgency(tx, actor.agencyId)).some(({ id }) => id === unitId)) {
    throw new NotFound("Không có đơn vị này trong cơ quan.");
  }
  await needOwnPicture(work, fields.imageId ?? null);
  await needOwnMedia(work, fields.media ?? [], kindOf(kind)?.media ?? []);
  const { kind: _, ...text } = contentText(kind, { ...emptyFields, ...fields });
  const issues = issuesToSave({ kind, ...text });
  if (issues.length > 0) throw new Unacceptable("Chưa tạo được; hãy sửa những phần được nêu.", issues);
  const revisionId = uuidv7();
  const [item] = await tx
    .insert(contentItem)
    .values({
      id,
      agencyId: actor.agencyId,
      unitId,
      kind,
      state: "draft",
      currentRevisionId: revisionId,
      createdBy: actor.personId,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (!item) {
    const [made] = await tx.select().from(contentItem).where(eq(contentItem.id, id));
    if (made?.createdBy === actor.personId && made.agencyId === actor.agencyId) return id;
    throw new Conflict("Chưa tạo được bản nháp; hãy tải lại trang rồi bắt đầu lại.");
  }
  await tx.insert(contentRevision).values({
    id: revisionId,
    agencyId: actor.agencyId,
    itemId: id,
    number: 1,
    authorId: actor.personId,
    at,
    ...text,
  });
  await addEvent(work, item, "draft");
  await work.record({ act: "draft-content", objectKind: "content", objectId: id, after: { kind, unitId } });
  const links = { taskIds, obligationIds, clauseIds };
  if (countLinks(links) > 0) await linkContent(work, { id, ...links });
  return id;
}
