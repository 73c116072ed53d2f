import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { boardEntries } from "../src/capabilities/newsroom/planning/board-entries.ts";
import {
  calendarEntries,
  clashesBetween,
  daysOffBetween,
} from "../src/capabilities/newsroom/planning/calendar-entries.ts";
import {
  countEntries,
  type EntryFilter,
  listEntries,
} from "../src/capabilities/newsroom/planning/entry-queries.ts";
import { presentEntries } from "../src/capabilities/newsroom/planning/present-entries.ts";
import { listStories } from "../src/capabilities/newsroom/planning/story-queries.ts";
import type { Actor } from "../src/platform/auth/actor.ts";
import { readSecrets } from "../src/platform/config/secrets.ts";
import { openDatabase } from "../src/platform/database/database.ts";
import { SERVING, startEmbeddedPostgres } from "../src/platform/database/embedded-postgres.ts";
import { uuidv7 } from "../src/platform/database/id.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { cost } from "./core-time.ts";

const ITEMS = Number(process.env.GANDAN_BENCH_ITEMS ?? 100_000);
export const name = `Bảng, lịch, cột trạng thái, đề tài: ${ITEMS.toLocaleString("vi-VN")} tin, bài`;

/** Of every so many items one is of a story; as many more are still to be written. */
const OF_STORIES = 10;
/** Of every so many items one serves the clause that is asked for. */
const OF_CLAUSE = 50;
const UNITS = 20;
const TIMES = 10;

const AGENCY = uuidv7();
const PERSON = uuidv7();
const CLAUSE = uuidv7();
const units = Array.from({ length: UNITS }, uuidv7);
const actor: Actor = {
  personId: PERSON,
  name: "Người Mẫu",
  agencyId: AGENCY,
  appointments: [{ role: "editor", unitId: units[0]! }],
};

/** Three years of one agency with twenty units, most of it published; the newest is of now. */
async function fill(owner: pg.Client): Promise<void> {
  // What triggers and keys promise is tested elsewhere; here only what is read is put in.
  await owner.query("set session_replication_role = replica");
  const put = (table: string, row: Record<string, unknown>) =>
    owner.query(
      `insert into ${table} (${Object.keys(row)}) values (${Object.keys(row).map((_, at) => `$${at + 1}`)})`,
      Object.values(row),
    );
  const kept = { kind: "department", name: "Sở Mẫu", symbol: "SM", place: "Nơi Mẫu", slug: "so-mau" };
  await put("agency", { id: AGENCY, ...kept });
  for (const [position, id] of units.entries())
    await put("unit", {
      id,
      agency_id: AGENCY,
      kind: "division",
      name: `Phòng Mẫu ${position}`,
      short_name: `PM${position}`,
      slug: `phong-mau-${position}`,
      position,
    });
  await put("person", { id: PERSON, agency_id: AGENCY, name: "Người Mẫu", email: "mau@mau.gandan.vn" });
  const plan = uuidv7();
  const year = Temporal.Now.plainDateISO("Asia/Ho_Chi_Minh").year;
  await put("plan", { id: plan, agency_id: AGENCY, year, slug: "ke-hoach", title: "Kế hoạch mẫu" });
  await put("plan_version", { agency_id: AGENCY, plan_id: plan, version: 1, made_at: new Date() });
  await put("plan_clause", {
    id: CLAUSE,
    agency_id: AGENCY,
    plan_id: plan,
    path: "I",
    label: "I",
    level: 0,
    text: "Việc của kế hoạch.",
    position: 0,
  });
  await owner.query(
    `create temp table made as
     select n, gen_random_uuid() as item, gen_random_uuid() as revision, gen_random_uuid() as story,
            ($1::uuid[])[1 + n % ${UNITS}] as unit, now() - n * interval '15 minutes' as at,
            case when n % 3 = 0 then 'article' else 'news' end as kind,
            case when n % 100 < 90 then 'published' when n % 100 < 94 then 'draft' when n % 100 < 96 then 'submitted'
                 when n % 100 < 97 then 'returned' when n % 100 < 98 then 'approved' else 'scheduled' end as state
     from generate_series(1, ${ITEMS}) n`,
    [units],
  );
  await owner.query(
    `insert into content_item (id, agency_id, kind, unit_id, created_by, state, slug, current_revision_id, approved_revision_id, live_revision_id, published_at, scheduled_at, created_at, updated_at)
     select item, $1, kind, unit, $2, state, 'tin-mau-' || n, revision,
            case when state in ('published', 'approved', 'scheduled') then revision end,
            case when state = 'published' then revision end, case when state = 'published' then at end,
            case when state = 'scheduled' then now() + (n % 400) * interval '1 hour' end, at, at from made`,
    [AGENCY, PERSON],
  );
  await owner.query(
    `insert into content_revision (id, agency_id, item_id, number, title, title_plain, summary, body, plain, primary_theme, hash, author_id, at)
     select revision, $1, item, 1, 'Tin mẫu số ' || n, 'tin mau so ' || n, '', '{"type":"doc"}', '',
            case when n % 7 = 0 then 'pillar.procedures.disclosure' else 'pillar.procedures' end, 'mau', $2, at from made`,
    [AGENCY, PERSON],
  );
  await owner.query(
    `insert into content_clause (agency_id, item_id, clause_id) select $1, item, $2 from made where n % ${OF_CLAUSE} = 0`,
    [AGENCY, CLAUSE],
  );
  await owner.query(
    `insert into story (id, agency_id, unit_id, title, title_plain, proposed_by, created_at, updated_at)
     select story, $1, unit, 'Đề tài số ' || n, 'de tai so ' || n, $2, at, at from made where n % ${OF_STORIES} = 0`,
    [AGENCY, PERSON],
  );
  await owner.query(
    `insert into deliverable (id, agency_id, story_id, kind, channel, unit_id, person_id, due_at, item_id, created_by, created_at, updated_at)
     select gen_random_uuid(), $1, story, kind, 'portal', unit, $2, at + half * interval '40 days', case half when 0 then item end, $2, at, at
     from made, generate_series(0, 1) half where n % ${OF_STORIES} = 0`,
    [AGENCY, PERSON],
  );
  await owner.query("set session_replication_role = default");
  await owner.query("vacuum analyze");
}

/** What the screens ask for, as their routes do. */
function screens(database: Parameters<typeof listEntries>[0]): Record<string, () => Promise<unknown>> {
  const day = (days: number) => Temporal.Now.plainDateISO("Asia/Ho_Chi_Minh").add({ days }).toString();
  const table = async (filter: EntryFilter) => {
    const { entries } = await listEntries(database, actor, filter);
    await countEntries(database, actor, filter);
    return presentEntries(database, actor, entries);
  };
  const calendar = async (filter: EntryFilter) => {
    const span = { from: day(-15), to: day(26) };
    const { entries } = await calendarEntries(database, actor, filter, span);
    await clashesBetween(database, actor, span);
    await daysOffBetween(database, AGENCY, span);
    return presentEntries(database, actor, entries);
  };
  const board = async (filter: EntryFilter) =>
    presentEntries(
      database,
      actor,
      (await boardEntries(database, actor, filter)).flatMap(({ entries }) => entries),
    );
  return {
    "table, first page": () => table({}),
    "table, one state": () => table({ state: "returned" }),
    "table, one unit and kind": () => table({ unitId: units[7]!, kind: "article" }),
    "table, one clause": () => table({ clauseId: CLAUSE }),
    "table, one theme": () => table({ theme: "pillar.procedures.disclosure" }),
    "table, my own": () => table({ mine: true }),
    "table, words that many have": () => table({ q: "mẫu số" }),
    "table, words that one has": () => table({ q: "số 77777" }),
    "table, words that none has": () => table({ q: "không có tin này" }),
    board: () => board({}),
    "board, one unit": () => board({ unitId: units[7]! }),
    "board, words that one has": () => board({ q: "số 77777" }),
    "calendar, a month": () => calendar({}),
    "calendar, a month of one unit": () => calendar({ unitId: units[7]! }),
    "calendar, a month of one clause": () => calendar({ clauseId: CLAUSE }),
    "stories, first page": () => listStories(database, actor, {}),
    "stories, one state": () => listStories(database, actor, { state: "doing" }),
    "stories, words that one has": () => listStories(database, actor, { q: "số 77770" }),
  };
}

/** Milliseconds of a core at three shares of the calls, and the clock's at the last. */
async function percentiles(backend: number, call: () => Promise<unknown>) {
  const costs = [];
  for (let time = 0; time < TIMES; time += 1) costs.push(await cost(backend, call));
  const at = (times: number[], part: number) =>
    times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))]!;
  const cores = costs.map(({ core }) => core);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => at(cores, part));
  const clock = at(
    costs.map((one) => one.clock),
    0.99,
  );
  return {
    p50: p50!,
    words: `${[p50, p95, p99].map((time) => time!.toFixed(1)).join(" / ")} (clock p99 ${clock.toFixed(1)})`,
  };
}

export async function run(): Promise<{ figures: Record<string, number | string> }> {
  const folder = mkdtempSync(join(tmpdir(), "gandan-bench-planning-"));
  const cluster = await startEmbeddedPostgres(folder, readSecrets(join(folder, "secrets.json")), {
    database: "bench",
  });
  const figures: Record<string, number | string> = {
    scale: `${ITEMS} texts, ${(ITEMS / OF_STORIES) * 2} deliverables, ${UNITS} units`,
  };
  try {
    await migrate(cluster.url("owner"), { servingRole: SERVING });
    const owner = new pg.Client({ connectionString: cluster.url("owner") });
    await owner.connect();
    const began = performance.now();
    try {
      await fill(owner);
    } finally {
      await owner.end();
    }
    figures["made in, seconds"] = (performance.now() - began) / 1000;
    const { database, pool, close } = openDatabase(cluster.url("serving"), { max: 1 });
    const backend = (await pool.query("select pg_backend_pid() as pid")).rows[0].pid;
    const bare = await percentiles(backend, () =>
      pool.query(
        `select i.id, i.state, r.title from content_item i join content_revision r on r.id = i.current_revision_id
         where i.agency_id = $1 order by i.updated_at desc, i.id desc limit 50`,
        [AGENCY],
      ),
    );
    figures["yardstick: newest 50 in bare SQL, core ms p50 / p95 / p99"] = bare.words;
    for (const [what, call] of Object.entries(screens(database))) {
      const times = await percentiles(backend, call);
      figures[`${what}: core ms p50 / p95 / p99`] = times.words;
      figures[`${what}: p50 / p50 of the yardstick`] = times.p50 / bare.p50;
    }
    await close();
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return { figures };
}
