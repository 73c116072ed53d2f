import pg from "pg";
import type { BackupManifest } from "./backup.ts";
import { applyMigrations, type Migration, prepareHistory, readMigrations } from "./migrate.ts";
import { type OpenBackup, UnusableBackup } from "./open-backup.ts";
import { type StagedFiles, stageFiles } from "./stage-files.ts";
import { insertJsonRows, inTransaction, storedTables } from "./table-rows.ts";

const identifier = pg.escapeIdentifier;

/** The history in two parts: what the backup's database had seen, and what came later. */
function splitHistory({ migrations }: BackupManifest, history: Migration[]): [Migration[], Migration[]] {
  const seen = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const own = history.filter(({ name, checksum }) => seen.get(name) === checksum);
  if (own.length === seen.size) return [own, history.filter(({ name }) => !seen.has(name))];
  const unknown = migrations.find(({ name }) => !history.some((one) => one.name === name));
  throw new UnusableBackup(
    unknown
      ? `Bản sao lưu mới hơn phần mềm này (có bước nâng cấp ${unknown.name}); chưa có gì thay đổi. Hãy cài bản Gần Dân mới hơn rồi khôi phục.`
      : "Bản sao lưu thuộc một bản Gần Dân có bước nâng cấp khác bản này; chưa có gì thay đổi. Hãy cài đúng bản đó rồi khôi phục.",
  );
}

/** Fills the tables just made. What refers to each other is checked when all rows are there, as the owner may. */
async function load(client: pg.Client, { manifest, read }: OpenBackup): Promise<void> {
  const tables = (await storedTables(client)).map(({ name }) => name);
  const saved = new Set(manifest.tables.map(({ name }) => name));
  if (tables.length !== saved.size || !tables.every((name) => saved.has(name)))
    throw new UnusableBackup("Bản sao lưu không đủ các bảng của phiên bản đã ghi; chưa có gì thay đổi.");
  const references = await client.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    where contype = 'f' and conparentid = 0 and n.nspname = 'public'
  `);
  for (const { table, name } of references.rows)
    await client.query(`alter table ${table} drop constraint ${identifier(name)}`);
  // A migration may have put rows in.
  await client.query(`truncate ${tables.map(identifier).join(", ")}`);
  for (const name of tables) {
    await client.query(`alter table ${identifier(name)} disable trigger user`);
    await insertJsonRows(client, name, read("tables", name));
    await client.query(`alter table ${identifier(name)} enable trigger user`);
  }
  for (const { table, name, definition } of references.rows)
    await client.query(`alter table ${table} add constraint ${identifier(name)} ${definition}`);
  const counters = await client.query<{ next: string }>(`
    select format('select setval(%L, (select coalesce(max(%I), 0) + 1 from %s), false)', s.oid::regclass, a.attname, d.refobjid::regclass) as next
    from pg_class s join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i')
    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace
  `);
  for (const { next } of counters.rows) await client.query(next);
}

/**
 * Puts a backup back, all of it or nothing. One of an earlier version is put into the tables of that version and then
 * upgraded, in the same transaction. Without `replace` only into an installation without any agency. Jobs that were
 * queued are not kept: the sweeps find what is due.
 */
export async function restore(
  ownerUrl: string,
  filesFolder: string,
  saved: OpenBackup,
  {
    replace,
    servingRole,
    history = readMigrations(),
  }: { replace: boolean; servingRole: string; history?: Migration[] },
): Promise<BackupManifest & { upgraded: string[] }> {
  const [own, later] = splitHistory(saved.manifest, history);
  let files: StagedFiles | null = null;
  try {
    await inTransaction(ownerUrl, "begin", async (client) => {
      await client.query("select pg_advisory_xact_lock(hashtext('gandan.migrate'))");
      const { rows } = await client.query("select count(*)::int as agencies from agency");
      if (rows[0].agencies > 0 && !replace) {
        throw new UnusableBackup(
          "Hệ thống đang có dữ liệu; thêm --replace nếu muốn thay toàn bộ bằng bản sao lưu.",
        );
      }
      files = await stageFiles(saved, filesFolder);
      await client.query("drop schema public cascade; create schema public");
      await client.query(
        "alter schema public owner to pg_database_owner; grant usage on schema public to public",
      );
      await prepareHistory(client, servingRole);
      await applyMigrations(client, own);
      await load(client, saved);
      await applyMigrations(client, later);
      await client.query("delete from pgboss.job where state in ('created', 'retry')");
      await client.query(`select pg_notify('page_invalidated', '["agency"]')`);
      await files.moveIn();
    });
  } catch (error) {
    await (files as StagedFiles | null)?.undo();
    throw error;
  }
  await (files as StagedFiles | null)?.removeOthers();
  return { ...saved.manifest, upgraded: later.map(({ name }) => name) };
}
