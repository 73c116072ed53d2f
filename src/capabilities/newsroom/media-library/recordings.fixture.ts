import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from "mediabunny";

/** A sine at 440 Hz as WAV: mono, 16 bits, 8 kHz. */
export function wavOf(seconds: number): Buffer {
  const rate = 8000;
  const samples = Buffer.alloc(seconds * rate * 2);
  for (let at = 0; at < seconds * rate; at++)
    samples.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * 440 * at) / rate)), at * 2);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/** A container without a picture that could be shown: its sizes and times are what is read. 320 × 240, three seconds; a WebM does not say how long its last picture stays. */
export async function videoOf(container: "mp4" | "webm"): Promise<Buffer> {
  const target = new BufferTarget();
  const output = new Output({
    format: container === "mp4" ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target,
  });
  const picture = new EncodedVideoPacketSource(container === "mp4" ? "avc" : "vp8");
  const sound = new EncodedAudioPacketSource(container === "mp4" ? "aac" : "opus");
  output.addVideoTrack(picture);
  output.addAudioTrack(sound);
  await output.start();
  const description = Buffer.from("0142c00dffe1000a6742c00dda0507e8400001000468ce3c80", "hex");
  for (const second of [0, 1, 2]) {
    await picture.add(new EncodedPacket(Buffer.alloc(300, second), "key", second, 1), {
      decoderConfig: {
        codec: container === "mp4" ? "avc1.42c00d" : "vp8",
        codedWidth: 320,
        codedHeight: 240,
        ...(container === "mp4" && { description }),
      },
    });
    await sound.add(new EncodedPacket(Buffer.alloc(90, second), "key", second, 1), {
      decoderConfig: {
        codec: container === "mp4" ? "mp4a.40.2" : "opus",
        numberOfChannels: 1,
        sampleRate: 48_000,
        ...(container === "mp4" && { description: Buffer.from("1188", "hex") }),
      },
    });
  }
  await output.finalize();
  return Buffer.from(target.buffer!);
}
