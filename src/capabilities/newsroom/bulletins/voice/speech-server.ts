import { eq } from "drizzle-orm";
import { type Config, readConfig } from "#platform/config/config.ts";
import { openText, sealText } from "#platform/config/seal.ts";
import type { Queryable } from "#platform/database/database.ts";
import { outgoingFetch } from "#platform/http/outgoing.ts";
import { speechServer } from "../../tables.ts";
import { type SpeechEngine, SpeechFailed } from "./speech-engine.ts";
import { speechServerEngine } from "./speech-server-engine.ts";

/** A server that the agency runs or rents, which reads its texts aloud. */
export interface SpeechServer {
  isActive: boolean;
  host: string;
  model: string;
  voice: string;
  /** It is under the agency's control: what nobody has approved yet may be sent there. */
  isOwn: boolean;
}

let settings: Config | null = null;

/** Takes the settings over; called once when the process starts. */
export function speechServersBy(config: Config): void {
  settings = config;
}

function known(): Config {
  settings ??= readConfig(process.env);
  return settings;
}

export const sealKey = (key: string): Promise<string> => sealText(known().secretFile, key);

/** What the administrator has stated, without the key; null: nothing. */
export async function speechServerOf(
  q: Queryable,
  agencyId: string,
): Promise<(SpeechServer & { hasKey: boolean }) | null> {
  const [set] = await q.select().from(speechServer).where(eq(speechServer.agencyId, agencyId));
  if (!set) return null;
  const { isActive, host, model, voice, isOwn, sealedKey } = set;
  return { isActive, host, model, voice, isOwn, hasKey: sealedKey !== null };
}

/** The sealed key that is kept for this very host: it is never shown to another. */
export async function sealedKeyFor(q: Queryable, agencyId: string, host: string): Promise<string | null> {
  const [set] = await q.select().from(speechServer).where(eq(speechServer.agencyId, agencyId));
  return set?.host === host ? set.sealedKey : null;
}

const openKey = (sealed: string): Promise<string> =>
  openText(known().secretFile, sealed).catch(() => {
    throw new SpeechFailed(
      "the key was sealed with another secret",
      "Khóa đã lưu của máy chủ đọc không mở được; quản trị viên cần nhập lại khóa.",
    );
  });

/**
 * Who reads at this server. @param key null: the one that is kept for this host, where there is one
 * @throws SpeechFailed where the key that is kept cannot be opened
 */
export async function engineAt(
  q: Queryable,
  agencyId: string,
  server: Pick<SpeechServer, "host" | "model" | "voice">,
  key: string | null = null,
): Promise<SpeechEngine> {
  const sealed = key === null ? await sealedKeyFor(q, agencyId, server.host) : null;
  return speechServerEngine(
    { ...server, key: sealed === null ? key : await openKey(sealed) },
    { call: outgoingFetch(known().voice.allowHosts) },
  );
}
