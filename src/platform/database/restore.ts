import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Entry, TextWriter, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import pg from "pg";
import { z } from "zod";
import { type BackupManifest, sha256 } from "./backup.ts";
import { readMigrations } from "./migrate.ts";
import { insertJsonRows, inTransaction, storedTables } from "./table-rows.ts";

/** A backup that cannot be put back here: one sentence for a person; nothing was changed. */
export class UnusableBackup extends Error {
  override name = "UnusableBackup";
}

const named = z.object({ name: z.string().regex(/^[\w.-]{1,100}$/), sha256: z.string() });
const manifestSchema = z.object({
  product: z.literal("gan-dan"),
  madeAt: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(named.extend({ rows: z.number().int() })),
  files: z.array(named),
}) satisfies z.ZodType<BackupManifest>;

interface OpenBackup {
  manifest: BackupManifest;
  tables: Map<string, string[]>;
  files: Map<string, Uint8Array>;
}

const damaged = () =>
  new UnusableBackup("Tệp sao lưu bị hỏng hoặc không phải của Gần Dân; chưa có gì thay đổi.");

/** Reads the whole backup and checks every sum. @throws UnusableBackup */
async function openBackup(path: string): Promise<OpenBackup> {
  const bytes = await readFile(path).catch(() => {
    throw new UnusableBackup(`Không đọc được tệp “${path}”.`);
  });
  try {
    const zip = new ZipReader(new Uint8ArrayReader(bytes));
    const entries = new Map((await zip.getEntries()).map((entry) => [entry.filename, entry]));
    const read = async <T>(
      name: string,
      get: (entry: Entry & { directory: false }) => Promise<T>,
    ): Promise<T> => {
      const entry = entries.get(name);
      if (!entry || entry.directory) throw damaged();
      return get(entry as Entry & { directory: false });
    };
    const text = (name: string) => read(name, (entry) => entry.getData!(new TextWriter()));
    const manifest = manifestSchema.parse(JSON.parse(await text("manifest.json")));
    const tables = new Map<string, string[]>();
    for (const { name, sha256: sum } of manifest.tables) {
      const lines = await text(`tables/${name}.jsonl`);
      if (sha256(lines) !== sum) throw damaged();
      tables.set(name, lines.split("\n").filter(Boolean));
    }
    const files = new Map<string, Uint8Array>();
    for (const { name, sha256: sum } of manifest.files) {
      const data = await read(`files/${name}`, (entry) => entry.getData!(new Uint8ArrayWriter()));
      if (sha256(data) !== sum) throw damaged();
      files.set(name, data);
    }
    return { manifest, tables, files };
  } catch (error) {
    if (error instanceof UnusableBackup) throw error;
    throw damaged();
  }
}

function refuseOtherVersion({ migrations }: BackupManifest): void {
  const here = readMigrations();
  const same =
    migrations.length === here.length &&
    migrations.every(
      ({ name, checksum }, index) => here[index]!.name === name && here[index]!.checksum === checksum,
    );
  if (same) return;
  const newest = migrations.at(-1)?.name ?? "trống";
  throw new UnusableBackup(
    `Bản sao lưu thuộc một bản Gần Dân khác (bước nâng cấp cuối: ${newest}). Hãy cài đúng bản đó, khôi phục, rồi nâng cấp.`,
  );
}

/**
 * Puts a backup back, all of it or nothing. Without `replace` only into an installation without any agency. Jobs that
 * were queued are not kept: the sweeps find what is due.
 */
export async function restore(
  ownerUrl: string,
  filesFolder: string,
  path: string,
  { replace }: { replace: boolean },
): Promise<BackupManifest> {
  const { manifest, tables, files } = await openBackup(path);
  refuseOtherVersion(manifest);
  await inTransaction(ownerUrl, "begin", async (client) => {
    const { rows } = await client.query("select count(*)::int as agencies from agency");
    if (rows[0].agencies > 0 && !replace) {
      throw new UnusableBackup(
        "Hệ thống đang có dữ liệu; thêm --replace nếu muốn thay toàn bộ bằng bản sao lưu.",
      );
    }
    const stored = await storedTables(client);
    await client.query(`truncate ${stored.map(({ name }) => pg.escapeIdentifier(name)).join(", ")}`);
    // Rows come back in any order; what refers to each other was whole when it was saved.
    await client.query("set local session_replication_role = replica");
    for (const { name } of stored) {
      const lines = tables.get(name) ?? [];
      for (let from = 0; from < lines.length; from += 500)
        await insertJsonRows(client, name, lines.slice(from, from + 500));
    }
    await mkdir(filesFolder, { recursive: true, mode: 0o700 });
    for (const [name, bytes] of files) await writeFile(join(filesFolder, name), bytes, { mode: 0o600 });
    await client.query(`select pg_notify('page_invalidated', '["agency"]')`);
  });
  return manifest;
}
