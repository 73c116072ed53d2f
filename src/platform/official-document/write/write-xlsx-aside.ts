import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Unacceptable } from "../../auth/policy.ts";
import { root } from "../../config/root.ts";
import { type Sheet, writeXlsx } from "./write-xlsx.ts";
import type { XlsxTask } from "./xlsx-worker.ts";

const bounds = { milliseconds: 300_000, heapMegabytes: 1_500 } as const;

/** A workbook of so many rows is written at once; one of more would keep everybody else waiting. */
const SHORT = 1_000;
/** Rows that are handed over in one go. */
const PART = 1_000;

/** The thread's program: the source itself, or beside the bundled server. */
const program = import.meta.url.endsWith(".ts")
  ? new URL("./xlsx-worker.ts", import.meta.url)
  : join(root, "dist", "server", "xlsx-worker.js");

const tooLarge = () =>
  new Unacceptable(
    "Có quá nhiều dòng nên chưa lập được tệp Excel; hãy chia tệp nguồn thành nhiều tệp rồi làm lại từng tệp.",
  );

/**
 * Writes a sheet of any length as .xlsx; a long one in a thread of its own with bounded memory and time, so that the
 * server answers others meanwhile. The signal ends the thread at once. @throws Unacceptable, and the signal's own reason
 */
export async function writeXlsxAside(sheet: Sheet, signal: AbortSignal): Promise<Uint8Array> {
  signal.throwIfAborted();
  const { rows, ...head } = sheet;
  if (rows.length <= SHORT) return writeXlsx([sheet]);
  const worker = new Worker(program, {
    resourceLimits: { maxOldGenerationSizeMb: bounds.heapMegabytes, maxYoungGenerationSizeMb: 64 },
    stdout: true,
    stderr: true,
  });
  let stop = () => {};
  const written = new Promise<Uint8Array>((resolve, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    const late = setTimeout(() => reject(tooLarge()), bounds.milliseconds);
    worker.once("message", resolve);
    worker.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLarge() : error),
    );
    worker.once("exit", () => {
      clearTimeout(late);
      reject(tooLarge());
    });
  }).finally(() => {
    signal.removeEventListener("abort", stop);
    return worker.terminate();
  });
  const hand = (task: XlsxTask) => worker.postMessage(task);
  const handOver = async () => {
    hand({ kind: "sheet", sheet: head });
    for (let from = 0; from < rows.length && !signal.aborted; from += PART) {
      hand({ kind: "rows", rows: rows.slice(from, from + PART) });
      await new Promise((next) => setImmediate(next));
    }
    hand({ kind: "write" });
  };
  const [bytes] = await Promise.all([written, handOver()]);
  return bytes;
}
