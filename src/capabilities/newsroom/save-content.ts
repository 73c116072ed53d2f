import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { type RefusedLink, withoutUnsafeLinks } from "#platform/rich-text/rich-text.ts";
import type { Work } from "#platform/work/work.ts";
import { lockWithOthers } from "./bundles/bundle-queries.ts";
import { revokeOthers } from "./bundles/revoke-others.ts";
import type { ContentFields } from "./content-fields.ts";
import { type ContentRevision, itemOf, revisionOf } from "./content-queries.ts";
import { issuesToSave } from "./content-requirements.ts";
import { contentText } from "./content-text.ts";
import { kindOf } from "./kinds/index.ts";
import { needOwnMedia, needOwnPicture } from "./media-library/own-picture.ts";
import { addEvent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { revokeReview, unapproved } from "./review/begin-review.ts";
import { refuseStale } from "./stale-text.ts";
import { contentItem, contentRevision } from "./tables.ts";

export interface Save {
  id: string;
  /** Made by the editor for this save; sending the same save again changes nothing. */
  saveId: string;
  /** The revision that the writer had before them. */
  baseRevisionId: string;
  fields: ContentFields;
}

/**
 * Stores a new revision. A stale base is answered with Conflict carrying the newer revision, so that both texts can
 * be put side by side; nothing is overwritten. A link that no page may carry is left out, and answered. Saving an approved or scheduled text revokes the approval; saving a
 * published one leaves the live text alone.
 */
export async function saveContent(
  work: Work,
  { id, saveId, baseRevisionId, fields }: Save,
): Promise<{ revision: ContentRevision; refusedLinks: RefusedLink[] }> {
  const { tx, actor, at } = work;
  await lockWithOthers(tx, actor.agencyId, id);
  const item = await itemOf(tx, actor, id, { lock: true });
  contentPolicy.permit(actor, "save", item);
  const current = await revisionOf(tx, item.currentRevisionId);
  const { text: body, refused: refusedLinks } = withoutUnsafeLinks(fields.body);
  if (current.id === saveId) return { revision: current, refusedLinks };
  await needOwnPicture(work, fields.imageId);
  await needOwnMedia(work, fields.media, kindOf(item.kind)?.media ?? []);
  const { kind, ...text } = contentText(item.kind, { ...fields, body });
  const issues = issuesToSave({ kind, ...text });
  if (issues.length > 0) throw new Unacceptable("Chưa lưu được; hãy sửa những phần được nêu.", issues);
  if (text.hash === current.hash) return { revision: current, refusedLinks };
  await refuseStale(work, current, baseRevisionId, "Hãy xem hai bản rồi chọn.");
  const [made] = await tx
    .insert(contentRevision)
    .values({
      id: saveId,
      agencyId: item.agencyId,
      itemId: id,
      number: current.number + 1,
      authorId: actor.personId,
      at,
      ...text,
    })
    .returning();
  const revoked = item.state === "approved" || item.state === "scheduled";
  if (revoked) {
    await revokeOthers(work, id, text.title);
    await revokeReview(work, id);
  }
  const state = item.state === "published" ? "published" : "draft";
  const [changed] = await tx
    .update(contentItem)
    .set({
      currentRevisionId: saveId,
      state,
      updatedAt: at,
      ...(state === "draft" && unapproved),
    })
    .where(eq(contentItem.id, id))
    .returning();
  if (item.state !== state) {
    await addEvent(work, changed!, revoked ? "revoke-approval" : "save", { fromState: item.state });
  }
  await work.record({
    act: "save-content",
    objectKind: "content",
    objectId: id,
    before: { revisionId: current.id, state: item.state },
    after: { revisionId: saveId, state, hash: text.hash },
  });
  return { revision: made!, refusedLinks };
}
