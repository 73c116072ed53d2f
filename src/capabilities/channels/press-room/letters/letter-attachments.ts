import { createHash } from "node:crypto";
import { and, asc, eq, inArray } from "drizzle-orm";
import { mediaBytes, mediaToAttach } from "#newsroom";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile, readFile } from "#platform/files/files.ts";
import type { Work } from "#platform/work/work.ts";
import { pressLetterAttachment } from "../../tables.ts";
import { fitToAttach } from "../attachments.ts";

/** What goes with letters, each letter's in its order; once sent as it was then. `issues`: why it may not go just now. */
export async function filesOfLetters(q: Queryable, agencyId: string, letterIds: string[]) {
  if (letterIds.length === 0) return [];
  const rows = await q
    .select()
    .from(pressLetterAttachment)
    .where(
      and(eq(pressLetterAttachment.agencyId, agencyId), inArray(pressLetterAttachment.letterId, letterIds)),
    )
    .orderBy(asc(pressLetterAttachment.place));
  const library = await mediaToAttach(
    q,
    agencyId,
    rows.map(({ mediaId }) => mediaId),
  );
  return rows.map(({ letterId, mediaId, fileId, fileName, contentType, bytes }) => {
    const media = library.get(mediaId);
    return {
      ...{ id: mediaId, letterId, fileId, alt: media?.alt ?? "" },
      fileName: fileName ?? media?.fileName ?? "tep",
      contentType: contentType ?? media?.contentType ?? "application/octet-stream",
      bytes: bytes ?? media?.bytes ?? 0,
      issues: media?.issues ?? (fileId ? [] : ["không còn trong kho tư liệu"]),
    };
  });
}

export type LetterFile = Awaited<ReturnType<typeof filesOfLetters>>[number];

/** What somebody who has the letter is given; null: it may not be given, or is not there. */
export async function bytesOfFile({
  fileId,
  id,
  issues,
}: Pick<LetterFile, "fileId" | "id" | "issues">): Promise<Uint8Array | null> {
  if (issues.length > 0) return null;
  return fileId ? readFile(fileId) : mediaBytes(id);
}

/** Says what goes with a letter that was not sent; gives their names. @throws Unacceptable for what may not go */
export async function attachToLetter(
  { tx, actor }: Work,
  letterId: string,
  mediaIds: string[],
): Promise<string[]> {
  const { agencyId } = actor;
  const fit = await fitToAttach(tx, agencyId, mediaIds);
  await tx.delete(pressLetterAttachment).where(eq(pressLetterAttachment.letterId, letterId));
  if (fit.length > 0)
    await tx
      .insert(pressLetterAttachment)
      .values(fit.map(({ id: mediaId }, place) => ({ letterId, mediaId, agencyId, place })));
  return fit.map(({ fileName }) => fileName);
}

/** Keeps what goes along as it is now: the library may lose it, what was sent stays. Gives their names. */
export async function keepFiles({ tx, actor }: Work, letterId: string): Promise<string[]> {
  const rows = await tx
    .select({ mediaId: pressLetterAttachment.mediaId })
    .from(pressLetterAttachment)
    .where(eq(pressLetterAttachment.letterId, letterId))
    .orderBy(asc(pressLetterAttachment.place));
  const fit = await fitToAttach(
    tx,
    actor.agencyId,
    rows.map(({ mediaId }) => mediaId),
  );
  for (const { id, fileName, contentType } of fit) {
    const content = await mediaBytes(id);
    if (!content)
      throw new Unacceptable(`Không đọc được tệp “${fileName}”; thư chưa gửi, hãy chọn lại tệp.`, []);
    const fileId = uuidv7();
    await putFile(fileId, content);
    const sha256 = createHash("sha256").update(content).digest("hex");
    await tx
      .update(pressLetterAttachment)
      .set({ fileId, fileName, contentType, bytes: content.byteLength, sha256 })
      .where(and(eq(pressLetterAttachment.letterId, letterId), eq(pressLetterAttachment.mediaId, id)));
  }
  return fit.map(({ fileName }) => fileName);
}
