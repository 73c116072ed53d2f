import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { root } from "#platform/config/root.ts";
import type { SourceDocument } from "../block.ts";
import { tooLargePdf, UnreadableDocument } from "../unreadable-document.ts";
import type { PdfAnswer, PdfTask } from "./pdf-worker.ts";
import type { PdfFacts } from "./read-facts.ts";

/** Bounds of reading one PDF, in a thread of its own. */
const bounds = {
  milliseconds: 20_000,
  /** To tell pages and title: what takes longer is not worth the wait. */
  millisecondsForFacts: 8_000,
  /**
   * Beyond the first the thread is ended. The second is the engine's own bound, which ends the whole process where one
   * list grows too fast: it leaves room for the greatest list to be copied once into a longer one.
   */
  watchedHeap: 320 * 1024 * 1024,
  heapMegabytes: 560,
  bytes: 192 * 1024 * 1024,
  pages: 2_000,
} as const;

/** How often the memory of the thread is looked at, in milliseconds. */
const watchEvery = 40;

/** The thread's program: the source itself, or beside the bundled server. */
const program = import.meta.url.endsWith(".ts")
  ? new URL("./pdf-worker.ts", import.meta.url)
  : join(root, "dist", "server", "pdf-worker.js");

function inThread(bytes: Uint8Array, wanted: PdfTask["wanted"], signal?: AbortSignal): Promise<PdfAnswer> {
  signal?.throwIfAborted();
  // A copy, which the thread takes over; what a Buffer slices is shared with others.
  const task: PdfTask = {
    bytes: Uint8Array.from(bytes),
    mostBytes: bounds.bytes,
    mostPages: bounds.pages,
    wanted,
  };
  const worker = new Worker(program, {
    workerData: task,
    transferList: [task.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: bounds.heapMegabytes, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  return new Promise<PdfAnswer>((resolve, reject) => {
    const late = setTimeout(
      () => reject(tooLargePdf()),
      wanted === "text" ? bounds.milliseconds : bounds.millisecondsForFacts,
    );
    const watch = setInterval(() => {
      worker.getHeapStatistics().then(
        ({ used_heap_size: used }) => used > bounds.watchedHeap && reject(tooLargePdf()),
        () => {},
      );
    }, watchEvery);
    const stop = () => reject(signal?.reason);
    signal?.addEventListener("abort", stop, { once: true });
    worker.once("message", (answer: PdfAnswer) => {
      if (!("refused" in answer)) resolve(answer);
      else reject(new UnreadableDocument(answer.refused.code, answer.refused.message));
    });
    worker.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLargePdf() : error),
    );
    worker.once("exit", () => {
      clearTimeout(late);
      clearInterval(watch);
      signal?.removeEventListener("abort", stop);
      reject(tooLargePdf());
    });
  }).finally(() => worker.terminate());
}

let before: Promise<unknown> = Promise.resolve();

function inTurn<T>(read: () => Promise<T>): Promise<T> {
  const reading = before.then(read);
  before = reading.catch(() => {});
  return reading;
}

/**
 * Reads the text layer of a PDF, one file after another, each in a thread with bounded time and memory. Throws
 * UnreadableDocument for a scan, a locked, damaged or hostile file; the signal's reason when it was aborted.
 */
export function readPdf(bytes: Uint8Array, signal?: AbortSignal): Promise<SourceDocument> {
  return inTurn(async () => {
    const answer = await inThread(bytes, "text", signal);
    if (!("document" in answer)) throw new Error("asked for the text of a PDF, told something else");
    return answer.document;
  });
}

/** What a PDF says of itself, read in the same turn and bounds; null where it cannot be told. */
export function readPdfFacts(bytes: Uint8Array): Promise<PdfFacts | null> {
  return inTurn(async () => {
    const answer = await inThread(bytes, "facts");
    return "facts" in answer ? answer.facts : null;
  }).catch(() => null);
}
