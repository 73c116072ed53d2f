import { eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { toNfc } from "#platform/text/nfc.ts";
import { machineVoice } from "../../tables.ts";
import { bulletinSettingsOf } from "../manner.ts";
import { engineHere } from "./engines.ts";

/** How an agency lets a machine read. */
export interface MachineVoice {
  isAllowed: boolean;
  voice: string;
  /** Said before the words, so that whoever hears them knows (Law 134/2025). */
  label: string;
}

export const usualVoice: MachineVoice = {
  isAllowed: false,
  voice: "vi",
  label: "Bản tin này do giọng đọc tổng hợp của máy thể hiện.",
};

/** What the administrator has stated; the usual where nobody has. */
export async function machineVoiceOf(q: Queryable, agencyId: string): Promise<MachineVoice> {
  const [set] = await q.select().from(machineVoice).where(eq(machineVoice.agencyId, agencyId));
  if (!set) return usualVoice;
  const { isAllowed, voice, label } = set;
  return { isAllowed, voice, label };
}

/** One form of a script, however its lines are broken. */
export const asSaid = (text: string): string => toNfc(text).replace(/\s+/gu, " ").trim();

/** What is given to the engine: the label first, nobody can leave it out. */
export async function readingOf(q: Queryable, agencyId: string, text: string) {
  const { voice, label } = await machineVoiceOf(q, agencyId);
  const { syllablesAMinute } = await bulletinSettingsOf(q, agencyId);
  // A voice of an engine that is here no more.
  const here = engineHere()?.voices ?? [];
  const known = here.some(({ slug }) => slug === voice) ? voice : (here[0]?.slug ?? voice);
  return { text: `${label}\n\n${text}`, voice: known, pace: syllablesAMinute, label };
}
