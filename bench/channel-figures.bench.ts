import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { figureBoard } from "../src/capabilities/channels/figures/figure-board.ts";
import { groupings } from "../src/capabilities/channels/figures/grouping.ts";
import type { Actor } from "../src/platform/auth/actor.ts";
import { readSecrets } from "../src/platform/config/secrets.ts";
import { openDatabase } from "../src/platform/database/database.ts";
import { SERVING, startEmbeddedPostgres } from "../src/platform/database/embedded-postgres.ts";
import { uuidv7 } from "../src/platform/database/id.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { cost } from "./core-time.ts";

const READINGS = Number(process.env.GANDAN_BENCH_ITEMS ?? 1_000_000);
const PLACEMENTS = READINGS / 100;
export const name = `Số liệu trên các kênh: ${READINGS.toLocaleString("vi-VN")} số của ${PLACEMENTS.toLocaleString("vi-VN")} lượt đăng`;

/** Every placement has five numbers, each read so many times. */
const METRICS = ["reach", "views", "reactions", "comments", "shares"];
const TIMES_READ = 20;
const ACCOUNTS = 20;
const UNITS = 20;
const CLAUSES = 50;
/** All were posted within so many days, evenly. */
const DAYS = 730;
const TIMES = 10;

const AGENCY = uuidv7();
const PERSON = uuidv7();
const PLAN = uuidv7();
const units = Array.from({ length: UNITS }, uuidv7);
const actor: Actor = {
  personId: PERSON,
  name: "Người Mẫu",
  agencyId: AGENCY,
  appointments: [{ role: "editor", unitId: units[0]! }],
};

/** Two years of one agency: texts, each posted under two accounts, and what was read of them. */
async function fill(owner: pg.Client): Promise<void> {
  // What triggers and keys promise is tested elsewhere; here only what is read is put in.
  await owner.query("set session_replication_role = replica");
  await owner.query(
    "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'department', 'Sở Mẫu', 'SM', 'Nơi Mẫu', 'so-mau')",
    [AGENCY],
  );
  await owner.query(
    `insert into unit (id, agency_id, kind, name, short_name, slug, position)
     select id, $1, 'division', 'Phòng Mẫu ' || n, 'PM' || n, 'phong-mau-' || n, n from unnest($2::uuid[]) with ordinality u(id, n)`,
    [AGENCY, units],
  );
  await owner.query(
    "insert into person (id, agency_id, name, email) values ($1, $2, 'Người Mẫu', 'mau@mau.gandan.vn')",
    [PERSON, AGENCY],
  );
  await owner.query(
    "insert into plan (id, agency_id, year, slug, title) values ($1, $2, extract(year from now())::int, 'ke-hoach', 'Kế hoạch mẫu')",
    [PLAN, AGENCY],
  );
  await owner.query(
    `insert into plan_clause (id, agency_id, plan_id, path, label, level, text, position)
     select gen_random_uuid(), $1, $2, 'M' || n, n::text, 0, 'Việc của kế hoạch.', n from generate_series(1, ${CLAUSES}) n`,
    [AGENCY, PLAN],
  );
  await owner.query(
    `create temp table made as select n, gen_random_uuid() as item, gen_random_uuid() as revision,
       now() - n * interval '${(DAYS * 86_400) / (PLACEMENTS / 2)} seconds' as at
     from generate_series(1, ${PLACEMENTS / 2}) n`,
  );
  await owner.query(
    `insert into content_item (id, agency_id, kind, unit_id, created_by, state, slug, current_revision_id, approved_revision_id, live_revision_id, published_at, live_since, created_at, updated_at)
     select item, $1, 'news', ($3::uuid[])[1 + n % ${UNITS}], $2, 'published', 'tin-' || n, revision, revision, revision, at, at, at, at from made`,
    [AGENCY, PERSON, units],
  );
  await owner.query(
    `insert into content_revision (id, agency_id, item_id, number, title, title_plain, summary, body, plain, primary_theme, hash, author_id, at)
     select revision, $1, item, 1, 'Tin mẫu số ' || n, 'tin mau so ' || n, 'Một câu tóm tắt.', '{"type":"doc"}', '',
            case when n % 3 = 0 then 'pillar.procedures.disclosure' else 'pillar.procedures' end, 'mau' || n, $2, at from made`,
    [AGENCY, PERSON],
  );
  await owner.query(
    `insert into content_clause (agency_id, item_id, clause_id)
     select $1, item, c.id from made join plan_clause c on c.position = 1 + n % ${CLAUSES}`,
    [AGENCY],
  );
  await owner.query(
    `insert into channel_account (id, agency_id, network, name, handle, unit_id, decision, is_verified, note, way, state, state_at, made_at)
     select gen_random_uuid(), $1, (array['facebook', 'zalo', 'youtube', 'tiktok'])[1 + n % 4], 'Trang ' || n, '', $2, '', false, '', 'manual', 'open', now(), now()
     from generate_series(1, ${ACCOUNTS}) n`,
    [AGENCY, units[0]],
  );
  await owner.query(
    `insert into placement (id, agency_id, delivery_id, item_id, account_id, url, placed_at, recorded_at, revision_id, revision_hash)
     select gen_random_uuid(), $1, gen_random_uuid(), m.item, a.id, 'https://mang.mau.vn/' || m.n || '/' || a.n, m.at, m.at, m.revision, 'mau' || m.n
     from made m join (select id, row_number() over (order by id) - 1 as n from channel_account) a on a.n % ${ACCOUNTS / 2} = m.n % ${ACCOUNTS / 2}`,
    [AGENCY],
  );
  await owner.query(
    `insert into figure_definition (id, agency_id, network, metric, source, name, words, version, since)
     select gen_random_uuid(), $1, 'facebook', metric, 'network', metric, 'Số mẫu.', 1, now() from unnest($2::text[]) metric`,
    [AGENCY, METRICS],
  );
  await owner.query(
    `insert into figure_reading (id, agency_id, placement_id, metric, value, taken_at, day_only, source, definition_id, recorded_at)
     select gen_random_uuid(), $1, p.id, d.metric, 10 * n + length(d.metric), p.placed_at + n * interval '1 day', false, 'network', d.id, p.placed_at + n * interval '1 day'
     from generate_series(1, ${TIMES_READ}) n cross join placement p cross join figure_definition d`,
    [AGENCY],
  );
  await owner.query("set session_replication_role = default");
  await owner.query("select settle_newest_figures()");
  await owner.query("vacuum analyze");
}

/** Milliseconds of a core at the half and the twentieth of the calls, and the clock's at the last. */
async function percentiles(backend: number, call: () => Promise<unknown>) {
  const costs = [];
  for (let time = 0; time < TIMES; time += 1) costs.push(await cost(backend, call));
  const at = (times: number[], part: number) =>
    times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))]!;
  const cores = costs.map(({ core }) => core);
  const clock = at(
    costs.map((one) => one.clock),
    0.95,
  );
  const p50 = at(cores, 0.5);
  return { p50, words: `${p50.toFixed(0)} / ${at(cores, 0.95).toFixed(0)} (clock p95 ${clock.toFixed(0)})` };
}

export async function run(): Promise<{ figures: Record<string, number | string> }> {
  const folder = mkdtempSync(join(tmpdir(), "gandan-bench-figures-"));
  const cluster = await startEmbeddedPostgres(folder, readSecrets(join(folder, "secrets.json")), {
    database: "bench",
  });
  const figures: Record<string, number | string> = {};
  try {
    await migrate(cluster.url("owner"), { servingRole: SERVING });
    const owner = new pg.Client({ connectionString: cluster.url("owner") });
    await owner.connect();
    try {
      await fill(owner);
    } finally {
      await owner.end();
    }
    const { database, pool, close } = openDatabase(cluster.url("serving"), { max: 1 });
    const backend = (await pool.query("select pg_backend_pid() as pid")).rows[0].pid;
    const bare = await percentiles(backend, () =>
      pool.query(
        `select a.network, count(*) from placement p join channel_account a on a.id = p.account_id
         join content_item i on i.id = p.item_id where p.agency_id = $1 group by a.network`,
        [AGENCY],
      ),
    );
    figures["yardstick: placements counted by channel in bare SQL, core ms p50 / p95"] = bare.words;
    const today = Temporal.Now.plainDateISO("Asia/Ho_Chi_Minh");
    const spans = { "two years": DAYS, "a quarter": 91 };
    for (const [words, days] of Object.entries(spans))
      for (const by of groupings) {
        const question = { by, from: today.subtract({ days }).toString(), to: today.toString() };
        const times = await percentiles(backend, () => figureBoard(database, actor, question, { most: 500 }));
        figures[`${words} by ${by}: core ms p50 / p95`] = times.words;
        figures[`${words} by ${by}: p50 / p50 of the yardstick`] = times.p50 / bare.p50;
      }
    await close();
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return { figures };
}
