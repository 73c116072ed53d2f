import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { root } from "#platform/config/root.ts";
import type { CheckedRecording, RecordingToCheck } from "./loudness-worker.ts";

/** A quarter of an hour takes some seconds; what takes longer is no recording of ours. */
const MILLISECONDS = 120_000;

/** The thread's program: the source itself, or beside the bundled server. */
const program = import.meta.url.endsWith(".ts")
  ? new URL("./loudness-worker.ts", import.meta.url)
  : join(root, "dist", "server", "loudness-worker.js");

/**
 * Measures a WAV, set right before if asked, and writes its MP3, in a thread with bounded time and memory; the server goes on meanwhile.
 * @throws what ended the thread: that is ours to mend, and no fault of the recording
 */
export function checkRecording(recording: RecordingToCheck): Promise<CheckedRecording> {
  const worker = new Worker(program, {
    workerData: recording,
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  return new Promise<CheckedRecording>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("measuring a recording took too long")), MILLISECONDS);
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => {
      clearTimeout(late);
      reject(new Error("the thread that measures a recording ended without an answer"));
    });
  }).finally(() => worker.terminate());
}
