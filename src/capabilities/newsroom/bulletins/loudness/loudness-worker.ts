import { open } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { createMp3Encoder } from "wasm-media-encoders";
import { type Loudness, LoudnessMeter } from "./meter.ts";
import { readWavHead } from "./wav.ts";

export interface RecordingToCheck {
  /** Where the WAV lies, and where its MP3 is written. */
  wavPath: string;
  mp3Path: string;
}

/** null: no WAV of one channel and 16 bits at a rate of sound. */
export type CheckedRecording = Loudness | null;

/** Kilobits a second: what every device at the loudspeakers plays. */
const BITRATE = 128;
const SAMPLES_AT_ONCE = 256 * 1024;

async function check({ wavPath, mp3Path }: RecordingToCheck): Promise<CheckedRecording> {
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

parentPort?.postMessage(await check(workerData as RecordingToCheck));
