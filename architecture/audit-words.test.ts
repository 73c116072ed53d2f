import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { actName, objectWords } from "#platform/work/audit-words.ts";
import { plugs } from "../src/apps/plugs.ts";

const home = join(import.meta.dirname, "..", "src");
const sources = readdirSync(home, { recursive: true, encoding: "utf8" })
  .filter((file) => /^[^/]+\/.*\.ts$/.test(file) && !/\.(test|fixture)\.ts$/.test(file))
  .map((file) => [file, readFileSync(join(home, file), "utf8")] as const);

/** Every act that the code records: literals beside `act:`, and what is handed to the acts of a report. */
const acts = sources.flatMap(([file, text]) => {
  const beside = [...text.matchAll(/\bact:\s*([^,\n]*)/g)].flatMap(([, value]) =>
    [...value!.matchAll(/"([a-z]+(?:-[a-z]+)+)"/g)].map(([, act]) => act!),
  );
  const handed = [...text.matchAll(/moveReport\(\s*\w+,\s*\w+,\s*"[^"]+",\s*"([^"]+)"/g)].map(
    ([, act]) => act!,
  );
  return [...beside, ...handed].map((act) => [act, file] as const);
});
/** Acts that are put together: each with the file that does it; their words are made of the same table. */
const composed = sources.filter(([, text]) => /\bact:\s*`/.test(text)).map(([file]) => file);
const objectKinds = new Set(
  sources.flatMap(([, text]) => [...text.matchAll(/objectKind: "([^"]+)"/g)].map(([, kind]) => kind!)),
);

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});

describe("the audit speaks Vietnamese", () => {
  test("about every act that the code records", () => {
    expect(acts.length).toBeGreaterThan(40);
    expect(acts.filter(([act]) => actName(act) === act)).toEqual([]);
    expect(composed).toEqual(["capabilities/newsroom/move-content.ts"]);
  });

  test("about every kind of object", () => {
    expect(objectKinds.size).toBeGreaterThan(8);
    expect([...objectKinds].filter((kind) => objectWords(kind).name === kind)).toEqual([]);
  });

  test("and names no act that nobody does", () => {
    const done = new Set(acts.map(([act]) => act));
    const named = plugs.flatMap(({ auditWords }) => Object.keys(auditWords?.acts ?? {}));
    expect(named.filter((act) => !done.has(act) && !act.endsWith("-content"))).toEqual([]);
  });

  test("about every act and field that the sample department has left", async () => {
    const { rows } = await db.pool.query<{ act: string; object_kind: string; key: string | null }>(
      "select distinct act, object_kind, key from audit_entry left join lateral (select jsonb_object_keys(case jsonb_typeof(value) when 'object' then value else '{}' end) as key from (values (before), (after)) as v (value)) as keys on true",
    );
    expect(rows.length).toBeGreaterThan(50);
    const nameless = rows.filter(({ act, object_kind: kind, key }) => {
      const { fields, technical = [] } = objectWords(kind);
      return actName(act) === act || (key !== null && !(key in fields) && !technical.includes(key));
    });
    expect(nameless).toEqual([]);
  });
});
