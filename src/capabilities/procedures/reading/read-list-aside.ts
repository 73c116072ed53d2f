import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { root } from "#platform/config/root.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import type { TableChoice } from "#platform/sheets/columns/read-table.ts";
import { tooLargeList } from "#platform/sheets/rows/refusals.ts";
import type { ListAnswer, ListTask } from "./list-worker.ts";
import type { ProcedureKey } from "./procedure-columns.ts";
import type { ProcedureList, ProcedureRow } from "./read-procedure-list.ts";

const bounds = { milliseconds: 300_000, heapMegabytes: 1_200 } as const;

/** The thread's program: the source itself, or beside the bundled server. */
const program = import.meta.url.endsWith(".ts")
  ? new URL("./list-worker.ts", import.meta.url)
  : join(root, "dist", "server", "list-worker.js");

/**
 * Reads a list in a thread of its own with bounded memory and time, so that the server answers others meanwhile. `tell`
 * hears now and then how many rows have been read; the signal ends the thread at once.
 * @throws UnreadableDocument for a file that is no such list, and the signal's own reason
 */
export function readListAside(
  bytes: Uint8Array,
  choice: TableChoice<ProcedureKey>,
  { tell, signal }: { tell: (read: number) => void; signal: AbortSignal },
): Promise<ProcedureList> {
  signal.throwIfAborted();
  const own = Uint8Array.from(bytes);
  const task: ListTask = { bytes: own, choice };
  const worker = new Worker(program, {
    workerData: task,
    transferList: [own.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: bounds.heapMegabytes, maxYoungGenerationSizeMb: 64 },
    stdout: true,
    stderr: true,
  });
  let stop = () => {};
  const rows: ProcedureRow[] = [];
  const rejected: ProcedureList["rejected"] = [];
  return new Promise<ProcedureList>((resolve, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    const late = setTimeout(() => reject(tooLargeList()), bounds.milliseconds);
    worker.on("message", (answer: ListAnswer) => {
      if (answer.kind === "refused") reject(new UnreadableDocument(answer.code, answer.message));
      else if (answer.kind === "end") resolve({ ...answer.list, rows, rejected });
      else if (answer.kind === "read") tell(answer.rows);
      else if (answer.kind === "rows") rows.push(...answer.rows);
      else rejected.push(...answer.rows);
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
