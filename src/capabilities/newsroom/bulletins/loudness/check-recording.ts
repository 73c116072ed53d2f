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

/** Measures a WAV and writes its MP3, in a thread with bounded time and memory; the server goes on meanwhile. */
export function checkRecording(recording: RecordingToCheck): Promise<CheckedRecording> {
  const worker = new Worker(program, {
    workerData: recording,
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  return new Promise<CheckedRecording>((resolve) => {
    const late = setTimeout(() => resolve(null), MILLISECONDS);
    worker.once("message", resolve);
    worker.once("error", () => resolve(null));
    worker.once("exit", () => {
      clearTimeout(late);
      resolve(null);
    });
  }).finally(() => worker.terminate());
}
