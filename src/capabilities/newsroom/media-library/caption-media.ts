import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaAsset } from "../tables.ts";
import { cleanCaptions, UnusableCaptions } from "./captions.ts";
import { tellLostRight } from "./describe-media.ts";
import { type MediaAsset, mediaOf } from "./media-queries.ts";
import { mediaPolicy } from "./policy.ts";
import { mediaIssues } from "./rights.ts";

/** What those who cannot hear read instead: captions (.vtt or .srt, written anew) of a video, the text of a recording. */
export async function captionMedia(
  work: Work,
  {
    id,
    captions,
    transcript,
    hasSpeech,
  }: { id: string; captions: string | null; transcript: string | null; hasSpeech: boolean },
): Promise<MediaAsset> {
  const { tx, actor } = work;
  const before = mediaPolicy.permit(actor, "describe", await mediaOf(tx, actor.agencyId, id));
  if (before.durationMs === null)
    throw new Unacceptable("Chỉ video và bản thu mới có phụ đề, lời thoại.", []);
  const columns = {
    captions: before.sort === "video" && captions?.trim() ? cleaned(captions, before.durationMs) : null,
    transcript: transcript?.trim() ? toNfc(transcript).trim() : null,
    hasSpeech,
  };
  const [after] = await tx.update(mediaAsset).set(columns).where(eq(mediaAsset.id, id)).returning();
  await work.record({ act: "caption-media", objectKind: "media", objectId: id, before, after });
  const [lost] = mediaIssues(after!);
  if (lost && mediaIssues(before).length === 0) await tellLostRight(work, after!, lost.message);
  return after!;
}

function cleaned(captions: string, durationMs: number): string {
  try {
    return cleanCaptions(captions, durationMs);
  } catch (error) {
    if (!(error instanceof UnusableCaptions)) throw error;
    throw new Unacceptable(error.message, [{ field: "captions", message: error.message }]);
  }
}
