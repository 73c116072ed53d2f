import { asc, eq } from "drizzle-orm";
import { mediaBytes, mediaToAttach } from "#newsroom";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { slugify } from "#platform/text/slugify.ts";
import type { Work } from "#platform/work/work.ts";
import type { Attachment } from "../connectors/connector.ts";
import { pressAttachment } from "../tables.ts";

/** Encoded they are a third larger: together below the 10 MB that newsrooms take. */
const MOST_BYTES = 7_000_000;
const MOST_FILES = 10;

/** What goes with a delivery, in its order. */
export async function attachedTo(q: Queryable, { id, agencyId }: { id: string; agencyId: string }) {
  const rows = await q
    .select()
    .from(pressAttachment)
    .where(eq(pressAttachment.deliveryId, id))
    .orderBy(asc(pressAttachment.place));
  const found = await mediaToAttach(
    q,
    agencyId,
    rows.map(({ mediaId }) => mediaId),
  );
  return rows.flatMap(({ mediaId }) => found.get(mediaId) ?? []);
}

/** As mailboxes take a name, whatever they read. */
export const asciiName = (fileName: string, number: number): string => {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? "bin";
  return `${slugify(fileName.replace(/\.[^.]*$/, ""), 60) || `tep-${number}`}.${ending}`;
};

/** The same as a letter carries them; what lost its rights since it was chosen says so. */
export async function attachmentsOf(
  q: Queryable,
  row: { id: string; agencyId: string },
): Promise<Attachment[]> {
  return (await attachedTo(q, row)).map(({ id, fileName, contentType, issues }, index) => ({
    fileName: asciiName(fileName, index + 1),
    contentType,
    unfit: issues.length > 0 ? issues.join(", ") : null,
    content: async () => {
      const bytes = await mediaBytes(id);
      if (!bytes) throw new Error(`attachment ${id} is not in the store`);
      return Buffer.from(bytes);
    },
  }));
}

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "mediaIds", message }]);
};

/** What of the library may go along, in its order, each once. @throws Unacceptable for what may not or cannot */
export async function fitToAttach(q: Queryable, agencyId: string, mediaIds: string[]) {
  const wanted = [...new Set(mediaIds)];
  if (wanted.length > MOST_FILES) refuse(`Đính kèm nhiều nhất ${MOST_FILES} tệp.`);
  const found = await mediaToAttach(q, agencyId, wanted);
  let bytes = 0;
  const fit = wanted.map((id) => {
    const media = found.get(id);
    if (!media) return refuse("Có tệp không còn trong kho tư liệu; hãy chọn lại.");
    if (media.sort !== "document" && media.sort !== "picture")
      refuse("Chỉ đính kèm tài liệu và ảnh; video, âm thanh thì dẫn đường liên kết trong bài.");
    if (media.issues.length > 0) refuse(`“${media.fileName}” ${media.issues.join(", ")} nên chưa gửi được.`);
    bytes += media.bytes;
    return media;
  });
  if (bytes > MOST_BYTES) refuse("Các tệp đính kèm nặng quá 7 MB, hộp thư tòa soạn thường không nhận.");
  return fit;
}

/** Says what goes with a delivery. @throws Unacceptable for what may not or cannot be sent along */
export async function attachFiles(work: Work, deliveryId: string, mediaIds: string[]): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const fit = await fitToAttach(tx, agencyId, mediaIds);
  await tx.delete(pressAttachment).where(eq(pressAttachment.deliveryId, deliveryId));
  if (fit.length > 0)
    await tx
      .insert(pressAttachment)
      .values(fit.map(({ id: mediaId }, place) => ({ deliveryId, mediaId, agencyId, place })));
}
