import { and, eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import type { MediaFacts } from "../../media-library/describe-media.ts";
import { type MediaAsset, mediaByIds } from "../../media-library/media-queries.ts";
import { mediaPolicy } from "../../media-library/policy.ts";
import { sentBefore, storeMedia } from "../../media-library/upload-media.ts";
import { mediaLoudness, mediaSpoken } from "../../tables.ts";
import type { Loudness } from "../loudness/meter.ts";
import { machineVoiceOf } from "./machine-voice.ts";
import { machineVoicePolicy } from "./policy.ts";

/** Whether the caller may have a recording made that goes out. @throws Forbidden */
export async function permitRecording({ tx, actor }: Work): Promise<void> {
  const { agencyId } = actor;
  const { isAllowed } = await machineVoiceOf(tx, agencyId);
  machineVoicePolicy.permit(actor, "record", { agencyId, isAllowed });
  mediaPolicy.permit(actor, "upload", { agencyId });
}

/** What this asking has made already. */
export async function recordedBefore(work: Work, askId: string): Promise<MediaAsset | null> {
  const wav = await sentBefore(work, askId);
  if (!wav) return null;
  const [made] = await work.tx
    .select({ id: mediaLoudness.mediaId })
    .from(mediaLoudness)
    .where(and(eq(mediaLoudness.madeFrom, wav.id), eq(mediaLoudness.agencyId, work.actor.agencyId)));
  return made ? ((await mediaByIds(work.tx, work.actor.agencyId, [made.id])).get(made.id) ?? null) : null;
}

/** The engine that has read a recording. */
export async function readerOf({ tx, actor }: Work, mediaId: string): Promise<string> {
  const [spoken] = await tx
    .select({ voice: mediaSpoken.voice })
    .from(mediaSpoken)
    .where(and(eq(mediaSpoken.mediaId, mediaId), eq(mediaSpoken.agencyId, actor.agencyId)));
  // No voice has a blank in its name.
  return spoken?.voice.replace(/: \S*$/, "") ?? "";
}

/**
 * Keeps what a machine has read, at the loudness of loudspeakers, as WAV and MP3 in the library, with every word that
 * it says. Asked again with the same `askId`, answers the same MP3.
 */
export async function keepMachineRecording(
  work: Work,
  {
    askId,
    title,
    said,
    engine,
    voice,
    label,
    insteadWhy,
    wavPath,
    mp3Path,
    measured,
  }: {
    askId: string;
    title: string;
    said: string;
    engine: string;
    voice: string;
    label: string;
    /** Why not the agency's own server has read it. */
    insteadWhy: string | null;
    wavPath: string;
    mp3Path: string;
    measured: Loudness;
  },
): Promise<MediaAsset> {
  await permitRecording(work);
  const before = await recordedBefore(work, askId);
  if (before) return before;
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const facts: MediaFacts = {
    alt: `Bản đọc bằng giọng máy: ${title}`,
    decorative: false,
    credit: `Giọng máy ${engine}`,
    source: null,
    licence: "own",
    consent: "not-needed",
    consentReference: null,
  };
  const store = (path: string, extension: "wav" | "mp3", uploadId: string | null) =>
    storeMedia(work, { path, fileName: `giong-may.${extension}`, uploadId, facts });
  const wav = await store(wavPath, "wav", askId);
  // The same asking may have been kept while this one was read: the database made it wait for that.
  const twin = await recordedBefore(work, askId);
  if (twin) return twin;
  const mp3 = await store(mp3Path, "mp3", null);
  const measuredNow = { ...measured, agencyId, measuredBy: personId, measuredAt: at };
  await tx.insert(mediaLoudness).values([
    { ...measuredNow, mediaId: wav.id },
    { ...measuredNow, mediaId: mp3.id, madeFrom: wav.id },
  ]);
  const spoken = { agencyId, voice: `${engine}: ${voice}`, label, said, madeBy: personId, madeAt: at };
  await tx.insert(mediaSpoken).values([
    { ...spoken, mediaId: wav.id },
    { ...spoken, mediaId: mp3.id },
  ]);
  await work.record({
    act: "record-by-machine",
    objectKind: "media",
    objectId: mp3.id,
    after: { ...measured, voice: spoken.voice, label, said, ...(insteadWhy && { insteadWhy }) },
  });
  return mp3;
}
