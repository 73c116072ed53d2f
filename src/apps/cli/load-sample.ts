import type { Database } from "#platform/database/database.ts";
import { plugs } from "../plugs.ts";

/** Loads the sample department, capability by capability, lowest first. */
export async function loadSample(database: Database): Promise<void> {
  const parts = plugs.flatMap(({ sample }) => (sample ? [sample] : []));
  for (const part of parts.sort((a, b) => a.order - b.order)) await part.load(database);
}

/** True when sample mode is to load the sample by itself: nothing is there, and nobody has removed it. */
export async function isSampleAwaited(database: Database): Promise<boolean> {
  for (const { sample } of plugs) if (await sample?.removed?.(database)) return false;
  return isSampleMissing(database);
}

/** True when the installation has no agency, so that the sample can be loaded. */
export async function isSampleMissing(database: Database): Promise<boolean> {
  for (const { sample } of plugs) if (await sample?.missing?.(database)) return true;
  return false;
}
