import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Unacceptable } from "#platform/auth/policy.ts";
import { root } from "#platform/config/root.ts";
import type { Drawn, Identity } from "./draw-picture.ts";
import type { Delivery, Order } from "./drawing-worker.ts";
import type { GraphicInput } from "./infographic.ts";

const MILLISECONDS = 15_000;
/** The thread keeps the opened fonts; after so long without work it ends. */
const IDLE = 60_000;

/** The thread's program: the source itself, or beside the bundled server. */
const program = import.meta.url.endsWith(".ts")
  ? new URL("./drawing-worker.ts", import.meta.url)
  : join(root, "dist", "server", "drawing-worker.js");

interface Thread {
  worker: Worker;
  waiting: Map<number, (drawn: Drawn | null) => void>;
  idle: NodeJS.Timeout | undefined;
}

let thread: Thread | null = null;
let orders = 0;

function opened(): Thread {
  if (thread) return thread;
  const worker = new Worker(program, {
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
  });
  const mine: Thread = { worker, waiting: new Map(), idle: undefined };
  const give = () => {
    if (thread === mine) thread = null;
    for (const answer of mine.waiting.values()) answer(null);
    mine.waiting.clear();
  };
  worker.on("message", ({ number, drawn }: Delivery) => mine.waiting.get(number)?.(drawn));
  worker.on("error", give);
  worker.on("exit", give);
  // The process may end while the thread waits for work.
  worker.unref();
  thread = mine;
  return mine;
}

/**
 * Draws in a thread of its own, so that the server goes on answering; with bounded time and memory. What takes too long
 * ends the thread with all that waits for it. @throws Unacceptable
 */
export async function drawInThread(input: GraphicInput, identity: Identity): Promise<Drawn> {
  const { worker, waiting } = opened();
  const mine = thread!;
  clearTimeout(mine.idle);
  orders += 1;
  const number = orders;
  const drawn = await new Promise<Drawn | null>((resolve) => {
    const late = setTimeout(() => void worker.terminate(), MILLISECONDS);
    waiting.set(number, (answer) => {
      clearTimeout(late);
      waiting.delete(number);
      resolve(answer);
    });
    worker.postMessage({ number, input, identity } satisfies Order);
  });
  if (waiting.size === 0) mine.idle = setTimeout(() => void worker.terminate(), IDLE).unref();
  if (!drawn) throw new Unacceptable("Không vẽ được hình này; hãy thử lại với bảng ít chữ hơn.");
  return drawn;
}
