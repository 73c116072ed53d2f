import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { root } from "../src/platform/config/root.ts";
import { readSecrets } from "../src/platform/config/secrets.ts";
import { SERVING, startEmbeddedPostgres } from "../src/platform/database/embedded-postgres.ts";
import { uuidv7 } from "../src/platform/database/id.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { coreTimeOf } from "./core-time.ts";

/**
 * Deliveries that are due at once, against jobs of a bare pg-boss queue that make the same call; and against the same
 * jobs without it. The clock tells little on a machine with other work: the time of a core is told beside it. What sets
 * the floor stands in docs/decisions/2026-11-29-a-delivery-is-written-down-before-it-is-called.md.
 */
const DELIVERIES = Number(process.env.GANDAN_BENCH_ITEMS ?? 10_000);
const ACCOUNTS = 100;
const WORKERS = 2;
export const name = `Đăng kênh: ${DELIVERIES.toLocaleString("vi-VN")} lượt đến giờ cùng lúc, hai tiến trình`;

const AGENCY = uuidv7();
const PERSON = uuidv7();
const UNIT = uuidv7();

/** One agency with so many accounts; every text is due under each of them. */
async function fill(owner: pg.Client): Promise<void> {
  // What triggers and keys promise is tested elsewhere; here only what is read is put in.
  await owner.query("set session_replication_role = replica");
  await owner.query(
    "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'department', 'Sở Mẫu', 'SM', 'Nơi Mẫu', 'so-mau')",
    [AGENCY],
  );
  await owner.query(
    "insert into unit (id, agency_id, kind, name, short_name, slug, position) values ($1, $2, 'division', 'Phòng Mẫu', 'PM', 'phong-mau', 0)",
    [UNIT, AGENCY],
  );
  await owner.query(
    "insert into person (id, agency_id, name, email) values ($1, $2, 'Người Mẫu', 'mau@mau.gandan.vn')",
    [PERSON, AGENCY],
  );
  await owner.query(
    `create temp table made as select n, uuidv7() as item, uuidv7() as revision
     from generate_series(1, ${Math.ceil(DELIVERIES / ACCOUNTS)}) n`,
  );
  await owner.query(
    `insert into content_item (id, agency_id, kind, unit_id, created_by, state, slug, current_revision_id, approved_revision_id, live_revision_id, published_at, live_since, created_at, updated_at)
     select item, $1, 'news', $3, $2, 'published', 'tin-' || n, revision, revision, revision, now(), now(), now(), now() from made`,
    [AGENCY, PERSON, UNIT],
  );
  await owner.query(
    `insert into content_revision (id, agency_id, item_id, number, title, title_plain, summary, body, plain, primary_theme, hash, author_id, at)
     select revision, $1, item, 1, 'Tin mẫu số ' || n, 'tin mau so ' || n, 'Một câu tóm tắt.', '{"type":"doc"}', '', 'pillar.procedures', 'mau' || n, $2, now() from made`,
    [AGENCY, PERSON],
  );
  await owner.query(
    `insert into channel_account (id, agency_id, network, name, handle, unit_id, decision, is_verified, note, way, state, state_at, made_at)
     select uuidv7(), $1, 'website', 'Trang ' || n, '', $2, '', false, '', 'connected', 'open', now(), now() from generate_series(1, ${ACCOUNTS}) n`,
    [AGENCY, UNIT],
  );
  await owner.query(
    `insert into delivery (id, agency_id, item_id, account_id, state, due_at, revision_id, revision_hash, marker, planned_at)
     select uuidv7(), $1, item, account, 'pending', now(), revision, 'mau' || n, replace(gen_random_uuid()::text, '-', ''), now()
     from (select made.*, a.id as account from made cross join channel_account a order by n, a.id limit ${DELIVERIES}) planned`,
    [AGENCY],
  );
  // What stands in a department that has planned these: the tables that grow are not empty.
  await owner.query(
    `insert into delivery_event (id, agency_id, delivery_id, at, state, words, by_name)
     select uuidv7(), agency_id, id, planned_at, 'pending', 'Lên kế hoạch', 'Người Mẫu' from delivery`,
  );
  await owner.query(
    `insert into audit_entry (id, at, agency_id, person_id, person_name, act, object_kind, object_id)
     select uuidv7(), planned_at, agency_id, $1, 'Người Mẫu', 'plan-deliveries', 'delivery', id from delivery`,
    [PERSON],
  );
  await owner.query("set session_replication_role = default");
  await owner.query("vacuum analyze");
}

/** Where posts stand: how often each. */
async function localNetwork() {
  const standing = new Map<string, number>();
  const server = createServer(async (request, answer) => {
    let marker = "";
    for await (const chunk of request) marker += chunk;
    standing.set(marker, (standing.get(marker) ?? 0) + 1);
    answer.end("{}");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { standing, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

type Mode = "calls" | "queue" | "bare" | "deliver";

interface Timed {
  /** From when all workers are ready until the last one has found nothing more. */
  seconds: number;
  /** Milliseconds of a core for each, in the workers, in the database and in the network. */
  core: { workers: number; database: number; network: number };
}

async function timed(mode: Mode, url: string, network: string, postmaster: number): Promise<Timed> {
  const children = Array.from({ length: WORKERS }, () =>
    spawn(
      process.execPath,
      [
        "--no-warnings",
        "--import",
        join(root, "scripts/tsx-loader.mjs"),
        join(root, "bench/deliver-worker.ts"),
        ...[mode, url, network, String(DELIVERIES / WORKERS)],
      ],
      { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
    ),
  );
  await Promise.all(children.map(({ stdout }) => new Promise((ready) => stdout!.once("data", ready))));
  const [began, own, database] = [performance.now(), process.cpuUsage(), coreTimeOf(postmaster)];
  const told = children.map(async ({ stdout }) => Number((await stdout!.toArray()).join("")));
  await Promise.all(children.map((child) => new Promise((gone) => child.once("exit", gone))));
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(own);
  const workers = (await Promise.all(told)).reduce((sum, one) => sum + one, 0);
  return {
    seconds,
    core: {
      workers: workers / DELIVERIES,
      database: (coreTimeOf(postmaster) - database) / DELIVERIES,
      network: (user + system) / 1000 / DELIVERIES,
    },
  };
}

const wholeOf = ({ core }: Timed) => core.workers + core.database + core.network;
const inWords = (one: Timed) =>
  `${wholeOf(one).toFixed(2)} (${one.core.workers.toFixed(2)} + ${one.core.database.toFixed(2)} + ${one.core.network.toFixed(2)})`;

export async function run(): Promise<{ figures: Record<string, number | string> }> {
  const folder = mkdtempSync(join(tmpdir(), "gandan-bench-deliveries-"));
  const cluster = await startEmbeddedPostgres(folder, readSecrets(join(folder, "secrets.json")), {
    database: "bench",
  });
  const { standing, origin, server } = await localNetwork();
  try {
    await migrate(cluster.url("owner"), { servingRole: SERVING });
    const owner = new pg.Client({ connectionString: cluster.url("owner") });
    await owner.connect();
    await fill(owner);
    const { rows: lines } = await owner.query("select pg_read_file('postmaster.pid') as file");
    const postmaster = Number(lines[0].file.split("\n")[0]);
    const boss = new PgBoss({ connectionString: cluster.url("owner"), supervise: false, schedule: false });
    await boss.start();
    await boss.createQueue("bench-post");
    const queue = async () => {
      for (let at = 0; at < DELIVERIES; at += 1000)
        await boss.insert(
          "bench-post",
          Array.from({ length: Math.min(1000, DELIVERIES - at) }, (_, n) => ({
            data: { marker: `bare${at + n}` },
          })),
        );
    };
    const calls = await timed("calls", cluster.url("owner"), origin, postmaster);
    await queue();
    const without = await timed("queue", cluster.url("owner"), origin, postmaster);
    await queue();
    standing.clear();
    const bare = await timed("bare", cluster.url("owner"), origin, postmaster);
    standing.clear();
    const deliver = await timed("deliver", cluster.url("serving"), origin, postmaster);
    const { rows } = await owner.query(
      "select count(*)::int as placed, (select count(*)::int from placement) as placements from delivery where state = 'placed'",
    );
    await boss.stop({ graceful: false });
    await owner.end();
    return {
      figures: {
        "calls alone, a second": DELIVERIES / calls.seconds,
        "pg-boss without the call, jobs a second": DELIVERIES / without.seconds,
        "bare pg-boss, jobs a second": DELIVERIES / bare.seconds,
        "deliveries a second": rows[0].placed / deliver.seconds,
        "calls alone, core ms (workers + database + network)": inWords(calls),
        "pg-boss without the call, core ms": inWords(without),
        "bare pg-boss, core ms": inWords(bare),
        "deliveries, core ms": inWords(deliver),
        "deliveries, part of bare pg-boss by the clock (yardstick)": bare.seconds / deliver.seconds,
        "deliveries, part of bare pg-boss by core time": wholeOf(bare) / wholeOf(deliver),
        "deliveries, part of pg-boss without the call": without.seconds / deliver.seconds,
        "each exactly once":
          rows[0].placed === DELIVERIES &&
          rows[0].placements === DELIVERIES &&
          standing.size === DELIVERIES &&
          [...standing.values()].every((times) => times === 1)
            ? "yes"
            : `no: ${rows[0].placed} placed, ${standing.size} standing`,
      },
    };
  } finally {
    server.close();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
