import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { backup } from "./backup.ts";
import { SERVING } from "./embedded-postgres.ts";
import { exportData } from "./export.ts";
import { type Migration, migrate, pendingMigrations, readMigrations } from "./migrate.ts";
import { openBackup, UnusableBackup } from "./open-backup.ts";
import { restore as putBack } from "./restore.ts";

const folder = mkdtempSync(join(tmpdir(), "gandan-backup-"));
const filesHere = join(folder, "files");
const filesThere = join(folder, "restored-files");
const saved = join(folder, "saved", "gandan.zip");
const picture = "01a209dd-cbbd-7638-972d-83b0c41663ce";
const options = { replace: false, servingRole: SERVING };
const restore = async (ownerUrl: string, files: string, path: string, how: Parameters<typeof putBack>[3]) =>
  putBack(ownerUrl, files, await openBackup(path), how);
let sample: TestDatabase;
let empty: TestDatabase;
beforeAll(async () => {
  sample = await testDatabase("sample");
  empty = await testDatabase("empty");
  mkdirSync(join(filesHere, "small"), { recursive: true });
  writeFileSync(join(filesHere, picture), Buffer.from([0, 255, 1, 254]));
  writeFileSync(join(filesHere, "small", picture), Buffer.from([7]));
});

const contents = (where: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(where, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(where, name)).isFile())
      .toSorted()
      .map((name) => [name, readFileSync(join(where, name), "base64")]),
  );
const agencies = async (db: TestDatabase) =>
  (await db.pool.query("select count(*)::int as n from agency")).rows[0].n;
const later = (name: string, sql: string): Migration => ({ name, sql, checksum: name });

describe("a backup", () => {
  test("of the sample department, restored elsewhere, exports to the same bytes", async () => {
    const manifest = await backup(sample.ownerUrl, filesHere, saved);
    expect(manifest.tables.find(({ name }) => name === "obligation")?.rows).toBe(105);
    expect(statSync(saved).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, "saved"))).toEqual(["gandan.zip"]);
    await restore(empty.ownerUrl, filesThere, saved, options);
    const [one, two] = [join(folder, "export-1"), join(folder, "export-2")];
    expect(await exportData(sample.ownerUrl, filesHere, one)).toBeGreaterThan(300);
    await exportData(empty.ownerUrl, filesThere, two);
    expect(contents(two)).toEqual(contents(one));
    expect(Object.keys(contents(one))).toEqual(expect.arrayContaining([`files/small/${picture}`]));
    const guide = readFileSync(join(one, "DOC-TRUOC.md"), "utf8");
    const told = [...guide.matchAll(/^- `([a-z_]+)`:/gm)].map(([, name]) => name);
    const written = readdirSync(join(one, "tables")).map((name) => name.replace(".jsonl", ""));
    expect(told).toEqual(written.toSorted());
  });

  test("leaves the database with the same tables, references, triggers and rights", async () => {
    const made = async (db: TestDatabase) =>
      (
        await db.pool.query(`
          select conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) as what from pg_constraint where connamespace = 'public'::regnamespace
          union all select tgrelid::regclass::text || ' ' || pg_get_triggerdef(oid) || tgenabled::text from pg_trigger where not tgisinternal
          union all select tablename || ' ' || indexdef from pg_indexes where schemaname = 'public'
          union all select relname || ' ' || relacl::text from pg_class where relnamespace = 'public'::regnamespace and relacl is not null
          order by 1`)
      ).rows;
    expect(await made(empty)).toEqual(await made(sample));
  });

  test("brings passwords back too, while an export holds none", async () => {
    const hashes = async (db: TestDatabase) =>
      (await db.pool.query("select id, password from auth_account order by id")).rows;
    expect(await hashes(empty)).toEqual(await hashes(sample));
    const [{ password }] = await hashes(sample);
    const exported = Object.entries(contents(join(folder, "export-1")));
    expect(exported.map(([name]) => name).join()).not.toContain("auth_account");
    for (const [, text] of exported) expect(Buffer.from(text, "base64").toString()).not.toContain(password);
    const { rows } = await sample.pool.query<{ name: string }>(
      "select distinct table_name as name from information_schema.columns where table_schema = 'public' and column_name ~ 'password|secrets?(_|$)|token|credential|backup_code|code_hash'",
    );
    for (const { name } of rows) expect(exported.map(([file]) => file)).not.toContain(`tables/${name}.jsonl`);
  });

  test("is not put over data unless that is asked for, and then nothing else stays", async () => {
    const files = join(folder, "other-files");
    mkdirSync(files);
    writeFileSync(join(files, "01a209dd-0000-7638-972d-83b0c41663ce"), "khác");
    await expect(restore(sample.ownerUrl, files, saved, options)).rejects.toThrow("--replace");
    expect(readdirSync(files)).toEqual(["01a209dd-0000-7638-972d-83b0c41663ce"]);
    await sample.pool.query("update agency set name = 'Đã đổi'");
    await restore(sample.ownerUrl, files, saved, { ...options, replace: true });
    expect(await agencies(sample)).toBe(1);
    expect((await sample.pool.query("select 1 from agency where name = 'Đã đổi'")).rowCount).toBe(0);
    expect(contents(files)).toEqual(contents(filesHere));
  });

  test("that is damaged anywhere is refused and changes nothing", async () => {
    const other = await testDatabase("empty");
    const files = join(folder, "no-files");
    const whole = readFileSync(saved);
    for (const share of [0.3, 0.5, 0.7]) {
      const at = Math.floor(whole.length * share);
      const broken = Buffer.from(whole);
      // Wide enough to reach a table's rows wherever it falls; a lone byte may be a time stamp that nobody reads.
      for (let place = at; place < at + 600; place += 1) broken[place] = broken[place]! ^ 0xff;
      const path = join(folder, `hong-${at}.zip`);
      writeFileSync(path, broken);
      await expect(restore(other.ownerUrl, files, path, options)).rejects.toThrow(UnusableBackup);
    }
    writeFileSync(join(folder, "ngan.zip"), whole.subarray(0, 500));
    await expect(restore(other.ownerUrl, files, join(folder, "ngan.zip"), options)).rejects.toThrow(
      UnusableBackup,
    );
    await expect(restore(other.ownerUrl, files, join(folder, "khong-co.zip"), options)).rejects.toThrow(
      "Không đọc được",
    );
    expect(await agencies(other)).toBe(0);
    expect(existsSync(files)).toBe(false);
  });

  test("made while others write is of one moment", async () => {
    const writer = new pg.Client({ connectionString: sample.ownerUrl });
    const watcher = new pg.Client({ connectionString: sample.ownerUrl });
    await writer.connect();
    await watcher.connect();
    // The backup has read the agencies when it comes to the units and must wait there.
    await writer.query("begin; lock table unit in access exclusive mode");
    const path = join(folder, "one-moment.zip");
    const saving = backup(sample.ownerUrl, filesHere, path);
    const waiting = async () => {
      const { rows } = await watcher.query(
        "select count(*)::int as n from pg_stat_activity where datname = $1 and wait_event_type = 'Lock' and query like 'copy %unit%'",
        [sample.name],
      );
      return rows[0].n;
    };
    await expect.poll(waiting, { timeout: 30_000 }).toBe(1);
    await watcher.end();
    await writer.query(`
      insert into agency (id, kind, name, symbol, place, slug) values ('01a209dd-0000-7000-8000-000000000001', 'department', 'Sở Đến Sau', 'SDS', 'Nơi Mẫu', 'so-den-sau');
      insert into unit (id, agency_id, kind, name, short_name, slug, position) values ('01a209dd-0000-7000-8000-000000000002', '01a209dd-0000-7000-8000-000000000001', 'office', 'Phòng Đến Sau', 'PDS', 'phong-den-sau', 1);
      commit`);
    await writer.end();
    await saving;
    const { read } = await openBackup(path);
    let units = "";
    for await (const chunk of read("tables", "unit")) units += Buffer.from(chunk).toString();
    expect(units).toContain('"slug"');
    expect(units).not.toContain("phong-den-sau");
  });
});

describe("a backup of an earlier version", () => {
  const history = readMigrations();
  const coloured = [
    ...history,
    later("9001-units-have-a-colour", "alter table unit add colour text not null default 'red'"),
  ];

  test("is put into the tables of that version and then upgraded", async () => {
    const old = await testDatabase("bare");
    await migrate(old.ownerUrl, { servingRole: SERVING, history: history.slice(0, 8) });
    await old.pool.query(
      "insert into agency (id, kind, name, symbol, place, slug) values (gen_random_uuid(), 'department', 'Sở Thời Trước', 'STT', 'Nơi Mẫu', 'so-thoi-truoc')",
    );
    const path = join(folder, "thoi-truoc.zip");
    await backup(old.ownerUrl, filesHere, path);
    const now = await testDatabase("empty");
    const { upgraded } = await restore(now.ownerUrl, join(folder, "now-files"), path, options);
    expect(upgraded).toEqual(history.slice(8).map(({ name }) => name));
    expect(await pendingMigrations(now.ownerUrl)).toEqual([]);
    expect((await now.pool.query("select name from agency")).rows).toEqual([{ name: "Sở Thời Trước" }]);
  });

  test("of the sample department gets what later steps add", async () => {
    const now = await testDatabase("empty");
    await restore(now.ownerUrl, join(folder, "coloured"), saved, { ...options, history: coloured });
    const { rows } = await now.pool.query("select distinct colour from unit");
    expect(rows).toEqual([{ colour: "red" }]);
  });

  test("whose upgrade fails leaves data and files as they were", async () => {
    const now = await testDatabase("empty");
    const files = join(folder, "failing-files");
    mkdirSync(files);
    writeFileSync(join(files, "kept"), "giữ");
    const broken = [...history, later("9002-breaks", "alter table unit add taste text; select 1 / 0")];
    await expect(restore(now.ownerUrl, files, saved, { ...options, history: broken })).rejects.toThrow(
      "9002-breaks thất bại, dữ liệu giữ nguyên",
    );
    expect(await agencies(now)).toBe(0);
    expect(await pendingMigrations(now.ownerUrl)).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith("failing-files"))).toEqual(["failing-files"]);
    expect(readdirSync(files)).toEqual(["kept"]);
  });

  test("is refused in one line when it is a later one, or its steps are not ours", async () => {
    const now = await testDatabase("empty");
    const older = { ...options, history: history.slice(0, -1) };
    const refusal = await restore(now.ownerUrl, filesThere, saved, older).catch((error) => error);
    expect(refusal).toBeInstanceOf(UnusableBackup);
    expect(refusal.message).toMatch(/^Bản sao lưu mới hơn phần mềm này .*$/);
    const edited = history.map((one, index) => (index === 2 ? { ...one, checksum: "khác" } : one));
    await expect(restore(now.ownerUrl, filesThere, saved, { ...options, history: edited })).rejects.toThrow(
      "bước nâng cấp khác",
    );
    expect(await agencies(now)).toBe(0);
  });

  test("keeps numbered and computed columns going", async () => {
    const counting = [
      ...history,
      later(
        "9003-counts",
        "create table counted (number bigint generated always as identity primary key, twice bigint generated always as (number * 2) stored, word text)",
      ),
    ];
    const [from, to] = [await testDatabase("empty"), await testDatabase("empty")];
    await migrate(from.ownerUrl, { servingRole: SERVING, history: counting });
    const owner = async (db: TestDatabase, sql: string) => {
      const client = new pg.Client({ connectionString: db.ownerUrl });
      await client.connect();
      const { rows } = await client.query(sql);
      await client.end();
      return rows;
    };
    await owner(from, "insert into counted (word) values ('một'), ('hai'), (e'ba\\n\"\\\\\u2028')");
    await owner(from, "delete from counted where word = 'hai'");
    const path = join(folder, "counting.zip");
    await backup(from.ownerUrl, filesHere, path);
    await restore(to.ownerUrl, join(folder, "counting"), path, { ...options, history: counting });
    await owner(to, "insert into counted (word) values ('bốn')");
    expect(await owner(to, "select number::int, twice::int, word from counted order by 1")).toEqual([
      { number: 1, twice: 2, word: "một" },
      { number: 3, twice: 6, word: 'ba\n"\\\u2028' },
      { number: 4, twice: 8, word: "bốn" },
    ]);
  });
});
