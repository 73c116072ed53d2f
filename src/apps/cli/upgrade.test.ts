import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { SERVING } from "#platform/database/embedded-postgres.ts";
import { type Migration, migrate, readMigrations } from "#platform/database/migrate.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { backupBeforeUpgrade } from "./installation.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});

const later = (name: string, sql: string): Migration => ({ name, sql, checksum: name });
const columns = async () =>
  (await db.pool.query("select count(*)::int as n from information_schema.columns where table_name = 'unit'"))
    .rows[0].n;

describe("an upgrade of a database that holds something", () => {
  const data = mkdtempSync(join(tmpdir(), "gandan-upgrade-"));
  const good = [...readMigrations(), later("9001-units-have-a-colour", "alter table unit add colour text")];
  const bad = [...good, later("9002-breaks", "alter table unit add taste text; select 1 / 0")];

  test("is preceded by a backup, and needs none when nothing is due", async () => {
    expect(await backupBeforeUpgrade(db.ownerUrl, data)).toBeNull();
    const saved = await backupBeforeUpgrade(db.ownerUrl, data, good);
    expect(readdirSync(join(data, "backups")).map((name) => join(data, "backups", name))).toEqual([saved]);
  });

  test("that fails leaves everything as it was and says so", async () => {
    const before = await columns();
    await expect(migrate(db.ownerUrl, { servingRole: SERVING, history: bad })).rejects.toThrow(
      "9002-breaks thất bại, dữ liệu giữ nguyên",
    );
    expect(await columns()).toBe(before);
  });

  test("that works is done once, and an older program refuses the newer database", async () => {
    expect(await migrate(db.ownerUrl, { servingRole: SERVING, history: good })).toEqual([
      "9001-units-have-a-colour",
    ]);
    expect(await migrate(db.ownerUrl, { servingRole: SERVING, history: good })).toEqual([]);
    await expect(migrate(db.ownerUrl, { servingRole: SERVING })).rejects.toThrow("mới hơn phần mềm");
  });

  test("with an edited migration is refused", async () => {
    const edited = good.map((migration) =>
      migration.name.startsWith("0001") ? { ...migration, checksum: "khác" } : migration,
    );
    await expect(migrate(db.ownerUrl, { servingRole: SERVING, history: edited })).rejects.toThrow(
      "đã bị sửa",
    );
  });
});
