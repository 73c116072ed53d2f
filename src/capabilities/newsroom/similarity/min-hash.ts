import { mix } from "./hashes.ts";

const BANDS = 64;
const ROWS = 2;
const SIZE = BANDS * ROWS;

/** Odd factors and offsets of the hash functions; fixed, because signatures are stored. */
const factors = Uint32Array.from({ length: SIZE }, (_, at) => mix(at + 1, 0x5bd1e995) | 1);
const offsets = Uint32Array.from({ length: SIZE }, (_, at) => mix(0x1b873593, at + 1));

/** The smallest value of each hash function over the runs of a text: two texts agree in as many as they share runs. */
export function signatureOf(runs: Iterable<number>): Uint32Array {
  const signature = new Uint32Array(SIZE);
  const hashes = new Int32Array(runs);
  for (let at = 0; at < SIZE; at += 1) {
    const factor = factors[at]! | 0;
    // Counted from the middle, so that the smallest is told among signed numbers, which is quicker and the same.
    const offset = (offsets[at]! + 0x80000000) | 0;
    let least = 0x7fffffff;
    for (let run = 0; run < hashes.length; run += 1)
      least = Math.min(least, (Math.imul(hashes[run]!, factor) + offset) | 0);
    signature[at] = least + 0x80000000;
  }
  return signature;
}

/** A key for each band of a signature: texts that share one are worth a comparison. Signed, as int4 is. */
export function bandsOf(signature: Uint32Array): Int32Array {
  const bands = new Int32Array(BANDS);
  for (let band = 0; band < BANDS; band += 1)
    bands[band] = mix(mix(band + 1, signature[ROWS * band]!), signature[ROWS * band + 1]!) | 0;
  return bands;
}

/** The estimated share of runs that two texts have in common, 0 to 1. */
export function estimate(one: Uint32Array, other: Uint32Array): number {
  let same = 0;
  for (let at = 0; at < SIZE; at += 1) if (one[at] === other[at]) same += 1;
  return same / SIZE;
}
