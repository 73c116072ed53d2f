import type { Queryable } from "#platform/database/database.ts";

/** Keys of the stored files that a capability's part of the sample holds. */
export type NameSampleFiles = (q: Queryable) => Promise<string[]>;

const learnt: NameSampleFiles[] = [];

/** Tells the process where a capability keeps files of the sample; done once by the apps for each. */
export function learnSampleFiles(name: NameSampleFiles): void {
  learnt.push(name);
}

/** Keys of all stored files of the sample, those that came to it later too. */
export async function sampleFiles(q: Queryable): Promise<string[]> {
  const keys: string[] = [];
  for (const name of learnt) keys.push(...(await name(q)));
  return keys;
}
