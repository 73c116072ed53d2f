import { createHash } from "node:crypto";
import { and, asc, eq, isNull } from "drizzle-orm";
import { mediaBytes, mediaToAttach } from "#newsroom";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile, readFile } from "#platform/files/files.ts";
import { slugify } from "#platform/text/slugify.ts";
import type { Work } from "#platform/work/work.ts";
import type { Attachment, Handles } from "../connectors/connector.ts";
import { keysReached } from "../connectors/press/ledger.ts";
import { pressAttachment } from "../tables.ts";

/** Encoded they are a third larger: together below the 10 MB that newsrooms take. */
const MOST_BYTES = 7_000_000;
const MOST_FILES = 10;

/** What goes with a delivery, in its order; once it went out as it was then. `issues`: why it may not go just now. */
export async function attachedTo(q: Queryable, { id, agencyId }: { id: string; agencyId: string }) {
  const rows = await q
    .select()
    .from(pressAttachment)
    .where(eq(pressAttachment.deliveryId, id))
    .orderBy(asc(pressAttachment.place));
  const library = await mediaToAttach(
    q,
    agencyId,
    rows.map(({ mediaId }) => mediaId),
  );
  return rows.map(({ mediaId, fileId, fileName, contentType, bytes }) => {
    const media = library.get(mediaId);
    return {
      ...{ id: mediaId, deliveryId: id, fileId, alt: media?.alt ?? "" },
      fileName: fileName ?? media?.fileName ?? "tep",
      contentType: contentType ?? media?.contentType ?? "application/octet-stream",
      bytes: bytes ?? media?.bytes ?? 0,
      issues: media?.issues ?? (fileId ? [] : ["không còn trong kho tư liệu"]),
    };
  });
}

type AttachedFile = Awaited<ReturnType<typeof attachedTo>>[number];

/** The bytes of it; before they go out for the first time they are kept as they are. */
async function bytesToSend(q: Queryable, file: AttachedFile): Promise<Buffer> {
  const { deliveryId, id, fileName, contentType } = file;
  const known = file.fileId ? await readFile(file.fileId) : await mediaBytes(id);
  if (!known) throw new Error(`attachment ${id} is not in the store`);
  if (!file.fileId) {
    const fileId = uuidv7();
    await putFile(fileId, known);
    const sha256 = createHash("sha256").update(known).digest("hex");
    await q
      .update(pressAttachment)
      .set({ fileId, fileName, contentType, bytes: known.byteLength, sha256 })
      .where(
        and(
          eq(pressAttachment.deliveryId, deliveryId),
          eq(pressAttachment.mediaId, id),
          isNull(pressAttachment.fileId),
        ),
      );
  }
  return Buffer.from(known);
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
  return (await attachedTo(q, row)).map((file, index) => ({
    fileName: asciiName(file.fileName, index + 1),
    contentType: file.contentType,
    unfit: file.issues.length > 0 ? file.issues.join(", ") : null,
    content: () => bytesToSend(q, file),
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

/** Says what goes with a delivery; what somebody has got is changed no more. @throws Unacceptable for what may not or cannot be sent along */
export async function attachFiles(
  work: Work,
  { id: deliveryId, handles }: { id: string; handles: Handles },
  mediaIds: string[],
): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const known = await attachedTo(tx, { id: deliveryId, agencyId });
  if (known.length > 0 && known.map(({ id }) => id).join() === [...new Set(mediaIds)].join()) return;
  if (keysReached(handles).length > 0)
    refuse("Đã có nơi nhận bài cùng các tệp đã chọn nên không đổi tệp được nữa; cần thì gửi bài đính chính.");
  const fit = await fitToAttach(tx, agencyId, mediaIds);
  await tx.delete(pressAttachment).where(eq(pressAttachment.deliveryId, deliveryId));
  if (fit.length > 0)
    await tx
      .insert(pressAttachment)
      .values(fit.map(({ id: mediaId }, place) => ({ deliveryId, mediaId, agencyId, place })));
}
