import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { TextReader, Uint8ArrayReader, ZipWriter } from "@zip.js/zip.js";
import { inTransaction, ONE_MOMENT, rowsAsJson, storedTables } from "./table-rows.ts";

/** What a backup says of itself; a restore checks all of it before it changes anything. */
export interface BackupManifest {
  product: "gan-dan";
  madeAt: string;
  migrations: { name: string; checksum: string }[];
  tables: { name: string; rows: number; sha256: string }[];
  files: { name: string; sha256: string }[];
}

export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

/**
 * Writes everything of one moment into one zip file: each table as JSON lines, each stored file, and a manifest with
 * the migrations and checksums. The file appears under its name only when it is whole. `ownerUrl` may read all tables.
 */
export async function backup(ownerUrl: string, filesFolder: string, target: string): Promise<BackupManifest> {
  const half = `${target}.part`;
  await mkdir(dirname(target), { recursive: true });
  const zip = new ZipWriter(Writable.toWeb(createWriteStream(half, { mode: 0o600 })));
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
        const lines: string[] = [];
        for await (const rows of rowsAsJson(client, table)) lines.push(...rows);
        const text = lines.map((line) => `${line}\n`).join("");
        await zip.add(`tables/${table.name}.jsonl`, new TextReader(text));
        manifest.tables.push({ name: table.name, rows: lines.length, sha256: sha256(text) });
      }
    });
    // Files are never changed, so those read after the moment hold at least what the tables name.
    for (const name of await filesIn(filesFolder)) {
      const bytes = await readFile(join(filesFolder, name));
      await zip.add(`files/${name}`, new Uint8ArrayReader(bytes), { level: 0 });
      manifest.files.push({ name, sha256: sha256(bytes) });
    }
    await zip.add("manifest.json", new TextReader(JSON.stringify(manifest, null, 2)));
    await zip.close();
    await rename(half, target);
    return manifest;
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}
