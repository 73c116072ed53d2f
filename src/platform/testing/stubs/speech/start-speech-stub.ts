import { Fields, type StubAnswer, type StubCall } from "../stub-call.ts";
import { type Stub, type StubOptions, startStub } from "../stub-server.ts";
import { type SpeechSeed, speechSeed } from "./speech-seed.ts";

/** What was read aloud, in order. */
interface Spoken {
  input: string;
  voice: string;
  speed: number;
}

export interface SpeechStub extends Stub<SpeechSeed> {
  spoken: Spoken[];
}

const refused = (status: number, message: string, type = "invalid_request_error"): StubAnswer => ({
  status,
  body: { error: { message, type, param: null, code: null } },
});

/** A tone of a hundredth of a second for each letter, or silence: one channel, 16 bits. */
function wavFor(letters: number, silent: boolean, { rate, streams }: SpeechSeed["settings"]): Buffer {
  const samples = Math.round((rate * letters) / 100);
  const wav = Buffer.alloc(44 + 2 * samples);
  const unknown = 0xffffffff;
  wav.write("RIFF", 0, "latin1");
  wav.writeUInt32LE(streams ? unknown : wav.length - 8, 4);
  wav.write("WAVEfmt ", 8, "latin1");
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(2 * rate, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write("data", 36, "latin1");
  wav.writeUInt32LE(streams ? unknown : 2 * samples, 40);
  if (!silent)
    for (let at = 0; at < samples; at += 1)
      wav.writeInt16LE(Math.round(3_000 * Math.sin((2 * Math.PI * 440 * at) / rate)), 44 + 2 * at);
  return wav;
}

async function speak(settings: SpeechSeed["settings"], spoken: Spoken[], call: StubCall) {
  if (`${call.method} ${call.path}` !== "POST /v1/audio/speech") return refused(404, "Not Found");
  if (settings.key !== null && call.headers.authorization !== `Bearer ${settings.key}`)
    return refused(401, "Incorrect API key provided.");
  const fields = await Fields.of(call);
  const [input, voice] = [fields.text("input") ?? "", fields.text("voice") ?? ""];
  if (!settings.models.includes(fields.text("model") ?? "")) return refused(404, "The model does not exist.");
  if (!settings.voices.includes(voice)) return refused(400, "Unknown voice.");
  if (fields.text("response_format") !== "wav") return refused(400, "This stub speaks WAV alone.");
  const speed = Number(fields.text("speed") ?? 1);
  if (!(speed >= 0.25 && speed <= 4)) return refused(400, "speed must lie between 0.25 and 4.0");
  if (input === "" || input.length > settings.longestInput) return refused(400, "input is too long or empty");
  if (call.failsWith === "corrupt")
    return { body: wavFor(input.length, false, { ...settings, streams: false }).subarray(0, 200) };
  spoken.push({ input, voice, speed });
  return {
    headers: { "content-type": "audio/wav" },
    body: wavFor(input.length, call.failsWith === "silence", settings),
  };
}

/**
 * A server that reads aloud, called as many that one runs oneself are (`POST /v1/audio/speech`). `async-fail` with the
 * reason `silence` or `corrupt` gives such a sound.
 */
export async function startSpeechStub(options: StubOptions<SpeechSeed> = {}): Promise<SpeechStub> {
  const spoken: Spoken[] = [];
  let { settings } = speechSeed;
  const stub = await startStub(speechSeed, options, () => ({
    reset(seed) {
      settings = seed.settings;
      spoken.length = 0;
    },
    answer: (call) => speak(settings, spoken, call),
    objects: () => ({ spoken }),
    rateLimit: () => ({
      ...refused(429, "Rate limit reached.", "rate_limit_error"),
      headers: { "retry-after": "1" },
    }),
    endToken() {
      settings = { ...settings, key: "" };
    },
  }));
  return Object.assign(stub, { spoken });
}
