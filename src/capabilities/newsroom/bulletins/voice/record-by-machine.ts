import { withReceivedFile } from "#platform/files/files.ts";
import type { Work } from "#platform/work/work.ts";
import type { MediaAsset } from "../../media-library/media-queries.ts";
import { checkRecording } from "../loudness/check-recording.ts";
import { keepMachineRecording, permitRecording, readerOf, recordedBefore } from "./keep-machine-recording.ts";
import { readerFor } from "./who-reads.ts";

/** Runs a piece of work in a transaction of its own. */
type InWork = <T>(act: (work: Work) => Promise<T>) => Promise<T>;

async function readBefore(work: Work, askId: string) {
  const mp3 = await recordedBefore(work, askId);
  return mp3 && { mp3, readBy: await readerOf(work, mp3.id), insteadWhy: null };
}

/**
 * Has a script read by the agency's machine voice, sets it right and keeps it. The reading stands outside of any
 * transaction; `signal` ends it. Asked again with the same `askId`, answers the same MP3. Says who has read it, and why
 * not the agency's own server.
 * @throws Forbidden, Unacceptable, Conflict, SpeechFailed
 */
export async function recordByMachine(
  inWork: InWork,
  { askId, text, title }: { askId: string; text: string; title: string },
  signal?: AbortSignal,
): Promise<{ mp3: MediaAsset; readBy: string; insteadWhy: string | null }> {
  // Looked at before the long work, and once more in the act itself.
  const { before, reader } = await inWork(async (work) => {
    await permitRecording(work);
    return {
      before: await readBefore(work, askId),
      reader: await readerFor(work.tx, work.actor.agencyId, text, work.at),
    };
  });
  if (before) return before;
  return withReceivedFile((readPath) =>
    withReceivedFile((wavPath) =>
      withReceivedFile(async (mp3Path) => {
        const { engine, voice, insteadWhy } = await reader.read(readPath, signal);
        const { label } = reader;
        const mark = { title, source: engine.source, tool: engine.name, label };
        const measured = await checkRecording({ wavPath, mp3Path, levelledFrom: readPath, mark });
        if (!measured) throw new Error("a machine's reading could not be set right");
        const files = { wavPath, mp3Path, measured };
        return inWork(async (work) => {
          const mp3 = await keepMachineRecording(work, {
            askId,
            title,
            said: text,
            engine: engine.name,
            voice,
            label,
            insteadWhy,
            ...files,
          });
          return { mp3, readBy: await readerOf(work, mp3.id), insteadWhy };
        });
      }),
    ),
  );
}
