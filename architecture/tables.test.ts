import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";

const source = join(import.meta.dirname, "..", "src");
const rooms = ["capabilities", "platform"].flatMap((side) =>
  readdirSync(join(source, side)).map((name) => join(source, side, name, "tables.ts")),
);

interface Column {
  name: string;
  type: string;
  nullable: boolean;
}

const shortType = (type: string) =>
  type
    .replace("timestamp with time zone", "timestamptz")
    .replace("character varying", "text")
    .replace(/\(\d+\)/, "")
    .replace(/^_text$/, "text[]")
    .replace(/^_int4$/, "integer[]")
    .replace(/^_uuid$/, "uuid[]");

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});

describe("the tables in code are those that the migrations make", () => {
  for (const file of rooms.filter((path) => existsSync(path))) {
    test(file.slice(source.length + 1), async () => {
      const tables = Object.values(await import(file)).filter((value) => is(value, PgTable));
      expect(tables.length).toBeGreaterThan(0);
      for (const table of tables) {
        const { name, columns } = getTableConfig(table as PgTable);
        const { rows } = await db.pool.query<{ column_name: string; data_type: string; is_nullable: string }>(
          "select column_name, case data_type when 'ARRAY' then udt_name else data_type end as data_type, is_nullable from information_schema.columns where table_name = $1 and table_schema = 'public'",
          [name],
        );
        const made: Column[] = rows.map((row) => ({
          name: row.column_name,
          type: shortType(row.data_type),
          nullable: row.is_nullable === "YES",
        }));
        const written: Column[] = columns.map((column) => ({
          name: column.name,
          type: shortType(column.getSQLType()),
          nullable: !column.notNull,
        }));
        const byName = (a: Column, b: Column) => (a.name < b.name ? -1 : 1);
        expect(written.toSorted(byName), name).toEqual(made.toSorted(byName));
      }
    });
  }
});
