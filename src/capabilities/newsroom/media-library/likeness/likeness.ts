/** Side of the small grey copy by which two pictures are compared, in pixels. */
export const SMALL_SIDE = 64;

/** Shares taken off at the left, the top, the right and the bottom. */
type Cut = readonly [left: number, top: number, right: number, bottom: number];

const C = 0.08;
/** The whole first, then cuts of which one lies near to that of a copy with up to a tenth taken off a side. */
const cuts: readonly Cut[] = [
  [0, 0, 0, 0],
  [C / 2, C / 2, C / 2, C / 2],
  [C, C, C, C],
  [C, 0, 0, 0],
  [0, C, 0, 0],
  [0, 0, C, 0],
  [0, 0, 0, C],
  [C, C, 0, 0],
  [C, 0, 0, C],
  [0, C, C, 0],
  [0, 0, C, C],
  [C, 0, C, 0],
  [0, C, 0, C],
];

/** Bits in which the nearest hashes of a picture and its copy differ, at most; the second look decides. */
export const NEAR_BITS = 16;
/** Measured on drawings with grain: copies 0.93 and more, other pictures of one scene 0.81 and less. */
const SAME = 0.88;
/** Below this a picture is one colour, and what is left of its slopes is rounding. */
const FLAT = 100;
const MOST_TAKEN_OFF = 0.2;
const GRID = 32;

type Grid = Float64Array;

/** A cut of the small copy, drawn anew on 32 × 32. */
function gridOf(small: Uint8Array, [left, top, right, bottom]: Cut): Grid {
  const grid = new Float64Array(GRID * GRID);
  const [startX, startY] = [left * SMALL_SIDE, top * SMALL_SIDE];
  const stepX = ((1 - right) * SMALL_SIDE - startX) / GRID;
  const stepY = ((1 - bottom) * SMALL_SIDE - startY) / GRID;
  const inside = (at: number) => Math.min(SMALL_SIDE - 1.001, Math.max(0, at - 0.5));
  for (let y = 0; y < GRID; y++)
    for (let x = 0; x < GRID; x++) {
      let sum = 0;
      for (const dy of [0.25, 0.75])
        for (const dx of [0.25, 0.75]) {
          const px = inside(startX + (x + dx) * stepX);
          const py = inside(startY + (y + dy) * stepY);
          const [ix, iy] = [Math.floor(px), Math.floor(py)];
          const [fx, fy] = [px - ix, py - iy];
          const at = iy * SMALL_SIDE + ix;
          sum +=
            (small[at]! * (1 - fx) + small[at + 1]! * fx) * (1 - fy) +
            (small[at + SMALL_SIDE]! * (1 - fx) + small[at + SMALL_SIDE + 1]! * fx) * fy;
        }
      grid[y * GRID + x] = sum / 4;
    }
  return grid;
}

const waves = Array.from({ length: 8 }, (_, u) =>
  Float64Array.from({ length: GRID }, (_, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * GRID))),
);

/** The perceptual hash of a picture (pHash): 64 zeros and ones, of its 63 coarsest waves those above the middle. */
function hashOf(grid: Grid): string {
  const strengths = [0];
  for (let v = 0; v < 8; v++)
    for (let u = v === 0 ? 1 : 0; u < 8; u++) {
      let sum = 0;
      for (let y = 0; y < GRID; y++) {
        let row = 0;
        for (let x = 0; x < GRID; x++) row += grid[y * GRID + x]! * waves[u]![x]!;
        sum += row * waves[v]![y]!;
      }
      strengths.push(sum);
    }
  const middle = strengths.slice(1).toSorted((a, b) => a - b)[31]!;
  return strengths.map((strength, index) => (index > 0 && strength > middle ? "1" : "0")).join("");
}

/** The hashes of a picture and its cuts, in their order. */
export const hashesOf = (small: Uint8Array): string[] => cuts.map((cut) => hashOf(gridOf(small, cut)));

/** How brightness rises to the right and downwards: light and colour of the whole do not count. */
function slopesOf(grid: Grid): Grid {
  const slopes = new Float64Array(GRID * GRID * 2);
  for (let y = 0; y < GRID - 1; y++)
    for (let x = 0; x < GRID - 1; x++) {
      const at = y * GRID + x;
      slopes[2 * at] = grid[at + 1]! - grid[at]!;
      slopes[2 * at + 1] = grid[at + GRID]! - grid[at]!;
    }
  return slopes;
}

/** −1 to 1: how far two fields go together. */
function agreement(one: Grid, other: Grid): number {
  let [both, first, second] = [0, 0, 0];
  for (let at = 0; at < one.length; at++) {
    both += one[at]! * other[at]!;
    first += one[at]! ** 2;
    second += other[at]! ** 2;
  }
  return first < FLAT || second < FLAT ? 0 : both / Math.sqrt(first * second);
}

/** How well some cut of `larger` agrees with the whole of `smaller`, searched for around a cut. */
function agreementAround(larger: Uint8Array, smaller: Uint8Array, around: Cut): number {
  const whole = slopesOf(gridOf(smaller, cuts[0]!));
  const of = (cut: Cut) => agreement(slopesOf(gridOf(larger, cut)), whole);
  let best = around;
  let reached = of(best);
  for (const step of [0.04, 0.02, 0.01])
    for (let isBetter = true, round = 0; isBetter && round < 6; round++) {
      isBetter = false;
      for (const side of [0, 1, 2, 3])
        for (const by of [-step, step]) {
          const taken = Math.min(MOST_TAKEN_OFF, Math.max(0, best[side]! + by));
          if (taken === best[side]) continue;
          const cut = best.with(side, taken) as unknown as Cut;
          const now = of(cut);
          if (now <= reached + 1e-6) continue;
          [reached, best, isBetter] = [now, cut, true];
        }
    }
  return reached;
}

/** What is kept of a picture to compare it. */
export interface Likeness {
  small: Uint8Array;
  hashes: string[];
}

const differing = (one: string, other: string): number => {
  let bits = 0;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) bits += 1;
  return bits;
};

/** Whether two pictures are one: made smaller, compressed anew, lighter, with a little taken off or put around. */
export function isSamePicture(one: Likeness, other: Likeness): boolean {
  const starts = [
    ...one.hashes.map((hash, cut) => ({
      bits: differing(hash, other.hashes[0]!),
      cut,
      from: one,
      to: other,
    })),
    ...other.hashes.map((hash, cut) => ({
      bits: differing(hash, one.hashes[0]!),
      cut,
      from: other,
      to: one,
    })),
  ].toSorted((a, b) => a.bits - b.bits);
  return starts
    .slice(0, 5)
    .some(({ cut, from, to }) => agreementAround(from.small, to.small, cuts[cut]!) >= SAME);
}
