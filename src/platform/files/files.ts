import { join } from "node:path";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";

let disk: Disk | null = null;

/** Folder of the stored files under a data directory. */
export const filesFolder = (dataDirectory: string): string => join(dataDirectory, "files");

/** Chooses where files lie; done once by the process. Keys are ids in ASCII; names live in the database. */
export function keepFilesIn(dataDirectory: string): void {
  disk = new Disk(new FSDriver({ location: filesFolder(dataDirectory), visibility: "private" }));
}

function store(): Disk {
  if (!disk) throw new Error("Kho tệp chưa được mở: gọi keepFilesIn trước.");
  return disk;
}

export const putFile = (key: string, bytes: Uint8Array): Promise<void> => store().put(key, bytes);

/** The bytes of a file; null when it is not there. */
export async function readFile(key: string): Promise<Uint8Array | null> {
  return (await store().exists(key)) ? store().getBytes(key) : null;
}
