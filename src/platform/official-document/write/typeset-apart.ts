import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { root } from "#platform/config/root.ts";
import { PdfUnavailable } from "./typeset.ts";
import type { TypesetAnswer } from "./typeset-worker.ts";

/** The thread's program: the source itself, or beside the bundled server. */
const program = import.meta.url.endsWith(".ts")
  ? new URL("./typeset-worker.ts", import.meta.url)
  : join(root, "dist", "server", "typeset-worker.js");

const LONGEST = 120_000;

/** What is being set or waits for it; one long document at a time, so that many askers do not fill the machine. */
let last: Promise<unknown> = Promise.resolve();

function setNow(template: string, name: string, data: unknown): Promise<Uint8Array> {
  const worker = new Worker(program, { workerData: { template, name, data } });
  return new Promise<Uint8Array>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new PdfUnavailable("Tệp quá dài nên chưa lập được; hãy chọn ít thủ tục hơn.")),
      LONGEST,
    );
    worker.once("message", (answer: TypesetAnswer) =>
      answer.kind === "done" ? resolve(answer.bytes) : reject(new PdfUnavailable(answer.message)),
    );
    worker.once("error", reject);
    worker.once("exit", () => {
      clearTimeout(late);
      reject(new Error("Typst: the thread ended without an answer"));
    });
  }).finally(() => worker.terminate());
}

/**
 * Sets a long document in a thread, so that the server answers others meanwhile: 300 pages take seconds. `data` goes in
 * as JSON under `name`, its texts through what the font can print. Throws PdfUnavailable as `typeset` does.
 */
export function typesetApart(template: string, name: string, data: unknown): Promise<Uint8Array> {
  const set = last.then(() => setNow(template, name, data));
  last = set.catch(() => undefined);
  return set;
}
