import { mkdtempSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BufferSource, Input, MP3, WAVE } from "mediabunny";
import { beforeAll, expect, test } from "vitest";
import { keepFilesIn, withReceivedFile } from "#platform/files/files.ts";
import { checkRecording } from "../../bulletins/loudness/check-recording.ts";
import { readWavHead, wavOf } from "../../bulletins/loudness/wav.ts";
import type { SoundMark } from "./write-sound-mark.ts";

beforeAll(() => keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-sound-marks-"))));

const RATE = 22_050;
const tone = wavOf(
  Float32Array.from({ length: 2 * RATE }, (_, at) => 0.1 * Math.sin((2 * Math.PI * 440 * at) / RATE)),
  RATE,
);
const mark: SoundMark = {
  title: "Bản tin tuần: “lịch tiếp dân”",
  source: "AlgorithmicMediaDigitalSource",
  tool: "Giọng mẫu <1> & 2",
  label: "Bản tin này do giọng đọc tổng hợp của máy thể hiện.",
};
const TERM = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia";

/** The two files made of a reading, with or without a mark. */
const made = (given?: SoundMark) =>
  withReceivedFile((from) =>
    withReceivedFile((wavPath) =>
      withReceivedFile(async (mp3Path) => {
        await writeFile(from, tone);
        await checkRecording({ wavPath, mp3Path, levelledFrom: from, ...(given && { mark: given }) });
        return { wav: await readFile(wavPath), mp3: await readFile(mp3Path) };
      }),
    ),
  );

const read = async (bytes: Buffer) => {
  const input = new Input({ formats: [MP3, WAVE], source: new BufferSource(new Uint8Array(bytes)) });
  const { title, comment, raw } = await input.getMetadataTags();
  return { title, comment, raw: raw ?? {}, seconds: await input.computeDuration() };
};
const xmp = "<Iptc4xmpExt:AISystemUsed>Giọng mẫu &lt;1&gt; &amp; 2</Iptc4xmpExt:AISystemUsed>";

test("a machine's MP3 says in its tag what made it, as a reader of tags finds it; its sound is byte for byte the same", async () => {
  const [plain, marked] = [await made(), await made(mark)];
  const tags = await read(marked.mp3);
  expect(tags).toMatchObject({ title: mark.title, comment: mark.label });
  expect(tags.seconds).toBeCloseTo((await read(plain.mp3)).seconds, 3);
  const head = marked.mp3.subarray(0, marked.mp3.length - plain.mp3.length);
  expect(head.subarray(0, 5).toString("latin1")).toBe("ID3\x04\0");
  // The size of a tag is told in groups of seven bits.
  expect(head.length).toBe(10 + [...head.subarray(6, 10)].reduce((sum, bits) => sum * 128 + bits, 0));
  expect(head.includes(`DigitalSourceType\0${TERM}`)).toBe(true);
  expect(head.includes(`AISystemUsed\0${mark.tool}`)).toBe(true);
  expect(head.includes(xmp)).toBe(true);
  expect(marked.mp3.subarray(head.length).equals(plain.mp3)).toBe(true);
});

test("its WAV says the same behind its samples, none of which changes", async () => {
  const [plain, marked] = [await made(), await made(mark)];
  expect(await read(marked.wav)).toMatchObject({
    title: mark.title,
    comment: mark.label,
    raw: { ISRC: TERM },
  });
  expect(marked.wav.includes(`${mark.tool}\0ICMT`)).toBe(true);
  expect(marked.wav.readUInt32LE(4)).toBe(marked.wav.length - 8);
  expect(marked.wav.includes(`<Iptc4xmpExt:DigitalSourceType>${TERM}<`)).toBe(true);
  const samples = (wav: Buffer) => {
    const { from, to } = readWavHead(wav.subarray(0, 4096), wav.length)!;
    return wav.subarray(from, to);
  };
  expect(samples(marked.wav).equals(samples(plain.wav))).toBe(true);
});
