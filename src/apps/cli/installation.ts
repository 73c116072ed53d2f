import { accessSync, constants, mkdirSync } from "node:fs";
import pg from "pg";
import { type Config, InvalidSetting } from "#platform/config/config.ts";
import { readSecrets, type Secrets } from "#platform/config/secrets.ts";
import { backup, backupPath } from "#platform/database/backup.ts";
import { type OpenDatabase, openDatabase } from "#platform/database/database.ts";
import { hasEmbeddedPostgres, SERVING } from "#platform/database/embedded-postgres.ts";
import { type Migration, migrate, pendingMigrations } from "#platform/database/migrate.ts";
import { filesFolder } from "#platform/files/files.ts";
import { plugs } from "../plugs.ts";
import { type HeldDatabase, type KeptDatabase, keepEmbedded, openEmbedded } from "./embedded-database.ts";

/** The data of one installation, ready to use: a database brought up to date and its secrets. */
export interface Installation extends OpenDatabase {
  config: Config;
  secrets: Secrets;
  ownerUrl: string;
  servingUrl: string;
  /** Lines for the person at the console: a place that differs, an orphan adopted, what was upgraded. */
  remarks: string[];
  /** Resolves with what to tell when the database that this process keeps cannot be brought back. */
  lost: Promise<string>;
  /** Closes what was opened here; a database server that somebody else runs stays. */
  close: () => Promise<void>;
}

/** Queues of all capabilities, made when the database is migrated. */
export const queues = () => [
  ...plugs.flatMap(({ jobs = [] }) => jobs.map(({ name }) => name)),
  ...plugs.flatMap(({ subscriptions = [] }) => subscriptions.map(({ job }) => job.name)),
];

/** The login that serves: what migrations grant to it, it may do. */
export const servingRoleOf = ({ databaseUrl }: Config): string =>
  databaseUrl === null ? SERVING : decodeURIComponent(new URL(databaseUrl).username);

/** When an upgrade is due on a database that holds something, a backup of it as it is. Gives its path. */
export async function backupBeforeUpgrade(
  ownerUrl: string,
  dataDirectory: string,
  history?: Migration[],
): Promise<string | null> {
  const pending = await pendingMigrations(ownerUrl, history);
  if (pending.length === 0 || !(await holdsAnAgency(ownerUrl))) return null;
  const target = backupPath(dataDirectory, "before-upgrade");
  await backup(ownerUrl, filesFolder(dataDirectory), target);
  return target;
}

export async function holdsAnAgency(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const table = await client.query("select to_regclass('public.agency') is not null as present");
    if (!table.rows[0].present) return false;
    return (await client.query("select 1 from agency limit 1")).rowCount === 1;
  } finally {
    await client.end();
  }
}

/** One line instead of a crash when a database that somebody else runs cannot be entered. */
async function refuseUnreachable(setting: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const { host } = new URL(url);
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InvalidSetting(`Không vào được cơ sở dữ liệu của ${setting} (${host}): ${message || code}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Opens the installation that `config` names: the embedded PostgreSQL under the data directory, or the one of
 * DATABASE_URL. With `exclusive` (the server) a second one on the same data directory is refused; without
 * (commands) a running server's database is used, else one is started and stopped again by `close`. Where there is no
 * installation yet, one is made only if `begins`; the database is brought up to date only if `upgrades`.
 */
export async function openInstallation(
  config: Config,
  { exclusive, begins, upgrades }: { exclusive: boolean; begins: boolean; upgrades: boolean },
): Promise<Installation> {
  const remarks: string[] = [];
  let held: HeldDatabase | null = null;
  let ownerUrl = config.databaseOwnerUrl;
  let servingUrl = config.databaseUrl;
  const own = ownerUrl === null || servingUrl === null;
  if (own && !begins && !hasEmbeddedPostgres(config.dataDirectory)) {
    throw new InvalidSetting(
      `Chưa có dữ liệu ở ${config.dataDirectory}; hãy chạy npm start trước, hoặc đặt GANDAN_DATA đúng thư mục dữ liệu.`,
    );
  }
  try {
    mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 });
    accessSync(config.dataDirectory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new InvalidSetting(
      `Thiết lập GANDAN_DATA: không dùng được thư mục ${config.dataDirectory} (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
  const secrets = readSecrets(config.secretFile);
  if (ownerUrl === null || servingUrl === null) {
    held = await openEmbedded(config, secrets);
    const { embedded, instance } = held;
    ownerUrl = embedded.url("owner");
    servingUrl = embedded.url("serving");
    if (embedded.remark) remarks.push(embedded.remark);
    if (instance === null && exclusive) {
      throw new InvalidSetting(
        `Thư mục dữ liệu ${config.dataDirectory} đang được một Gần Dân khác dùng; hãy dừng tiến trình đó hoặc đặt GANDAN_DATA khác.`,
      );
    }
    if (embedded.adopted && instance !== null) {
      remarks.push(
        "Lần trước bị dừng đột ngột: đã nhận lại máy chủ PostgreSQL còn chạy, dữ liệu nguyên vẹn.",
      );
    }
  } else {
    await refuseUnreachable("DATABASE_OWNER_URL", ownerUrl);
    await refuseUnreachable("DATABASE_URL", servingUrl);
  }
  const open = openDatabase(servingUrl);
  // Null when another process serves: its database server is not ours to keep or to stop.
  let kept: KeptDatabase | null = null;
  if (held?.instance) {
    const { embedded, instance } = held;
    kept = keepEmbedded(
      { embedded, instance },
      () => openEmbedded(config, secrets),
      (line) => process.stderr.write(`${line}\n`),
    );
  }
  const close = async () => {
    await open.close();
    await kept?.close();
  };
  try {
    if (upgrades && (held === null || kept !== null)) {
      const saved = await backupBeforeUpgrade(ownerUrl, config.dataDirectory);
      if (saved) remarks.push(`Đã sao lưu trước khi nâng cấp: ${saved}`);
      const done = await migrate(ownerUrl, { servingRole: servingRoleOf(config), queues: queues() }).catch(
        (error: Error) => {
          if (saved) error.message += ` Bản sao lưu trước khi nâng cấp: ${saved}`;
          throw error;
        },
      );
      if (done.length > 0) remarks.push(`Đã nâng cấp cơ sở dữ liệu: ${done.length} bước.`);
    }
  } catch (error) {
    await close();
    throw error;
  }
  const lost = kept?.lost ?? new Promise<string>(() => {});
  return { ...open, config, secrets, ownerUrl, servingUrl, remarks, lost, close };
}
