import { createHash } from "node:crypto";
import { openAsBlob } from "node:fs";
import { BlobReader, type FileEntry, TextWriter, ZipReader } from "@zip.js/zip.js";
import { z } from "zod";
import type { BackupManifest } from "./backup.ts";

/** A backup that cannot be put back here: one sentence for a person; nothing was changed. */
export class UnusableBackup extends Error {
  override name = "UnusableBackup";
}

const named = z.object({
  // No part may climb out of the folder that it is put back into.
  name: z.string().regex(/^(?!.*(^|\/)[.])[\w.-]{1,100}(\/[\w.-]{1,100})*$/),
  sha256: z.string(),
});
const manifestSchema = z.object({
  product: z.literal("gan-dan"),
  madeAt: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(named.extend({ rows: z.number().int() })),
  files: z.array(named),
}) satisfies z.ZodType<BackupManifest>;

export interface OpenBackup {
  manifest: BackupManifest;
  /** The content of a table (JSON lines) or file, piece by piece; fails at its end when the sum is wrong. */
  read: (kind: "tables" | "files", name: string) => AsyncGenerator<Uint8Array>;
}

const damaged = () =>
  new UnusableBackup("Tệp sao lưu bị hỏng hoặc không phải của Gần Dân; chưa có gì thay đổi.");

async function* checked(entry: FileEntry, sum: string): AsyncGenerator<Uint8Array> {
  let broken: TransformStreamDefaultController | null = null;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => {
      broken = controller;
    },
  });
  const hash = createHash("sha256");
  const reading = entry.getData(writable);
  // The library does not always end what it writes to when the entry cannot be read.
  reading.catch((error) => broken?.error(error));
  for await (const chunk of readable) {
    hash.update(chunk);
    yield chunk;
  }
  await reading;
  if (hash.digest("hex") !== sum) throw damaged();
}

/**
 * Opens a backup and reads all of it once, so that every sum is known to be right before anything is changed; with
 * `check` false when that was done already. Memory stays bounded whatever its size. @throws UnusableBackup
 */
export async function openBackup(path: string, { check = true } = {}): Promise<OpenBackup> {
  let blob: Blob;
  try {
    blob = await openAsBlob(path);
  } catch {
    throw new UnusableBackup(`Không đọc được tệp “${path}”.`);
  }
  try {
    const zip = new ZipReader(new BlobReader(blob), { checkSignature: true });
    const entries = new Map<string, FileEntry>();
    for (const entry of await zip.getEntries()) if (!entry.directory) entries.set(entry.filename, entry);
    const text = await entries.get("manifest.json")?.getData(new TextWriter());
    const manifest = manifestSchema.parse(JSON.parse(text ?? ""));
    const parts = new Map<string, { entry: FileEntry; sha256: string }>();
    for (const [path, sha256] of [
      ...manifest.tables.map(({ name, sha256 }) => [`tables/${name}.jsonl`, sha256] as const),
      ...manifest.files.map(({ name, sha256 }) => [`files/${name}`, sha256] as const),
    ]) {
      const entry = entries.get(path);
      if (!entry) throw damaged();
      parts.set(path, { entry, sha256 });
      if (check) for await (const _ of checked(entry, sha256));
    }
    return {
      manifest,
      read: (kind, name) => {
        const part = parts.get(kind === "tables" ? `tables/${name}.jsonl` : `files/${name}`);
        if (!part) throw damaged();
        return checked(part.entry, part.sha256);
      },
    };
  } catch (error) {
    if (error instanceof UnusableBackup) throw error;
    throw damaged();
  }
}
