import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { backup } from "./backup.ts";
import { exportData } from "./export.ts";
import { restore, UnusableBackup } from "./restore.ts";

const folder = mkdtempSync(join(tmpdir(), "gandan-backup-"));
const filesHere = join(folder, "files");
const filesThere = join(folder, "restored-files");
const saved = join(folder, "saved", "gandan.zip");
let sample: TestDatabase;
let empty: TestDatabase;
beforeAll(async () => {
  sample = await testDatabase("sample");
  empty = await testDatabase("empty");
  mkdirSync(filesHere);
  writeFileSync(join(filesHere, "01a209dd-cbbd-7638-972d-83b0c41663ce"), Buffer.from([0, 255, 1, 254]));
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

describe("a backup", () => {
  test("of the sample department, restored elsewhere, exports to the same bytes", async () => {
    const manifest = await backup(sample.ownerUrl, filesHere, saved);
    expect(manifest.tables.find(({ name }) => name === "obligation")?.rows).toBe(105);
    expect(statSync(saved).mode & 0o777).toBe(0o600);
    await restore(empty.ownerUrl, filesThere, saved, { replace: false });
    const [one, two] = [join(folder, "export-1"), join(folder, "export-2")];
    expect(await exportData(sample.ownerUrl, filesHere, one)).toBeGreaterThan(300);
    await exportData(empty.ownerUrl, filesThere, two);
    expect(contents(two)).toEqual(contents(one));
  });

  test("brings passwords back too, while an export holds none", async () => {
    const hashes = async (db: TestDatabase) =>
      (await db.pool.query("select id, password from auth_account order by id")).rows;
    expect(await hashes(empty)).toEqual(await hashes(sample));
    const [{ password }] = await hashes(sample);
    expect(Object.keys(contents(join(folder, "export-1"))).join()).not.toContain("auth_account");
    for (const text of Object.values(contents(join(folder, "export-1")))) {
      expect(Buffer.from(text, "base64").toString()).not.toContain(password);
    }
  });

  test("is not put over data unless that is asked for", async () => {
    await expect(restore(sample.ownerUrl, filesHere, saved, { replace: false })).rejects.toThrow("--replace");
    await restore(sample.ownerUrl, filesHere, saved, { replace: true });
    expect(await agencies(sample)).toBe(1);
  });

  test("that is damaged anywhere is refused and changes nothing", async () => {
    const other = await testDatabase("empty");
    const whole = readFileSync(saved);
    for (const share of [0.3, 0.5, 0.7]) {
      const at = Math.floor(whole.length * share);
      const broken = Buffer.from(whole);
      // Wide enough to reach a table's rows wherever it falls; a lone byte may be a time stamp that nobody reads.
      for (let place = at; place < at + 600; place += 1) broken[place] = broken[place]! ^ 0xff;
      const path = join(folder, `hong-${at}.zip`);
      writeFileSync(path, broken);
      await expect(restore(other.ownerUrl, filesThere, path, { replace: false })).rejects.toThrow(
        UnusableBackup,
      );
    }
    writeFileSync(join(folder, "ngan.zip"), whole.subarray(0, 500));
    await expect(
      restore(other.ownerUrl, filesThere, join(folder, "ngan.zip"), { replace: false }),
    ).rejects.toThrow(UnusableBackup);
    await expect(
      restore(other.ownerUrl, filesThere, join(folder, "khong-co.zip"), { replace: false }),
    ).rejects.toThrow("Không đọc được");
    expect(await agencies(other)).toBe(0);
  });
});
