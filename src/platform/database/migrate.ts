import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { InvalidSetting } from "../config/config.ts";
import { root } from "../config/root.ts";

/** Group role whose rights the migrations name; every serving login is a member. */
const SERVING_GROUP = "gandan_serving";

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** The one history of the database, in order: files migrations/NNNN-what-it-does.sql. */
export function readMigrations(folder = join(root, "migrations")): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), "utf8");
      return { name: file.slice(0, -4), sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** A step that could not be run; the transaction took back all of them. */
export class FailedUpgrade extends Error {
  override name = "FailedUpgrade";
}

/** Migrations of `history` that `ownerUrl`'s database has not seen yet. */
export async function pendingMigrations(ownerUrl: string, history = readMigrations()): Promise<Migration[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const table = await client.query("select to_regclass('public.migration') is not null as present");
    if (!table.rows[0].present) return history;
    const done = await client.query<{ name: string; checksum: string }>(
      "select name, checksum from migration",
    );
    const known = new Map(done.rows.map((row) => [row.name, row.checksum]));
    for (const name of known.keys()) {
      if (!history.some((migration) => migration.name === name)) {
        throw new InvalidSetting(
          `Cơ sở dữ liệu mới hơn phần mềm (có bước nâng cấp ${name}); hãy dùng bản Gần Dân mới hơn.`,
        );
      }
    }
    return history.filter((migration) => {
      const checksum = known.get(migration.name);
      if (checksum !== undefined && checksum !== migration.checksum) {
        throw new InvalidSetting(
          `Bước nâng cấp ${migration.name} đã chạy nhưng tệp đã bị sửa; hãy khôi phục tệp gốc.`,
        );
      }
      return checksum === undefined;
    });
  } finally {
    await client.end();
  }
}

async function migrateJobs(ownerUrl: string, queues: string[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schedule: false, supervise: false, max: 2 });
  await boss.start();
  try {
    for (const queue of queues) await boss.createQueue(queue);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** The table of what was applied and the rights of the group; inside an open transaction. */
export async function prepareHistory(client: pg.Client, servingRole: string): Promise<void> {
  const group = await client.query("select 1 from pg_roles where rolname = $1", [SERVING_GROUP]);
  if (group.rowCount === 0) await client.query(`create role ${SERVING_GROUP} nologin`);
  await client.query(`grant ${SERVING_GROUP} to ${pg.escapeIdentifier(servingRole)}`);
  await client.query(`
    create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now());
    grant usage on schema public, pgboss to ${SERVING_GROUP};
    grant select on migration to ${SERVING_GROUP};
    grant select, insert, update, delete on all tables in schema pgboss to ${SERVING_GROUP};
    grant execute on all functions in schema pgboss to ${SERVING_GROUP};
  `);
}

/** Runs migrations in their order and notes them; inside an open transaction. */
export async function applyMigrations(client: pg.Client, migrations: Migration[]): Promise<void> {
  for (const { name, sql, checksum } of migrations) {
    try {
      await client.query(sql);
    } catch (error) {
      throw new FailedUpgrade(
        `Bước nâng cấp ${name} thất bại, dữ liệu giữ nguyên như trước: ${(error as Error).message}`,
      );
    }
    await client.query("insert into migration (name, checksum) values ($1, $2)", [name, checksum]);
  }
}

/**
 * Brings the database to the newest migration: all pending files in one transaction, so that a failed one
 * leaves the database as it was. `servingRole` is made a member of the group that the migrations grant to.
 */
export async function migrate(
  ownerUrl: string,
  {
    servingRole,
    queues = [],
    history = readMigrations(),
  }: { servingRole: string; queues?: string[]; history?: Migration[] },
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('gandan.migrate'))");
    const pending = await pendingMigrations(ownerUrl, history);
    await migrateJobs(ownerUrl, queues);
    await client.query("begin");
    await prepareHistory(client, servingRole);
    await applyMigrations(client, pending);
    await client.query("commit");
    return pending.map((migration) => migration.name);
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}
