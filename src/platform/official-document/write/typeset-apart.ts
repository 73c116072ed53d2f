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

export interface Apart {
  /** Ends it, where it waits or is being set; the asker gets the reason. */
  signal?: AbortSignal;
  /** Called when its turn comes. */
  begun?: () => void;
}

function setNow(
  template: string,
  name: string,
  data: unknown,
  { signal, begun }: Apart,
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  begun?.();
  const worker = new Worker(program, { workerData: { template, name, data } });
  return new Promise<Uint8Array>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new PdfUnavailable("Tệp quá dài nên chưa lập được; hãy chọn ít thủ tục hơn.")),
      LONGEST,
    );
    worker.once("message", (answer: TypesetAnswer) =>
      answer.kind === "done" ? resolve(answer.bytes) : reject(new PdfUnavailable(answer.message)),
    );
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
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
export function typesetApart(
  template: string,
  name: string,
  data: unknown,
  apart: Apart = {},
): Promise<Uint8Array> {
  const set = last.then(() => setNow(template, name, data, apart));
  last = set.catch(() => undefined);
  const { signal } = apart;
  if (!signal) return set;
  // Who stops it while it waits hears at once, not when its turn would have come.
  return Promise.race([
    set,
    new Promise<never>((_, reject) => {
      if (signal.aborted) reject(signal.reason);
      else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    }),
  ]);
}
