import { eq } from "drizzle-orm";
import { mediaToAttach } from "#newsroom";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { heldEvent, redrawEvents, subjectOf } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { eventPhoto } from "../tables.ts";

/** Pictures of an event with what their rights still lack, in their order; what left the library is left out. */
export async function photosOf(q: Queryable, agencyId: string, eventId: string) {
  const rows = await q
    .select({ mediaId: eventPhoto.mediaId })
    .from(eventPhoto)
    .where(eq(eventPhoto.eventId, eventId))
    .orderBy(eventPhoto.position);
  const known = await mediaToAttach(
    q,
    agencyId,
    rows.map(({ mediaId }) => mediaId),
  );
  return rows.flatMap(({ mediaId }) => known.get(mediaId) ?? []);
}

/**
 * Chooses the pictures that the public sees. One without a consent, an author or a description is refused; one that
 * loses them later is no longer served. @throws Forbidden, Unacceptable
 */
export async function showPhotos(
  work: Work,
  { id, mediaIds }: { id: string; mediaIds: string[] },
): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const row = await heldEvent(tx, agencyId, id);
  eventPolicy.permit(actor, "hold", subjectOf(row));
  if (row.state !== "held") throw new Conflict("Hãy ghi nhận sự kiện đã diễn ra trước khi chọn ảnh.");
  const wanted = [...new Set(mediaIds)];
  const known = await mediaToAttach(tx, agencyId, wanted);
  const before = (await photosOf(tx, agencyId, id)).map((photo) => photo.id);
  for (const mediaId of wanted) {
    const photo = known.get(mediaId);
    if (!photo) throw new NotFound("Có ảnh không còn trong kho tư liệu.");
    const why = photo.sort !== "picture" ? "không phải ảnh" : photo.issues.join(", ");
    if (why !== "") {
      const message = `Chưa dùng được ảnh “${photo.fileName}”: ${why}. Hãy bổ sung ở kho tư liệu.`;
      throw new Unacceptable(message, [{ field: "mediaIds", message }]);
    }
  }
  await tx.delete(eventPhoto).where(eq(eventPhoto.eventId, id));
  if (wanted.length > 0)
    await tx
      .insert(eventPhoto)
      .values(wanted.map((mediaId, position) => ({ agencyId, eventId: id, mediaId, position })));
  await work.record({
    ...{ act: "show-event-photos", objectKind: "event", objectId: id },
    before: { photos: before.length },
    after: { photos: wanted.length },
  });
  await redrawEvents(tx);
}
