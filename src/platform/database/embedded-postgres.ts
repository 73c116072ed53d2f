import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import type { Secrets } from "../config/secrets.ts";
import { postgresBinaries } from "./postgres-binaries.ts";
import { chooseRunner, type Runner } from "./unprivileged.ts";

const OWNER = "gandan_owner";
export const SERVING = "gandan_app";
const PORT = 5432;
/** Longest socket path that Linux and macOS take, less PostgreSQL's own file name. */
const LONGEST_SOCKET_DIRECTORY = 80;

export interface EmbeddedPostgres {
  /** Connection string of a role in a database of this cluster. */
  url: (role: "owner" | "serving", database?: string) => string;
  /** True when a server left behind by a killed process was found running and is used on. */
  adopted: boolean;
  remark: string | null;
  /** Fast shutdown; resolves when the server process is gone. May be called twice. */
  stop: () => Promise<void>;
}

function socketDirectory(runner: Runner): string {
  const near = join(runner.clusterDirectory, "..", "socket");
  if (near.length <= LONGEST_SOCKET_DIRECTORY) return near;
  const key = createHash("sha256").update(runner.clusterDirectory).digest("hex").slice(0, 16);
  return join(tmpdir().length > 40 ? "/tmp" : tmpdir(), `gandan-${process.getuid?.() ?? 0}-${key}`);
}

function initialise(runner: Runner, secrets: Secrets): void {
  const passwordFile = `${runner.clusterDirectory}.password`;
  rmSync(runner.clusterDirectory, { recursive: true, force: true });
  writeFileSync(passwordFile, secrets.databaseOwner, { mode: 0o600 });
  if (runner.uid !== undefined) chownSync(passwordFile, runner.uid, runner.gid!);
  const half = `${runner.clusterDirectory}.new`;
  rmSync(half, { recursive: true, force: true });
  const [command, args] = runner.command(join(runner.binaries, "bin", "initdb"), [
    `--pgdata=${half}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ]);
  const done = spawnSync(command, args, { uid: runner.uid, gid: runner.gid, encoding: "utf8", cwd: "/" });
  rmSync(passwordFile);
  if (done.status !== 0)
    throw new Error(`Không khởi tạo được PostgreSQL: ${done.stderr || done.error?.message}`);
  // Renamed only when whole, so that a kill in the middle of initdb leaves nothing that looks like a cluster.
  const [move, moveArgs] = runner.command("mv", [half, runner.clusterDirectory]);
  spawnSync(move, moveArgs, { uid: runner.uid, gid: runner.gid, cwd: "/" });
}

function recordedPid(cluster: string): number | null {
  try {
    const pid = Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function prepareRoles(ownerUrl: string, secrets: Secrets, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const role = await client.query("select 1 from pg_roles where rolname = $1", [SERVING]);
    if (role.rowCount === 0) {
      await client.query(`create role ${SERVING} login password '${secrets.databaseServing}'`);
    }
    const exists = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (exists.rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

async function stopProcess(pid: number, child: ChildProcess | null): Promise<void> {
  const gone = () => {
    if (child) return child.exitCode !== null || child.signalCode !== null;
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  };
  if (gone()) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; !gone(); waited += 20) {
    if (waited === 20_000) process.kill(pid, "SIGQUIT");
    await delay(20);
  }
}

/** True when a cluster was made under this data directory before. */
export const hasEmbeddedPostgres = (dataDirectory: string): boolean =>
  existsSync(join(chooseRunner(postgresBinaries(), dataDirectory).clusterDirectory, "PG_VERSION"));

/**
 * Starts the PostgreSQL that comes with the product, or adopts the one that a killed process left running.
 * fsync stays on. The server listens on a unix socket only.
 */
export async function startEmbeddedPostgres(
  dataDirectory: string,
  secrets: Secrets,
  { database = "gandan" }: { database?: string } = {},
): Promise<EmbeddedPostgres> {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const runner = chooseRunner(postgresBinaries(), dataDirectory);
  const sockets = socketDirectory(runner);
  const url = (role: "owner" | "serving", name = database) => {
    const [user, password] =
      role === "owner" ? [OWNER, secrets.databaseOwner] : [SERVING, secrets.databaseServing];
    return `postgresql://${user}:${password}@localhost:${PORT}/${name}?host=${encodeURIComponent(sockets)}`;
  };
  const administration = url("owner", "postgres");

  let child: ChildProcess | null = null;
  let pid = recordedPid(runner.clusterDirectory);
  let adopted = pid !== null && (await answers(administration));
  if (!adopted) {
    if (!existsSync(join(runner.clusterDirectory, "PG_VERSION"))) initialise(runner, secrets);
    mkdirSync(sockets, { recursive: true, mode: 0o700 });
    if (runner.uid !== undefined) chownSync(sockets, runner.uid, runner.gid!);
    const log = join(dataDirectory, "postgres.log");
    const output = openSync(log, "a", 0o600);
    const [command, args] = runner.command(join(runner.binaries, "bin", "postgres"), [
      "-D",
      runner.clusterDirectory,
      ...[
        "listen_addresses=",
        `unix_socket_directories=${sockets}`,
        `port=${PORT}`,
        // As much as 100,000 texts need to be looked through for likes; of a small database only its size is ever taken.
        "shared_buffers=256MB",
      ].flatMap((setting) => ["-c", setting]),
      ...[
        "max_connections=80",
        // A restore and a new version hold every table with its indexes in one transaction.
        "max_locks_per_transaction=512",
        "max_wal_size=512MB",
        "timezone=Asia/Ho_Chi_Minh",
        "log_timezone=Asia/Ho_Chi_Minh",
      ].flatMap((setting) => ["-c", setting]),
    ]);
    for (let attempt = 0; ; attempt += 1) {
      if (child === null || child.exitCode !== null) {
        // A server that is still shutting down after a kill holds the directory for a moment: try again.
        if (attempt > 600) throw new Error(`PostgreSQL không khởi động được; xem ${log}.`);
        // Its own session: Ctrl+C in a terminal must not stop the database before the server has finished.
        child = spawn(command, args, {
          stdio: ["ignore", output, output],
          detached: true,
          uid: runner.uid,
          gid: runner.gid,
          cwd: "/",
        });
        child.unref();
      }
      if (await answers(administration)) break;
      if (attempt > 1500) throw new Error(`PostgreSQL không trả lời; xem ${log}.`);
      await delay(child.exitCode === null ? 20 : 100);
    }
    pid = recordedPid(runner.clusterDirectory);
    adopted = child.exitCode !== null;
    if (adopted) child = null;
  }
  await prepareRoles(administration, secrets, database);
  let stopping: Promise<void> | null = null;
  return {
    url,
    adopted,
    remark: runner.remark,
    stop: () => {
      stopping ??= stopProcess(pid!, child);
      return stopping;
    },
  };
}
