import type { Queryable } from "#platform/database/database.ts";
import { isApprovedScript } from "./approved-script.ts";
import { readingOf } from "./machine-voice.ts";
import { readAloud } from "./read-aloud.ts";
import { type SpeechEngine, SpeechFailed } from "./speech-engine.ts";
import { engineAt, speechServerOf } from "./speech-server.ts";

/** Who has read a text: the engine, in which voice, and why not the agency's own server; null: it did, or there is none. */
export interface WhoRead {
  engine: SpeechEngine;
  voice: string;
  insteadWhy: string | null;
}

const NOT_APPROVED = "Lời chưa duyệt không được gửi tới máy chủ đọc riêng.";

const engineOf = (...given: Parameters<typeof engineAt>) =>
  engineAt(...given).catch((error) => {
    if (error instanceof SpeechFailed) return error;
    throw error;
  });

/**
 * What is to be read for an agency, and how: by its own server where it has one and the text may go there, else, and
 * where that fails, as a whole by the engine that is here.
 */
export async function readerFor(q: Queryable, agencyId: string, text: string, at: Date) {
  const reading = await readingOf(q, agencyId, text);
  const server = await speechServerOf(q, agencyId);
  const mayLeave = server?.isActive && (server.isOwn || (await isApprovedScript(q, agencyId, text, at)));
  const own = server && mayLeave ? await engineOf(q, agencyId, server) : null;
  return {
    label: reading.label,
    async read(wavPath: string, signal?: AbortSignal): Promise<WhoRead> {
      let insteadWhy = server?.isActive && !mayLeave ? NOT_APPROVED : null;
      if (own instanceof SpeechFailed) insteadWhy = own.words;
      else if (own) {
        const { slug: voice } = own.voices[0]!;
        try {
          await readAloud({ ...reading, voice, wavPath }, signal, { engine: own, line: agencyId });
          return { engine: own, voice, insteadWhy };
        } catch (error) {
          signal?.throwIfAborted();
          // That many wait for the server is told; that it gave nothing is what the other engine is for.
          if (error instanceof SpeechFailed) insteadWhy = error.words;
          else if (error instanceof Error && error.name === "TimeoutError")
            insteadWhy = "Máy chủ đọc chưa đọc xong sau ba phút.";
          else throw error;
        }
      }
      const engine = await readAloud({ ...reading, wavPath }, signal, { insteadWhy });
      return { engine, voice: reading.voice, insteadWhy };
    },
  };
}
