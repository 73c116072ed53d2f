import { and, eq } from "drizzle-orm";
import { Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { type MediaAsset, mediaOf, mediaWords } from "../../media-library/media-queries.ts";
import { mediaPolicy } from "../../media-library/policy.ts";
import { storeMedia } from "../../media-library/upload-media.ts";
import { mediaAsset, mediaLoudness, mediaSpoken } from "../../tables.ts";
import type { CheckedRecording } from "./loudness-worker.ts";
import { loudnessFault, setRightName } from "./meter.ts";

export interface Levelled {
  /** The recording as it came in. */
  originalId: string;
  /** The same set right, uploaded as WAV by the caller. */
  wavId: string;
}

/** Both recordings, for the caller to make of. @throws NotFound, Forbidden, Unacceptable */
export async function recordingsToLevel(work: Work, { originalId, wavId }: Levelled) {
  const { tx, actor } = work;
  const original = mediaPolicy.permit(actor, "upload", await mediaOf(tx, actor.agencyId, originalId));
  const wav = await mediaOf(tx, actor.agencyId, wavId);
  if (wav.uploadedBy !== actor.personId) throw new Forbidden("Bản WAV này do người khác tải lên.");
  if (original.sort !== "audio" || wav.contentType !== "audio/wav" || originalId === wavId)
    throw new Unacceptable("Cần một bản thu và bản WAV đã chỉnh của nó.", [
      { field: "wavId", message: "Hãy chỉnh lại từ bản thu." },
    ]);
  const [read] = await tx
    .select({ id: mediaSpoken.mediaId })
    .from(mediaSpoken)
    .where(eq(mediaSpoken.mediaId, originalId));
  if (read)
    throw new Unacceptable("Bản thu này do máy đọc, đã ở mức của loa truyền thanh.", [
      { field: "originalId", message: "Hãy dùng bản máy đọc, hoặc cho máy đọc lại." },
    ]);
  if (Math.abs((original.durationMs ?? 0) - (wav.durationMs ?? 0)) > 1000)
    throw new Unacceptable("Bản WAV không dài bằng bản thu.", [
      { field: "wavId", message: "Hãy chỉnh lại từ bản thu." },
    ]);
  return { original, wav };
}

/**
 * Keeps a recording that was set right, as WAV and as the MP3 that was made of it: whose it is, who agreed and what is
 * said are those of the original, which stays. Sent again, answers the same MP3.
 */
export async function keepLevelled(
  work: Work,
  { originalId, wavId, mp3Path, measured }: Levelled & { mp3Path: string; measured: CheckedRecording },
): Promise<MediaAsset> {
  const { tx, actor, at } = work;
  const { original, wav } = await recordingsToLevel(work, { originalId, wavId });
  const [before] = await tx
    .select({ media: mediaAsset })
    .from(mediaLoudness)
    .innerJoin(mediaAsset, eq(mediaAsset.id, mediaLoudness.mediaId))
    .where(and(eq(mediaLoudness.madeFrom, wavId), eq(mediaLoudness.agencyId, actor.agencyId)));
  if (before) return before.media;
  if (measured === null)
    throw new Unacceptable("Không đọc được bản WAV: cần một kênh, 16 bit, từ 8 đến 48 kHz.", [
      { field: "wavId", message: "Hãy chỉnh lại từ bản thu." },
    ]);
  if (loudnessFault(measured) !== null)
    throw new Unacceptable("Bản WAV chưa đạt −16 LUFS ±1, đỉnh dưới −1,5 dBTP.", [
      { field: "wavId", message: "Hãy chỉnh lại từ bản thu." },
    ]);
  const mp3 = await storeMedia(work, {
    path: mp3Path,
    fileName: setRightName(original.fileName, "mp3"),
    uploadId: null,
    facts: null,
  });
  const { alt, described, credit, source, licence, consent, consentReference, hasSpeech, transcript } =
    original;
  const facts = { alt, described, credit, source, licence, consent, consentReference, hasSpeech, transcript };
  // What is said of the original is said of both.
  const describe = async (media: MediaAsset) => {
    const { fileName } = media;
    const [row] = await tx
      .update(mediaAsset)
      .set({ ...facts, wordsPlain: mediaWords({ ...facts, fileName }) })
      .where(eq(mediaAsset.id, media.id))
      .returning();
    return row!;
  };
  await describe(wav);
  const kept = await describe(mp3);
  const by = { ...measured, agencyId: actor.agencyId, measuredBy: actor.personId, measuredAt: at };
  // Somebody may have measured the WAV meanwhile: what the server measured stands.
  await tx
    .insert(mediaLoudness)
    .values({ ...by, mediaId: wavId, madeFrom: originalId })
    .onConflictDoUpdate({ target: mediaLoudness.mediaId, set: { ...by, madeFrom: originalId } });
  await tx.insert(mediaLoudness).values({ ...by, mediaId: mp3.id, madeFrom: wavId });
  await work.record({
    act: "level-recording",
    objectKind: "media",
    objectId: mp3.id,
    after: { ...measured, levelledFrom: original.fileName },
  });
  return kept;
}
