import { eq } from "drizzle-orm";
import { mediaToAttach } from "#newsroom";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { feedbackCase, feedbackCasePhoto } from "../tables.ts";
import type { PhotoShows } from "./case.ts";
import { heldCase, photosOfCase, subjectOfCase } from "./case-queries.ts";
import { casePolicy } from "./policy.ts";

/**
 * Chooses the pictures of a case out of the library, those of before and those of after. One without a consent, an
 * author or a description is refused. @throws Forbidden, NotFound, Unacceptable
 */
export async function showCasePhotos(
  work: Work,
  { id, before, after }: { id: string; before: string[]; after: string[] },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const row = await heldCase(tx, agencyId, id);
  casePolicy.permit(actor, "save", subjectOfCase(row));
  const both = after.find((mediaId) => before.includes(mediaId));
  if (both) {
    const message = "Một ảnh không đứng cả ở trước lẫn ở sau; hãy bỏ ảnh ấy ở một bên.";
    throw new Unacceptable(message, [{ field: "after", message }]);
  }
  const sides: [PhotoShows, string[]][] = [
    ["before", [...new Set(before)]],
    ["after", [...new Set(after)]],
  ];
  const known = await mediaToAttach(tx, agencyId, [...before, ...after]);
  const had = (await photosOfCase(tx, agencyId, id)).length;
  for (const [shows, mediaIds] of sides)
    for (const mediaId of mediaIds) {
      const photo = known.get(mediaId);
      if (!photo) throw new NotFound("Có ảnh không còn trong kho tư liệu.");
      const why = photo.sort !== "picture" ? "không phải ảnh" : photo.issues.join(", ");
      if (why !== "") {
        const message = `Chưa dùng được ảnh “${photo.fileName}”: ${why}. Hãy bổ sung ở kho tư liệu.`;
        throw new Unacceptable(message, [{ field: shows, message }]);
      }
    }
  await tx.delete(feedbackCasePhoto).where(eq(feedbackCasePhoto.caseId, id));
  const rows = sides.flatMap(([shows, mediaIds]) =>
    mediaIds.map((mediaId, position) => ({ agencyId, caseId: id, mediaId, shows, position })),
  );
  if (rows.length > 0) await tx.insert(feedbackCasePhoto).values(rows);
  await tx
    .update(feedbackCase)
    .set({ writers: [...new Set([...row.writers, personId])], changedAt: at })
    .where(eq(feedbackCase.id, id));
  await work.record({
    ...{ act: "show-feedback-case-photos", objectKind: "feedback-case", objectId: id },
    before: { photos: had },
    after: { photos: rows.length },
  });
}
