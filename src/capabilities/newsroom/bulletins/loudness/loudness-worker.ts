import { open, readFile, writeFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { createMp3Encoder } from "wasm-media-encoders";
import { id3Of, type SoundMark, wavWithMark } from "../../media-library/ai-mark/write-sound-mark.ts";
import { levelling } from "./level.ts";
import { type Loudness, LoudnessMeter } from "./meter.ts";
import { readWavHead, wavOf } from "./wav.ts";

export interface RecordingToCheck {
  /** Where the WAV lies, and where its MP3 is written. */
  wavPath: string;
  mp3Path: string;
  /** A WAV that is set right first, with a moment of silence around it; the WAV is written to `wavPath`. */
  levelledFrom?: string;
  /** Stands in both files beside the sound. */
  mark?: SoundMark;
}

/** null: no WAV of one channel and 16 bits at a rate of sound. */
export type CheckedRecording = Loudness | null;

/** Kilobits a second: what every device at the loudspeakers plays. */
const BITRATE = 128;
const SAMPLES_AT_ONCE = 256 * 1024;

/** Amplifiers on their poles need a moment to switch on. In seconds. */
const SILENCE = 0.5;

/** @throws Error where nothing is heard or it cannot be set right */
async function writeLevelled(from: string, to: string, mark: SoundMark | undefined): Promise<void> {
  const bytes = await readFile(from);
  const found = readWavHead(bytes.subarray(0, 4096), bytes.length);
  if (!found) throw new Error("no WAV of one channel and 16 bits");
  const around = Math.round(SILENCE * found.rate);
  const samples = new Float32Array((found.to - found.from) / 2 + 2 * around);
  for (let at = found.from, place = around; at < found.to; at += 2, place += 1)
    samples[place] = bytes.readInt16LE(at) / 32_768;
  const steps = levelling(samples, found.rate);
  let step = steps.next();
  while (!step.done) step = steps.next();
  if (typeof step.value === "string") throw new Error(`a recording could not be set right: ${step.value}`);
  const wav = wavOf(step.value, found.rate);
  await writeFile(to, mark ? wavWithMark(wav, mark) : wav);
}

async function check({ wavPath, mp3Path, mark }: RecordingToCheck): Promise<CheckedRecording> {
  const wav = await open(wavPath);
  try {
    const head = new Uint8Array(4096);
    const { bytesRead } = await wav.read(head, 0, head.length, 0);
    const found = readWavHead(head.subarray(0, bytesRead), (await wav.stat()).size);
    if (!found) return null;
    const encoder = await createMp3Encoder();
    encoder.configure({ sampleRate: found.rate, channels: 1, bitrate: BITRATE });
    const meter = new LoudnessMeter(found.rate, 1);
    const mp3 = await open(mp3Path, "w");
    try {
      if (mark) await mp3.writeFile(id3Of(mark));
      const bytes = new Uint8Array(SAMPLES_AT_ONCE * 2);
      const view = new DataView(bytes.buffer);
      for (let at = found.from; at < found.to; ) {
        const read = await wav.read(bytes, 0, Math.min(bytes.length, found.to - at), at);
        if (read.bytesRead === 0) break;
        const samples = new Float32Array(Math.floor(read.bytesRead / 2));
        for (let place = 0; place < samples.length; place += 1)
          samples[place] = view.getInt16(place * 2, true) / 32_768;
        meter.feed([samples]);
        await mp3.writeFile(encoder.encode([samples]));
        at += read.bytesRead;
      }
      await mp3.writeFile(encoder.finalize());
    } finally {
      await mp3.close();
    }
    return meter.result();
  } finally {
    await wav.close();
  }
}

const asked = workerData as RecordingToCheck;
if (asked.levelledFrom !== undefined) await writeLevelled(asked.levelledFrom, asked.wavPath, asked.mark);
parentPort?.postMessage(await check(asked));
