/** What the hash of a word begins with. */
export const SEED = 0x811c9dc5;

/** One letter more of a word; `finished` when it ends. */
export const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
export function finished(hash: number): number {
  const turned = hash ^ (hash >>> 15);
  return Math.imul(turned, 0x2c1b3c6d) >>> 0;
}

export function hashOf(text: string): number {
  let hash = SEED;
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
  return finished(hash);
}

export const mix = (one: number, other: number): number => {
  let hash = Math.imul(one ^ (other + 0x9e3779b9 + (one << 6) + (one >>> 2)), 0x85ebca6b);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0xc2b2ae35) >>> 0;
};
