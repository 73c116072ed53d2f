/** Long enough to get on, short enough that nobody notices having waited; in milliseconds. */
const HELD = 20;

/**
 * For long work in the server's own thread: awaited between two items, the answer lets everybody else have their turn
 * once this work has held the thread for a while. A signal that was given meanwhile ends the work by its own reason.
 */
export function givingWay(signal?: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < HELD) return;
    await new Promise((next) => setImmediate(next));
    signal?.throwIfAborted();
    since = performance.now();
  };
}
