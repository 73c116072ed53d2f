import { type Loudness, LoudnessMeter } from "../../bulletins/loudness/meter.ts";

/** Samples a second of what is measured and kept: what every player at the loudspeakers takes. */
export const RATE = 44_100;

/** Whoever watched has asked to stop. */
export class Stopped extends Error {}

/** The first two channels of a recording of the library, in any form that this browser plays. @throws RangeError in words */
export async function decodeRecording(id: string, signal: AbortSignal): Promise<Float32Array[]> {
  const answer = await fetch(`/media/${id}`, { signal });
  if (!answer.ok) throw new RangeError("Chưa tải được bản thu; hãy thử lại.");
  const bytes = await answer.arrayBuffer();
  const sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(bytes).catch(() => null);
  if (signal.aborted) throw new Stopped();
  if (!sound)
    throw new RangeError(
      "Trình duyệt này không đọc được bản thu; hãy thử trình duyệt khác hoặc xuất thành MP3, WAV.",
    );
  return Array.from({ length: Math.min(2, sound.numberOfChannels) }, (_, channel) =>
    sound.getChannelData(channel),
  );
}

/** Measures it second by second, so that the page stays at hand. */
export async function measureRecording(
  channels: Float32Array[],
  signal: AbortSignal,
  show: (part: number) => void,
): Promise<Loudness> {
  const meter = new LoudnessMeter(RATE, channels.length);
  const length = channels[0]?.length ?? 0;
  const atOnce = RATE * 5;
  for (let at = 0; at < length; at += atOnce) {
    meter.feed(channels.map((channel) => channel.subarray(at, at + atOnce)));
    show(Math.min(1, (at + atOnce) / length));
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) throw new Stopped();
  }
  return meter.result();
}

/** Long work step by step, so that the page stays at hand. @throws Stopped */
export async function steppedThrough<Result>(
  steps: Generator<void, Result>,
  signal: AbortSignal,
): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as Result;
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) throw new Stopped();
  }
}
