import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";

interface Store {
  /** What was given to us: kept, backed up, never changed. */
  given: Disk;
  /** What can be made again from it at any time. */
  made: Disk;
  /** Where the made ones lie: named as the file they are made from, a hyphen, and what they are. */
  madeFolder: string;
  /** Where what is still coming in lies. */
  receivingFolder: string;
}

let store: Store | null = null;

/** Folder of the stored files under a data directory. */
export const filesFolder = (dataDirectory: string): string => join(dataDirectory, "files");

const diskAt = (location: string) => new Disk(new FSDriver({ location, visibility: "private" }));

/** Chooses where files lie; done once by the process. Keys are ids in ASCII; names live in the database. */
export function keepFilesIn(dataDirectory: string): void {
  const madeFolder = join(dataDirectory, "made-files");
  store = {
    given: diskAt(filesFolder(dataDirectory)),
    made: diskAt(madeFolder),
    madeFolder,
    receivingFolder: join(dataDirectory, "receiving-files"),
  };
}

function opened(): Store {
  if (!store) throw new Error("Kho tệp chưa được mở: gọi keepFilesIn trước.");
  return store;
}

export const putFile = (key: string, bytes: Uint8Array): Promise<void> => opened().given.put(key, bytes);

/** Gives a path for a file that comes in; whatever still lies there afterwards is taken away. */
export async function withReceivedFile<T>(receive: (path: string) => Promise<T>): Promise<T> {
  const { receivingFolder } = opened();
  await mkdir(receivingFolder, { recursive: true });
  const path = join(receivingFolder, randomUUID());
  try {
    return await receive(path);
  } finally {
    await rm(path, { force: true });
  }
}

/** Moves a file that came in into the store, without reading it through memory. */
export const keepReceivedFile = (path: string, key: string): Promise<void> =>
  opened().given.moveFromFs(path, key);

/** The bytes of a file; null when it is not there. */
export async function readFile(key: string): Promise<Uint8Array | null> {
  const { given } = opened();
  return (await given.exists(key)) ? given.getBytes(key) : null;
}

/** Takes files away for good, with everything that was made from them; what is not there is no fault. */
export async function removeFiles(keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  const { given, made, madeFolder } = opened();
  for (const key of keys) await given.delete(key);
  for (const name of await readdir(madeFolder).catch(() => []))
    if (keys.some((key) => name.startsWith(`${key}-`))) await made.delete(name);
}

/**
 * The bytes of a file that is made from others, kept from then on: a smaller picture, a card. Never part of a backup.
 * Null when `make` has nothing to make it from.
 */
export async function readMadeFile(
  key: string,
  make: () => Promise<Uint8Array | null>,
): Promise<Uint8Array | null> {
  const { made } = opened();
  if (await made.exists(key)) return made.getBytes(key);
  const bytes = await make();
  if (bytes) await made.put(key, bytes);
  return bytes;
}
