import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { root } from "#platform/config/root.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { tooLargeList } from "#platform/sheets/rows/refusals.ts";
import type { DossiersAnswer, DossiersTask, RejectedRow } from "./dossiers-worker.ts";
import type { Dossier } from "./judge-dossier.ts";
import type { DossierReading } from "./read-dossiers.ts";

const bounds = { milliseconds: 300_000, heapMegabytes: 900 } as const;

/** The thread's program: the source itself, or beside the bundled server. */
const program = import.meta.url.endsWith(".ts")
  ? new URL("./dossiers-worker.ts", import.meta.url)
  : join(root, "dist", "server", "dossiers-worker.js");

/**
 * Reads a sheet in a thread of its own with bounded memory and time, so that the server answers others meanwhile.
 * `take` hears every dossier and how many rows have been read; the signal ends the thread at once.
 * @throws UnreadableDocument for a file that is no such sheet, and the signal's own reason
 */
export function readDossiersAside(
  bytes: Uint8Array,
  asOf: number,
  take: (dossier: Dossier, read: number) => void,
  signal: AbortSignal,
): Promise<{ reading: DossierReading; rejected: RejectedRow[] }> {
  signal.throwIfAborted();
  const own = Uint8Array.from(bytes);
  const task: DossiersTask = { bytes: own, asOf };
  const worker = new Worker(program, {
    workerData: task,
    transferList: [own.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: bounds.heapMegabytes, maxYoungGenerationSizeMb: 64 },
    stdout: true,
    stderr: true,
  });
  let stop = () => {};
  return new Promise<{ reading: DossierReading; rejected: RejectedRow[] }>((resolve, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    const late = setTimeout(() => reject(tooLargeList()), bounds.milliseconds);
    worker.on("message", (answer: DossiersAnswer) => {
      try {
        if (answer.kind === "refused") reject(new UnreadableDocument(answer.code, answer.message));
        else if (answer.kind === "end") resolve({ reading: answer.reading, rejected: answer.rejected });
        else for (const dossier of answer.dossiers) take(dossier, answer.read);
      } catch (error) {
        reject(error);
      }
    });
    worker.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLargeList() : error),
    );
    worker.once("exit", () => {
      clearTimeout(late);
      reject(tooLargeList());
    });
  }).finally(() => {
    signal.removeEventListener("abort", stop);
    return worker.terminate();
  });
}
