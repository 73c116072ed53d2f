import { and, eq, sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { receivedBytes } from "#platform/files/files.ts";
import { toNfc } from "#platform/text/nfc.ts";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaAsset, mediaUpload } from "../../tables.ts";
import { largestOf, mediaLimits } from "../media-limits.ts";
import { mediaSortSlugs } from "../media-sort.ts";
import { mediaPolicy } from "../policy.ts";
import { bytesInStore, ownUpload } from "./upload-queries.ts";

/** So many files may be on their way from one person. */
const MOST_AT_ONCE = 50;

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "file", message }]);
};

/**
 * Begins to take a file by parts, or goes on: answers how many bytes are there. The id is the sender's, one for each
 * file. A file that has wholly come in under this id is answered with what became of it.
 */
export async function beginUpload(
  { tx, actor, at }: Work,
  { id, fileName, bytes, fingerprint }: { id: string; fileName: string; bytes: number; fingerprint: string },
): Promise<{ received: number; mediaId: string | null }> {
  mediaPolicy.permit(actor, "upload", { agencyId: actor.agencyId });
  const { agencyId, personId } = actor;
  const [done] = await tx
    .select({ id: mediaAsset.id })
    .from(mediaAsset)
    .where(and(eq(mediaAsset.uploadedBy, personId), eq(mediaAsset.uploadId, id)));
  if (done) return { received: bytes, mediaId: done.id };
  const largest = largestOf(...mediaSortSlugs);
  if (bytes > largest) refuse(`Tệp lớn hơn ${sizeInWords(largest)} nên không được nhận.`);
  // One after another, so that two that begin at once are both counted.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('media-upload', 0))`);
  const open = await tx.$count(
    mediaUpload,
    and(eq(mediaUpload.agencyId, agencyId), eq(mediaUpload.personId, personId)),
  );
  const [begun] = await tx
    .insert(mediaUpload)
    .values({
      id,
      agencyId,
      personId,
      fileName: toNfc(fileName).trim().slice(0, 200) || "tep",
      bytes,
      fingerprint,
      begunAt: at,
      seenAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (!begun) {
    await ownUpload(tx, actor, id);
    return { received: await receivedBytes(id), mediaId: null };
  }
  if (open >= MOST_AT_ONCE)
    refuse(`Bạn đang tải dở ${open} tệp; hãy tải tiếp hoặc bỏ bớt rồi mới tải tệp khác.`);
  const { store } = mediaLimits();
  if (store !== null && (await bytesInStore(tx)) > store)
    refuse(
      `Kho tư liệu chỉ được chứa ${sizeInWords(store)} và không đủ chỗ cho tệp này; hãy bỏ bớt tư liệu không dùng hoặc báo người quản trị.`,
    );
  return { received: 0, mediaId: null };
}
