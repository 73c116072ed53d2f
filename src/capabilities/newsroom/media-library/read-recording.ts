import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { root } from "#platform/config/root.ts";
import type { RecordingAnswer, RecordingFacts } from "./recording-worker.ts";

const MILLISECONDS = 20_000;

/** The thread's program: the source itself, or beside the bundled server. */
const program = import.meta.url.endsWith(".ts")
  ? new URL("./recording-worker.ts", import.meta.url)
  : join(root, "dist", "server", "recording-worker.js");

/**
 * Reads what a video or a recording of sound is, in a thread with bounded time and memory: a file that lies about its
 * sizes ends the thread, not the server. Answers "codec" for what browsers do not play.
 */
export function readRecording(path: string): Promise<RecordingFacts | "unreadable" | "codec"> {
  const worker = new Worker(program, {
    workerData: path,
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  return new Promise<RecordingFacts | "unreadable" | "codec">((resolve) => {
    const late = setTimeout(() => resolve("unreadable"), MILLISECONDS);
    worker.once("message", (answer: RecordingAnswer) =>
      resolve("facts" in answer ? answer.facts : answer.refused),
    );
    worker.once("error", () => resolve("unreadable"));
    worker.once("exit", () => {
      clearTimeout(late);
      resolve("unreadable");
    });
  }).finally(() => worker.terminate());
}
