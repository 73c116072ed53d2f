import { readFile } from "node:fs/promises";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { withReceivedFile } from "#platform/files/files.ts";
import { readWavHead } from "../loudness/wav.ts";
import { machineVoicePolicy } from "./policy.ts";
import { readAloud } from "./read-aloud.ts";
import { type SpeechEngine, SpeechFailed } from "./speech-engine.ts";
import { engineAt, type SpeechServer } from "./speech-server.ts";

/** Says nothing of the agency. */
const TRIAL = "Xin chào. Đây là câu đọc thử.";

/** Has a server read one sentence, before anybody relies on it; says what came, or what is wrong. */
export async function trySpeechServer(
  q: Queryable,
  actor: Actor,
  { key, ...server }: Pick<SpeechServer, "host" | "model" | "voice"> & { key: string | null },
  signal?: AbortSignal,
): Promise<{ ok: boolean; text: string }> {
  const { agencyId } = actor;
  machineVoicePolicy.permit(actor, "allow", { agencyId });
  return withReceivedFile(async (wavPath) => {
    try {
      const engine: SpeechEngine = await engineAt(q, agencyId, server, key);
      const reading = { text: TRIAL, voice: server.voice, pace: 200, wavPath };
      await readAloud(reading, signal, { engine, line: agencyId });
    } catch (error) {
      if (error instanceof SpeechFailed) return { ok: false, text: error.words };
      if (error instanceof Error && error.name === "TimeoutError" && !signal?.aborted)
        return { ok: false, text: "Máy chủ đọc chưa đọc xong sau ba phút." };
      throw error;
    }
    const bytes = await readFile(wavPath);
    const { rate, from, to } = readWavHead(bytes, bytes.length)!;
    const seconds = ((to - from) / 2 / rate).toFixed(1).replace(".", ",");
    return { ok: true, text: `Máy chủ đã đọc câu thử: ${seconds} giây âm thanh, ${rate} Hz.` };
  });
}
