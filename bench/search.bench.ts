import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { readSecrets } from "../src/platform/config/secrets.ts";
import { openDatabase } from "../src/platform/database/database.ts";
import { SERVING, startEmbeddedPostgres } from "../src/platform/database/embedded-postgres.ts";
import { uuidv7 } from "../src/platform/database/id.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { countTexts } from "../src/platform/search/counts.ts";
import { findTexts } from "../src/platform/search/find-texts.ts";
import type { Narrowing } from "../src/platform/search/narrowing.ts";
import { signOf } from "../src/platform/search/search-text.ts";
import { wordsOf } from "../src/platform/search/words.ts";
import { unaccent } from "../src/platform/text/unaccent.ts";
import { cost } from "./core-time.ts";
import { searchClasses } from "./search-queries.ts";
import { textMaker } from "./vietnamese-texts.ts";

export const name = "Tìm trong 200.000 văn bản";

const TEXTS = Number(process.env.GANDAN_BENCH_TEXTS ?? 200_000);
const QUERIES = Number(process.env.GANDAN_BENCH_QUERIES ?? 200);
const LIMIT = 100;
const AGENCY = uuidv7();

/** Fills the table at once and makes its indexes after, as a restore would. */
async function fill(owner: pg.Client): Promise<{ sample: string[][]; seconds: number }> {
  const started = performance.now();
  await owner.query(
    "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'department', 'Sở Mẫu', 'SM', 'Nơi Mẫu', 'so-mau')",
    [AGENCY],
  );
  const { rows: indexes } = await owner.query(
    "select indexname, indexdef from pg_indexes where tablename = 'search_text' and indexname like 'search_text_in_%'",
  );
  for (const { indexname } of indexes) await owner.query(`drop index ${indexname}`);
  const maker = textMaker(1);
  const sample: string[][] = [];
  for (let from = 0; from < TEXTS; from += 1000) {
    const rows = Array.from({ length: Math.min(1000, TEXTS - from) }, (_, index) => {
      const { title, body } = maker.next();
      if ((from + index) % Math.ceil(TEXTS / 4000) === 0) sample.push(`${title} ${body}`.split(" "));
      const at = new Date(Date.UTC(2016, 0, 1) + ((from + index) / TEXTS) * 3_650 * 86_400_000);
      const kind = (from + index) % 20 === 0 ? "document" : "content";
      const field = `Lĩnh vực ${(from + index) % 12}`;
      const signs = [signOf.kind(kind), signOf.year(at.getUTCFullYear()), signOf.field(field)].join(" ");
      const own = wordsOf(title).join(" ");
      const words = `${own} ${wordsOf(body).join(" ")} ${signs}`;
      return {
        ...{ object_id: uuidv7(), at, kind, field, shown_title: title, shown: body },
        newest: from + index >= TEXTS - 4096,
        title: `${own} ${signs}`,
        title_plain: unaccent(`${own} ${signs}`),
        words,
        words_plain: unaccent(words),
      };
    });
    await owner.query(
      `insert into search_text
       select $1, r.kind, r.object_id, r.at, r.newest, r.title, r.title_plain, r.words, r.words_plain,
         null, '/tin-tuc/' || r.object_id, 'Tin tức', r.shown_title, r.shown, array[r.field]
       from jsonb_to_recordset($2::jsonb) as r (kind text, object_id uuid, at timestamptz, newest boolean, title text,
         title_plain text, words text, words_plain text, field text, shown_title text, shown text)`,
      [AGENCY, JSON.stringify(rows)],
    );
  }
  await owner.query("set maintenance_work_mem = '256MB'");
  for (const { indexdef } of indexes) await owner.query(indexdef);
  await owner.query(
    "create table ranked as select object_id, at, to_tsvector('simple', words_plain) as vector from search_text",
  );
  await owner.query("create index on ranked using gin (vector) with (fastupdate = off)");
  await owner.query("vacuum analyze search_text, ranked");
  return { sample, seconds: (performance.now() - started) / 1000 };
}

const at = (sorted: number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;

export async function run(): Promise<{ figures: Record<string, number | string> }> {
  const folder = mkdtempSync(join(tmpdir(), "gandan-bench-search-"));
  const secrets = readSecrets(join(folder, "secrets.json"));
  const cluster = await startEmbeddedPostgres(folder, secrets, { database: "bench" });
  const figures: Record<string, number | string> = {};
  try {
    await migrate(cluster.url("owner"), { servingRole: SERVING });
    const owner = new pg.Client({ connectionString: cluster.url("owner") });
    await owner.connect();
    const { sample, seconds } = await fill(owner);
    const { rows } = await owner.query(
      "select pg_total_relation_size('search_text') / 1048576.0 as mb, (select array_agg(object_id) from (select object_id from search_text tablesample system (1) limit 200) s) as ids",
    );
    await owner.query("grant select on ranked to gandan_serving");
    await owner.end();
    figures.texts = TEXTS;
    figures["made in, seconds"] = seconds;
    figures["table and indexes, MB"] = Number(rows[0].mb);

    const { database, pool, close } = openDatabase(cluster.url("serving"), { max: 1 });
    const backend = (await pool.query("select pg_backend_pid() as pid")).rows[0].pid;
    const report = async (label: string, calls: (() => Promise<unknown>)[]) => {
      const costs = [];
      for (const call of calls) costs.push(await cost(backend, call));
      const cores = costs.map(({ core }) => core).sort((a, b) => a - b);
      const clocks = costs.map(({ clock }) => clock).sort((a, b) => a - b);
      const words = [0.5, 0.95, 0.99].map((part) => at(cores, part).toFixed(1)).join(" / ");
      figures[label] = `${words} (clock p99 ${at(clocks, 0.99).toFixed(1)})`;
      // A long measurement: what is known is told at once.
      process.stderr.write(`  · ${label}: ${figures[label]}\n`);
    };
    const all = searchClasses(sample);
    const search = async (query: string, narrowing: Narrowing = {}) => {
      const finding = await findTexts(database, { agencyId: AGENCY, query, limit: LIMIT, ...narrowing });
      return countTexts(database, { agencyId: AGENCY, ...narrowing }, finding);
    };
    for (const make of Object.values(all)) await search(make());
    await report(
      "bare primary key lookup, core ms p50 / p95 / p99",
      (rows[0].ids as string[]).map(
        (id) => () =>
          pool.query({
            name: "key",
            text: "select object_id, at from search_text where kind = 'content' and object_id = $1",
            values: [id],
          }),
      ),
    );
    const ranked = (query: string) =>
      pool.query({
        name: "ranked",
        text: "select object_id from ranked, plainto_tsquery('simple', $1) as asked where vector @@ asked order by ts_rank(vector, asked) desc, at desc limit 50",
        values: [unaccent(query)],
      });
    for (const label of ["rare word", "middling word", "common word"]) {
      const calls = Array.from({ length: 20 }, all[label]!).map((query) => () => ranked(query));
      await report(`plain tsvector and ts_rank: ${label}`, calls);
    }
    for (const [label, make] of Object.entries(all)) {
      const calls = Array.from({ length: QUERIES }, make).map((query) => () => search(query));
      await report(label, calls);
    }
    const narrowings: [string, Narrowing][] = [
      ["of one kind", { kind: "document" }],
      ["of one old year", { year: 2018 }],
      ["of one field", { field: "Lĩnh vực 3" }],
      ["of kind, year and field", { kind: "content", year: 2020, field: "Lĩnh vực 5" }],
    ];
    for (const [words, narrowing] of narrowings)
      for (const label of ["common word", "common words together", "two middling words"]) {
        const calls = Array.from({ length: QUERIES }, all[label]!).map(
          (query) => () => search(query, narrowing),
        );
        await report(`${label}, ${words}`, calls);
      }
    await close();
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return { figures };
}
