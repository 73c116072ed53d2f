/** What is measured of a recording. */
export interface Loudness {
  /** Integrated loudness by ITU-R BS.1770-4; null: nothing is heard in it. */
  lufs: number | null;
  /** The highest point between and at the samples, in dBTP; null: silence. */
  truePeakDb: number | null;
}

/** What loudspeakers and the web want, and how far a recording may be from it. */
export const TARGET_LUFS = -16;
export const TOLERANCE_LU = 1;
export const HIGHEST_PEAK_DB = -1.5;

export type LoudnessFault = "silent" | "quiet" | "loud" | "peaks";

/** What is wrong with a recording for the loudspeakers; null: nothing. */
export function loudnessFault({ lufs, truePeakDb }: Loudness): LoudnessFault | null {
  if (lufs === null || truePeakDb === null) return "silent";
  if (lufs < TARGET_LUFS - TOLERANCE_LU) return "quiet";
  if (lufs > TARGET_LUFS + TOLERANCE_LU) return "loud";
  return truePeakDb > HIGHEST_PEAK_DB ? "peaks" : null;
}

/** What a recording that was set right is called. */
export const setRightName = (fileName: string, extension: "wav" | "mp3"): string =>
  `${fileName.replace(/\.[^.]{1,5}$/, "").slice(0, 180)} (−16 LUFS).${extension}`;

/** A filter of second order, direct form II transposed. */
class Biquad {
  #first = 0;
  #second = 0;
  readonly #b: readonly [number, number, number];
  readonly #a: readonly [number, number];

  constructor(b: readonly [number, number, number], a: readonly [number, number]) {
    this.#b = b;
    this.#a = a;
  }

  next(sample: number): number {
    const out = this.#b[0] * sample + this.#first;
    this.#first = this.#b[1] * sample - this.#a[0] * out + this.#second;
    this.#second = this.#b[2] * sample - this.#a[1] * out;
    return out;
  }
}

/** The two filters of the standard for any rate: the head's shelf, then what the ear loses below. */
function weighting(rate: number): [Biquad, Biquad] {
  const shelf = Math.tan((Math.PI * 1681.974450955533) / rate);
  const [high, q] = [10 ** (3.999843853973347 / 20), 0.7071752369554196];
  const middle = high ** 0.4996667741545416;
  const over = 1 + shelf / q + shelf ** 2;
  const low = Math.tan((Math.PI * 38.13547087602444) / rate);
  const lowQ = 0.5003270373238773;
  const lowOver = 1 + low / lowQ + low ** 2;
  return [
    new Biquad(
      [
        (high + (middle * shelf) / q + shelf ** 2) / over,
        (2 * (shelf ** 2 - high)) / over,
        (high - (middle * shelf) / q + shelf ** 2) / over,
      ],
      [(2 * (shelf ** 2 - 1)) / over, (1 - shelf / q + shelf ** 2) / over],
    ),
    new Biquad([1, -2, 1], [(2 * (low ** 2 - 1)) / lowOver, (1 - low / lowQ + low ** 2) / lowOver]),
  ];
}

const OVERSAMPLING = 4;
const TAPS = 12;

/** Four times as many points: a windowed sinc, one row of taps for each point between two samples. */
const phases: Float64Array[] = Array.from({ length: OVERSAMPLING }, (_, phase) => {
  const taps = Float64Array.from({ length: TAPS }, (_unused, tap) => {
    const at = tap - TAPS / 2 + 1 - phase / OVERSAMPLING;
    const window = 0.5 * (1 + Math.cos((2 * Math.PI * at) / (TAPS + 1)));
    return (at === 0 ? 1 : Math.sin(Math.PI * at) / (Math.PI * at)) * window;
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
});

class Channel {
  readonly #filters: [Biquad, Biquad];
  /** The newest samples, twice in a row, so that any TAPS of them lie together. */
  readonly #last = new Float64Array(2 * TAPS);
  #at = 0;
  peak = 0;

  constructor(rate: number) {
    this.#filters = weighting(rate);
  }

  /** The weighted sample squared. */
  next(sample: number): number {
    this.#last[this.#at] = sample;
    this.#last[this.#at + TAPS] = sample;
    this.#at = (this.#at + 1) % TAPS;
    // Far below the highest so far nothing between the samples can pass it.
    if (Math.abs(sample) > this.peak / 4)
      for (const taps of phases) {
        let point = 0;
        for (let tap = 0; tap < TAPS; tap += 1) point += taps[tap]! * this.#last[this.#at + TAPS - 1 - tap]!;
        if (Math.abs(point) > this.peak) this.peak = Math.abs(point);
      }
    const weighted = this.#filters[1].next(this.#filters[0].next(sample));
    return weighted * weighted;
  }
}

const ABSOLUTE_GATE = -70;
const STEPS_A_BLOCK = 4;
const loudnessOf = (power: number) => -0.691 + 10 * Math.log10(power);
const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Measures a recording as it goes by; one or two channels (ITU-R BS.1770-4, blocks of 400 ms each 100 ms). */
export class LoudnessMeter {
  readonly #channels: Channel[];
  readonly #step: number;
  readonly #powers: number[] = [];
  #sum = 0;
  #count = 0;

  /** @param rate samples a second */
  constructor(rate: number, channels: number) {
    this.#channels = Array.from({ length: channels }, () => new Channel(rate));
    this.#step = Math.round(rate / 10);
  }

  /** Samples from −1 to 1, the same number of each channel. */
  feed(samples: readonly Float32Array[]): void {
    const length = samples[0]?.length ?? 0;
    for (let at = 0; at < length; at += 1) {
      for (let channel = 0; channel < this.#channels.length; channel += 1)
        this.#sum += this.#channels[channel]!.next(samples[channel]![at]!);
      this.#count += 1;
      if (this.#count === this.#step) {
        this.#powers.push(this.#sum / this.#step);
        this.#sum = 0;
        this.#count = 0;
      }
    }
  }

  result(): Loudness {
    const peak = Math.max(...this.#channels.map((channel) => channel.peak));
    const blocks: number[] = [];
    for (let at = 0; at + STEPS_A_BLOCK <= this.#powers.length; at += 1)
      blocks.push(mean(this.#powers.slice(at, at + STEPS_A_BLOCK)));
    const audible = blocks.filter((power) => loudnessOf(power) > ABSOLUTE_GATE);
    const gate = loudnessOf(mean(audible)) - 10;
    const heard = audible.filter((power) => loudnessOf(power) > gate);
    return {
      lufs: heard.length === 0 ? null : loudnessOf(mean(heard)),
      truePeakDb: peak === 0 ? null : 20 * Math.log10(peak),
    };
  }
}
