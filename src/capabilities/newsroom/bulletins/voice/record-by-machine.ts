import { withReceivedFile } from "#platform/files/files.ts";
import type { Work } from "#platform/work/work.ts";
import type { MediaAsset } from "../../media-library/media-queries.ts";
import { checkRecording } from "../loudness/check-recording.ts";
import { keepMachineRecording, permitRecording, recordedBefore } from "./keep-machine-recording.ts";
import { readingOf } from "./machine-voice.ts";
import { readAloud } from "./read-aloud.ts";

/** Runs a piece of work in a transaction of its own. */
type InWork = <T>(act: (work: Work) => Promise<T>) => Promise<T>;

/**
 * Has a script read by the agency's machine voice, sets it right and keeps it. The reading stands outside of any
 * transaction; `signal` ends it. Asked again with the same `askId`, answers the same MP3.
 * @throws Forbidden, Unacceptable, Conflict, SpeechFailed
 */
export async function recordByMachine(
  inWork: InWork,
  { askId, text, title }: { askId: string; text: string; title: string },
  signal?: AbortSignal,
): Promise<MediaAsset> {
  // Looked at before the long work, and once more in the act itself.
  const { before, reading } = await inWork(async (work) => {
    await permitRecording(work);
    return {
      before: await recordedBefore(work, askId),
      reading: await readingOf(work.tx, work.actor.agencyId, text),
    };
  });
  if (before) return before;
  return withReceivedFile((readPath) =>
    withReceivedFile((wavPath) =>
      withReceivedFile(async (mp3Path) => {
        const engine = await readAloud({ ...reading, wavPath: readPath }, signal);
        const { voice, label } = reading;
        const mark = { title, source: engine.source, tool: engine.name, label };
        const measured = await checkRecording({ wavPath, mp3Path, levelledFrom: readPath, mark });
        if (!measured) throw new Error("a machine's reading could not be set right");
        const files = { wavPath, mp3Path, measured };
        return inWork((work) =>
          keepMachineRecording(work, {
            askId,
            title,
            said: text,
            engine: engine.name,
            voice,
            label,
            ...files,
          }),
        );
      }),
    ),
  );
}
