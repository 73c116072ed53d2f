import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { OpenBackup } from "./open-backup.ts";
import { storedFileNames } from "./stored-files.ts";

export interface StagedFiles {
  /** Moves the files in beside those that are there. */
  moveIn: () => Promise<void>;
  /** Takes away what `moveIn` added and what was staged. */
  undo: () => Promise<void>;
  /** Takes away what the backup does not name. */
  removeOthers: () => Promise<void>;
}

/**
 * Writes the files of a backup beside the folder of stored files. A file is named by an id and never changed, so the
 * same name is the same file: moving in makes nothing unreadable for the data that was there, whenever it is stopped.
 */
export async function stageFiles({ manifest, read }: OpenBackup, folder: string): Promise<StagedFiles> {
  const stage = `${folder}.restoring`;
  const added: string[] = [];
  await rm(stage, { recursive: true, force: true });
  const write = async (name: string) => {
    const path = join(stage, name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(read("files", name), createWriteStream(path, { mode: 0o600, flush: true }));
  };
  const undo = async () => {
    for (const path of added) await rm(path, { force: true });
    await rm(stage, { recursive: true, force: true });
  };
  try {
    for (const { name } of manifest.files) await write(name);
  } catch (error) {
    await undo();
    throw error;
  }
  return {
    undo,
    moveIn: async () => {
      for (const { name } of manifest.files) {
        const path = join(folder, name);
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        if (!existsSync(path)) added.push(path);
        await rename(join(stage, name), path);
      }
    },
    removeOthers: async () => {
      const kept = new Set(manifest.files.map(({ name }) => name));
      for (const name of await storedFileNames(folder)) if (!kept.has(name)) await rm(join(folder, name));
      await rm(stage, { recursive: true, force: true });
    },
  };
}
