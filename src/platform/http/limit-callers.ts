import { createHmac, randomBytes } from "node:crypto";

/** Addresses that are remembered at most. */
const MOST_ADDRESSES = 10_000;

/**
 * One address may ask so often within a window; asks that lead nowhere count as well. Addresses are held as hashes
 * under a key that ends with the process, and only as long as the window.
 */
export function limitCallers({ most, seconds }: { most: number; seconds: number }) {
  const key = randomBytes(32);
  let window = 0;
  let counts = new Map<string, number>();
  return (address: string, now = Date.now()): boolean => {
    const current = Math.floor(now / (seconds * 1000));
    if (current !== window || counts.size > MOST_ADDRESSES) {
      window = current;
      counts = new Map();
    }
    const name = createHmac("sha256", key).update(address).digest("base64");
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= most;
  };
}
