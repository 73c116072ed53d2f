import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { receivePart, StoreFull } from "#platform/files/files.ts";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaUpload } from "../../tables.ts";
import { largestOf } from "../media-limits.ts";
import { sortOfContent, unknownFile } from "../media-sort.ts";
import { mediaPolicy } from "../policy.ts";
import { ownUpload } from "./upload-queries.ts";

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "file", message }]);
};

/** By its beginning: what nobody would keep is not sent to its end. */
function lookAtBeginning(bytes: Uint8Array, whole: number): void {
  const seems = sortOfContent(bytes.subarray(0, 16));
  if (seems === null) refuse(unknownFile(bytes));
  const largest = seems === "recording" ? largestOf("video", "audio") : largestOf(seems!);
  if (whole > largest)
    refuse(`Tệp lớn hơn ${sizeInWords(largest)} nên không được nhận; hãy thu nhỏ rồi thử lại.`);
}

/**
 * Takes a part of a file at its place, and answers how many bytes are there: the sender goes on from there, whatever
 * came of the part. @throws Unacceptable when the disk is full, or the beginning shows what is not kept
 */
export async function receiveUploadPart(
  { tx, actor, at }: Work,
  { id, offset, bytes }: { id: string; offset: number; bytes: Uint8Array },
): Promise<{ received: number }> {
  mediaPolicy.permit(actor, "upload", { agencyId: actor.agencyId });
  const upload = await ownUpload(tx, actor, id);
  if (offset + bytes.length > upload.bytes)
    refuse("Phần gửi lên dài hơn tệp đã báo; hãy tải lại tệp từ đầu.");
  if (offset === 0) lookAtBeginning(bytes, upload.bytes);
  try {
    const received = await receivePart(id, offset, bytes);
    await tx.update(mediaUpload).set({ seenAt: at }).where(eq(mediaUpload.id, id));
    return { received };
  } catch (error) {
    if (error instanceof StoreFull)
      return refuse(
        "Ổ đĩa của máy chủ đã đầy nên chưa nhận được tiếp; phần đã tải lên vẫn còn. Hãy báo người quản trị, rồi bấm tải tiếp.",
      );
    throw error;
  }
}
