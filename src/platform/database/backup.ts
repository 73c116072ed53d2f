import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Writable } from "node:stream";
import { TextReader, ZipWriter } from "@zip.js/zip.js";
import { VIETNAM } from "../clock/vietnam-time.ts";
import { storedFile, storedFileNames } from "./stored-files.ts";
import { inTransaction, ONE_MOMENT, rowsAsJson, storedTables } from "./table-rows.ts";

/** What a backup says of itself; a restore checks all of it before it changes anything. */
export interface BackupManifest {
  product: "gan-dan";
  madeAt: string;
  migrations: { name: string; checksum: string }[];
  tables: { name: string; rows: number; sha256: string }[];
  files: { name: string; sha256: string }[];
}

/** Where a backup of now lies: `backups/REASON-YYYYMMDDHHMMSS.zip`, in Vietnam's time. */
export function backupPath(dataDirectory: string, reason: string): string {
  const stamp = Temporal.Now.plainDateTimeISO(VIETNAM).toString({ smallestUnit: "second" });
  return join(dataDirectory, "backups", `${reason}-${stamp.replace(/\D/g, "")}.zip`);
}

/**
 * Writes everything of one moment into one zip file: each table as JSON lines, each stored file, and a manifest with
 * the migrations and checksums. Nothing is held whole in memory. The file appears under its name only when it is
 * whole and on the disk. `ownerUrl` may read all tables.
 */
export async function backup(ownerUrl: string, filesFolder: string, target: string): Promise<BackupManifest> {
  const half = `${target}.part`;
  await mkdir(dirname(target), { recursive: true });
  const output = createWriteStream(half, { mode: 0o600, flush: true });
  const zip = new ZipWriter<void>(Writable.toWeb(output));
  const add = async (name: string, content: AsyncIterable<Uint8Array>, level?: number): Promise<string> => {
    const hash = createHash("sha256");
    async function* passing() {
      for await (const chunk of content) {
        hash.update(chunk);
        yield chunk;
      }
    }
    await zip.add(name, Readable.toWeb(Readable.from(passing())) as ReadableStream, { level });
    return hash.digest("hex");
  };
  try {
    const manifest: BackupManifest = {
      product: "gan-dan",
      madeAt: new Date().toISOString(),
      migrations: [],
      tables: [],
      files: [],
    };
    await inTransaction(ownerUrl, ONE_MOMENT, async (client) => {
      const applied = await client.query('select name, checksum from migration order by name collate "C"');
      manifest.migrations = applied.rows;
      for (const table of await storedTables(client)) {
        const rows = rowsAsJson(client, table);
        const sha256 = await add(`tables/${table.name}.jsonl`, rows);
        manifest.tables.push({ name: table.name, rows: rows.rowCount, sha256 });
      }
    });
    // Files are never changed, so those read after the moment hold at least what the tables name.
    for (const name of await storedFileNames(filesFolder)) {
      manifest.files.push({ name, sha256: await add(`files/${name}`, storedFile(filesFolder, name), 0) });
    }
    await zip.add("manifest.json", new TextReader(JSON.stringify(manifest, null, 2)));
    await zip.close();
    await rename(half, target);
    return manifest;
  } catch (error) {
    output.destroy();
    await rm(half, { force: true });
    throw error;
  }
}
