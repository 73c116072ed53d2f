import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Names of all files under the folder of stored files, with "/" between the parts, in a stable order. */
export async function storedFileNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, "/"))
    .sort();
}

export const storedFile = (folder: string, name: string): AsyncIterable<Uint8Array> =>
  createReadStream(join(folder, name));
