/** From this size on an array is weighed before it is made. */
const weighed = 256 * 1024;

/**
 * Bounds the bytes that this thread holds in byte arrays, which the heap limit of a thread does not count: an array
 * that would go beyond is refused. Returns whether that has happened. For a thread of its own only.
 */
export function boundBytes(most: number): () => boolean {
  let beyond = false;
  const Bytes = globalThis.Uint8Array;
  globalThis.Uint8Array = new Proxy(Bytes, {
    construct(target, args, newTarget) {
      const [length] = args;
      if (typeof length === "number" && length > weighed) {
        if (process.memoryUsage().arrayBuffers + length > most) {
          beyond = true;
          throw new RangeError("More bytes than this thread may hold.");
        }
      }
      return Reflect.construct(target, args, newTarget === globalThis.Uint8Array ? target : newTarget);
    },
  });
  return () => beyond;
}
