import { createHash } from "node:crypto";
import { count, eq } from "drizzle-orm";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile } from "#platform/files/files.ts";
import { isPicture, UnusableFile, usableFile } from "#platform/files/usable-file.ts";
import type { Work } from "#platform/work/work.ts";
import { MOST_PICTURES } from "../feedback.ts";
import type { Feedback } from "../feedback-queries.ts";
import { feedbackPicture } from "../tables.ts";

/** Written anew before anything is kept: no place, no camera, nothing hidden behind the picture. */
export async function usablePictures(
  files: readonly File[],
): Promise<{ pictures: { bytes: Uint8Array; fileName: string; contentType: string }[]; refused: string[] }> {
  const [pictures, refused]: [Awaited<ReturnType<typeof usableFile>>[], string[]] = [[], []];
  for (const file of files.slice(0, MOST_PICTURES)) {
    try {
      const one = await usableFile(new Uint8Array(await file.arrayBuffer()), file.name || "anh.jpg");
      if (isPicture(one.contentType)) pictures.push(one);
      else refused.push(`Tệp “${one.fileName}” không phải ảnh nên không được nhận.`);
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error;
      refused.push(error.message);
    }
  }
  if (files.length > MOST_PICTURES)
    refused.push(`Chỉ nhận ${MOST_PICTURES} ảnh; các ảnh sau không được nhận.`);
  return { pictures, refused };
}

/** Keeps pictures with what was said; the same picture again is the same. Gives how many came to it. */
export async function addPictures(
  { tx, at }: Work,
  row: Feedback,
  pictures: { bytes: Uint8Array; fileName: string; contentType: string }[],
): Promise<number> {
  const [kept] = await tx
    .select({ n: count() })
    .from(feedbackPicture)
    .where(eq(feedbackPicture.feedbackId, row.id));
  let added = 0;
  for (const { bytes, fileName, contentType } of pictures.slice(0, Math.max(0, MOST_PICTURES - kept!.n))) {
    const id = uuidv7();
    const [made] = await tx
      .insert(feedbackPicture)
      .values({
        ...{ id, agencyId: row.agencyId, feedbackId: row.id, fileName, contentType, addedAt: at },
        bytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      })
      .onConflictDoNothing()
      .returning();
    if (!made) continue;
    await putFile(id, bytes);
    added += 1;
  }
  return added;
}
