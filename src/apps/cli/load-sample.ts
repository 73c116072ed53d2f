import type { Database } from "#platform/database/database.ts";
import { plugs } from "../plugs.ts";

/** Loads the sample department, capability by capability, lowest first. */
export async function loadSample(database: Database): Promise<void> {
  const parts = plugs.flatMap(({ sample }) => (sample ? [sample] : []));
  for (const part of parts.sort((a, b) => a.order - b.order)) await part.load(database);
}

/** True when sample mode finds an installation without any agency. */
export async function isSampleMissing(database: Database): Promise<boolean> {
  for (const { sample } of plugs) if (await sample?.missing?.(database)) return true;
  return false;
}
