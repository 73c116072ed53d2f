import { randomUUID } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";

interface Store {
  /** What was given to us: kept, backed up, never changed. */
  given: Disk;
  givenFolder: string;
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
    givenFolder: filesFolder(dataDirectory),
    made: diskAt(madeFolder),
    madeFolder,
    receivingFolder: join(dataDirectory, "receiving-files"),
  };
}

function opened(): Store {
  if (!store) throw new Error("Kho tệp chưa được mở: gọi keepFilesIn trước.");
  return store;
}

export const putFile = (key: string, bytes: Uint8Array): Promise<void> =>
  opened().given.put(key, bytes).catch(noRoom);

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

/** The disk has no room for what comes in; what had come in before is kept. */
export class StoreFull extends Error {
  override name = "StoreFull";
}

const noRoom = (error: Error): never => {
  const codes = [error, error.cause].map((fault) => (fault as NodeJS.ErrnoException | undefined)?.code);
  throw codes.includes("ENOSPC") || codes.includes("EDQUOT") ? new StoreFull() : error;
};

/** Where a file that comes in by parts lies. Keys are ids. */
export const receivingPath = (key: string): string => join(opened().receivingFolder, key);

/** How many bytes of it are there. */
export const receivedBytes = async (key: string): Promise<number> =>
  (await stat(receivingPath(key)).catch(() => null))?.size ?? 0;

/**
 * Writes a part of a file that comes in at its place and answers how many bytes are there now. A part that would leave
 * a gap is not written; the same part again changes nothing. @throws StoreFull
 */
export async function receivePart(key: string, offset: number, bytes: Uint8Array): Promise<number> {
  await mkdir(opened().receivingFolder, { recursive: true });
  const file = await open(receivingPath(key), constants.O_RDWR | constants.O_CREAT);
  try {
    const { size } = await file.stat();
    if (offset > size) return size;
    for (let written = 0; written < bytes.length; )
      written += (await file.write(bytes, written, bytes.length - written, offset + written).catch(noRoom))
        .bytesWritten;
    return Math.max(size, offset + bytes.length);
  } finally {
    await file.close();
  }
}

/** Gives up what came in under these keys. */
export async function dropReceived(keys: string[]): Promise<void> {
  for (const key of keys) await rm(receivingPath(key), { force: true });
}

/** Keys of what is still coming in and was not touched since. */
export async function receivedBefore(since: Date): Promise<string[]> {
  const names = await readdir(opened().receivingFolder).catch(() => []);
  const touched = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(receivingPath(name)).catch(() => null))?.mtime })),
  );
  return touched.flatMap(({ name, at }) => (at && at < since ? [name] : []));
}

/** Moves a file that came in into the store, without reading it through memory. */
export const keepReceivedFile = (path: string, key: string): Promise<void> =>
  opened().given.moveFromFs(path, key).catch(noRoom);

/** Where a file lies, for a program of its own that reads it and never writes there. */
export const pathOfFile = (key: string): string => join(opened().givenFolder, key);

/** The bytes of a file; null when it is not there. */
export async function readFile(key: string): Promise<Uint8Array | null> {
  const { given } = opened();
  return (await given.exists(key)) ? given.getBytes(key) : null;
}

/** A file to be read in pieces: its bytes from `start` to `end`, both included. Null when it is not there. */
export async function streamedFile(
  key: string,
): Promise<{ bytes: number; read: (start: number, end: number) => ReadableStream } | null> {
  const path = join(opened().givenFolder, key);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  return {
    bytes: found.size,
    read: (start, end) => Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream,
  };
}

/** Takes files away for good, with everything that was made from them; what is not there is no fault. */
export async function removeFiles(keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  const { given, made, madeFolder } = opened();
  for (const key of keys) await given.delete(key);
  for (const name of await readdir(madeFolder).catch(() => []))
    if (keys.some((key) => name.startsWith(`${key}-`))) await made.delete(name);
}

/** What is being made now: whoever asks meanwhile waits for the same. */
const making = new Map<string, Promise<Uint8Array | null>>();

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
  const underWay = making.get(key);
  if (underWay) return underWay;
  const work = (async () => {
    const bytes = await make();
    if (bytes) await made.put(key, bytes);
    return bytes;
  })().finally(() => making.delete(key));
  making.set(key, work);
  return work;
}

/** Takes away made files under these keys; they are made again when somebody asks. */
export async function dropMadeFiles(keys: string[]): Promise<void> {
  for (const key of keys) await opened().made.delete(key);
}
