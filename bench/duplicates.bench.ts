import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findSimilar } from "../src/capabilities/newsroom/similarity/find-similar.ts";
import { keptOf } from "../src/capabilities/newsroom/similarity/remember-texts.ts";
import type { Actor } from "../src/platform/auth/actor.ts";
import { readSecrets } from "../src/platform/config/secrets.ts";
import { openDatabase } from "../src/platform/database/database.ts";
import { SERVING, startEmbeddedPostgres } from "../src/platform/database/embedded-postgres.ts";
import { uuidv7 } from "../src/platform/database/id.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { cost } from "./core-time.ts";
import { randomFrom, textMaker } from "./vietnamese-texts.ts";

/** GANDAN_BENCH_TEXTS=1000000 measures the million: it takes an hour and 20 GB of disk. */
const TEXTS = Number(process.env.GANDAN_BENCH_TEXTS ?? 100_000);
/** Enough that the p99 is more than its two slowest. */
const QUERIES = 1000;
/** Before anything is measured: what runs is compiled and the index is read, as on a server that has been up. */
const WARM_UP = 200;
export const name = `Tìm bài trùng trong ${TEXTS.toLocaleString("vi-VN")} bài`;

const AGENCY = uuidv7();
const UNIT = uuidv7();
const PERSON = uuidv7();
const reader: Actor = {
  personId: PERSON,
  name: "Người Mẫu",
  agencyId: AGENCY,
  appointments: [{ role: "editor", unitId: null }],
};

interface Text {
  id: string;
  title: string;
  body: string;
}

/** Every third text ends with one of so many passages, so that thousands share runs with it and are other news. */
const PASSAGES = 30;
const passageMaker = textMaker(1000);
const passages = Array.from({ length: PASSAGES }, () => {
  const words = passageMaker.next().body.split(" ").slice(0, 60);
  return `${words.slice(0, 30).join(" ")}. ${words.slice(30).join(" ")}`;
});

/** A text with sentences, a day, a number and a place, as news have. */
function newsMaker(seed: number): () => Omit<Text, "id"> {
  const maker = textMaker(seed);
  let made = 0;
  const random = randomFrom(seed + 1);
  const whole = (below: number) => Math.floor(random() * below);
  const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1);
  return () => {
    const { title, body } = maker.next();
    const words = body.split(" ");
    const sentences: string[] = [];
    for (let at = 0; at < words.length; at += 22) sentences.push(capital(words.slice(at, at + 22).join(" ")));
    const place = capital(words[whole(words.length)]!);
    sentences.splice(
      1,
      0,
      `Ngày ${1 + whole(28)}/${1 + whole(12)}/2026, tại xã ${place}, có ${10 + whole(900)} người dự`,
    );
    made += 1;
    if (made % 3 === 1) sentences.push(passages[whole(PASSAGES)]!);
    return { title: capital(title), body: `${sentences.join(". ")}.` };
  };
}

/** So many of the words are others. */
function edited(text: string, share: number, random: () => number): string {
  const words = text.split(" ");
  return words
    .map((word) => (random() < share ? words[Math.floor(random() * words.length)]! : word))
    .join(" ");
}

/** Fills the tables at once and makes the index after, as a restore would. Gives some of the texts. */
async function fill(owner: pg.Client): Promise<Text[]> {
  await owner.query(
    "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'department', 'Sở Mẫu', 'SM', 'Nơi Mẫu', 'so-mau')",
    [AGENCY],
  );
  await owner.query(
    "insert into unit (id, agency_id, kind, name, short_name, slug, position) values ($1, $2, 'division', 'Phòng Mẫu', 'PM', 'phong-mau', 1)",
    [UNIT, AGENCY],
  );
  await owner.query(
    "insert into person (id, agency_id, name, email) values ($1, $2, 'Người Mẫu', 'a@mau.vn')",
    [PERSON, AGENCY],
  );
  await owner.query("alter table similarity_key drop constraint similarity_key_pkey");
  const make = newsMaker(1);
  const kept: Text[] = [];
  for (let from = 0; from < TEXTS; from += 500) {
    const rows = Array.from({ length: Math.min(500, TEXTS - from) }, (_, at) => {
      const text = { id: uuidv7(), ...make() };
      if ((from + at) % Math.ceil(TEXTS / QUERIES) === 0) kept.push(text);
      return {
        ...text,
        revision: uuidv7(),
        ...keptOf({ title: text.title, summary: "", plain: text.body }),
      };
    });
    await owner.query("begin");
    await owner.query(
      `with r as (select * from jsonb_to_recordset($1::jsonb) as r (id uuid, revision uuid, title text, body text, keys integer[], form text)),
       item as (
         insert into content_item (id, agency_id, unit_id, kind, state, current_revision_id, created_by)
         select id, $2, $3, 'news', 'draft', revision, $4 from r),
       text as (
         insert into content_revision (id, agency_id, item_id, number, title, title_plain, summary, body, plain, themes, hash, author_id, at)
         select revision, $2, id, 1, title, '', '', '{"type":"doc"}', body, '{}', '', $4, now() from r),
       read as (
         insert into similarity_text (agency_id, item_id, revision_id, keys, form)
         select $2, id, revision, keys, decode(form, 'hex') from r returning id, keys)
       insert into similarity_key select unnest(keys), id from read`,
      [JSON.stringify(rows), AGENCY, UNIT, PERSON],
    );
    await owner.query("commit");
  }
  await owner.query("set maintenance_work_mem = '512MB'");
  await owner.query("alter table similarity_key add primary key (key, text_id)");
  await owner.query("vacuum analyze");
  return kept;
}

/** Milliseconds of a core at three shares of the calls, and of the clock at the last. */
async function percentiles(backend: number, calls: (() => Promise<unknown>)[]) {
  const costs = [];
  for (const call of calls) costs.push(await cost(backend, call));
  const at = (times: number[], part: number) =>
    times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))]!;
  const cores = costs.map(({ core }) => core);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => at(cores, part));
  const clock = at(
    costs.map((one) => one.clock),
    0.99,
  );
  const words = [p50, p95, p99].map((time) => time!.toFixed(2)).join(" / ");
  return { p50: p50!, p99: p99!, words: `${words} (clock p99 ${clock.toFixed(2)})` };
}

export async function run(): Promise<{ figures: Record<string, number | string> }> {
  const folder = mkdtempSync(join(tmpdir(), "gandan-bench-duplicates-"));
  const secrets = readSecrets(join(folder, "secrets.json"));
  const cluster = await startEmbeddedPostgres(folder, secrets, { database: "bench" });
  const figures: Record<string, number | string> = { texts: TEXTS };
  try {
    await migrate(cluster.url("owner"), { servingRole: SERVING });
    const owner = new pg.Client({ connectionString: cluster.url("owner") });
    await owner.connect();
    // What fails is told by the query; the connection ends with the cluster.
    owner.on("error", () => {});
    const began = performance.now();
    const kept = await fill(owner);
    figures["made in, seconds"] = (performance.now() - began) / 1000;
    const { rows } = await owner.query(
      "select pg_total_relation_size('similarity_key') / 1048576.0 as mb, pg_total_relation_size('similarity_text') / 1048576.0 as texts",
    );
    figures["keys and their index, MB"] = Number(rows[0].mb);
    figures["texts as they are compared, MB"] = Number(rows[0].texts);
    await owner.end();

    const { database, pool, close } = openDatabase(cluster.url("serving"), { max: 1 });
    const random = randomFrom(5);
    const look = (title: string, plain: string, { beginnings = false } = {}) =>
      findSimilar(database, reader, { itemId: null, title, summary: "", plain }, { beginnings });
    const backend = (await pool.query("select pg_backend_pid() as pid")).rows[0].pid;
    const bare = await percentiles(
      backend,
      kept.map(
        ({ id }) =>
          () =>
            pool.query({
              name: "key",
              text: "select r.title, r.plain from content_item i join content_revision r on r.id = i.current_revision_id where i.id = $1",
              values: [id],
            }),
      ),
    );
    figures["yardstick: one text by its primary key, core ms p50 / p95 / p99"] = bare.words;
    const asked: [label: string, of: (text: Text) => [title: string, plain: string], isTip?: boolean][] = [
      ...[0.1, 0.2, 0.3].map((share): (typeof asked)[number] => [
        `${share * 100} % edited`,
        ({ title, body }) => [title, edited(body, share, random)],
      ]),
      [
        "30 % edited, the title too",
        ({ title, body }) => [edited(title, 0.3, random), edited(body, 0.3, random)],
      ],
      ["title alone", ({ title }) => [title, ""]],
      ["tip of three sentences", ({ body }) => ["", body.split(". ").slice(0, 3).join(". ")], true],
    ];
    const warm = newsMaker(98);
    for (let asked = 0; asked < WARM_UP; asked++) {
      const { title, body } = warm();
      await look(title, body);
    }
    for (const [label, of, beginnings] of asked) {
      const [found, other] = [new Set<string>(), new Set<string>()];
      const queries = kept.map((text) => ({ id: text.id, words: of(text) }));
      const times = await percentiles(
        backend,
        queries.map(({ id, words }) => async () => {
          for (const { itemId, kind } of await look(...words, { beginnings })) {
            if (itemId === id) found.add(id);
            else if (kind !== "title") other.add(itemId);
          }
        }),
      );
      figures[`${label}: core ms p50 / p95 / p99`] = times.words;
      figures[`${label}: p99 / p50 of the yardstick`] = times.p99 / bare.p50;
      figures[`${label}: recall`] = found.size / kept.length;
      figures[`${label}: false`] = other.size;
    }
    const make = newsMaker(99);
    const strangers = Array.from({ length: QUERIES }, make);
    const told = new Set<string>();
    const times = await percentiles(
      backend,
      strangers.map(({ title, body }) => async () => {
        if ((await look(title, body)).length > 0) told.add(title);
      }),
    );
    figures["text of other news: core ms p50 / p95 / p99"] = times.words;
    figures["text of other news: p99 / p50 of the yardstick"] = times.p99 / bare.p50;
    figures["text of other news: nothing found"] = `${strangers.length - told.size} of ${strangers.length}`;
    await close();
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return { figures };
}
