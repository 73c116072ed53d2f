import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { root } from "#platform/config/root.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { newsroomOf } from "./newsroom.fixture.ts";
import { publishDueContent } from "./publish-due-content.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});

/** A process of its own that publishes what is due, over and over, until it is killed. */
function publisher(url: string) {
  const code = `
    const { openDatabase } = await import(${JSON.stringify(join(root, "src/platform/database/database.ts"))});
    const { publishDueContent } = await import(${JSON.stringify(join(root, "src/capabilities/newsroom/publish-due-content.ts"))});
    const { database } = openDatabase(process.argv[1], { max: 2 });
    console.log("ready");
    for (;;) { await publishDueContent(database); await new Promise((next) => setTimeout(next, 2)); }
  `;
  return spawn(
    process.execPath,
    [
      "--no-warnings",
      "--import",
      join(root, "scripts/tsx-loader.mjs"),
      "--input-type=module",
      "-e",
      code,
      url,
    ],
    { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
  );
}

test("a publisher killed at any moment loses no publication and doubles none", async () => {
  const { scheduled } = newsroomOf(() => db.database);
  const longAgo = new Date(Date.now() - 120_000);
  const ids: string[] = [];
  for (let number = 1; number <= 12; number += 1)
    ids.push(await scheduled(`Bị ngắt ${number}`, null, longAgo));
  const left = async () =>
    (
      await db.pool.query(
        "select count(*)::int as left from content_item where id = any($1) and state = 'scheduled'",
        [ids],
      )
    ).rows[0].left;
  for (let kill = 0; kill < 10 && (await left()) > 0; kill += 1) {
    const child = publisher(db.url);
    await new Promise((ready) => child.stdout.once("data", ready));
    await delay(Math.random() * 25);
    child.kill("SIGKILL");
    await new Promise((gone) => child.once("exit", gone));
  }
  // What the kills left is still due: the next sweep finds it.
  await publishDueContent(db.database);
  expect(await left()).toBe(0);
  const { rows } = await db.pool.query(
    `select i.id, i.state,
       (select count(*)::int from content_event e where e.item_id = i.id and e.event = 'publish') as publications,
       (select count(*)::int from evidence v where v.source_id = i.id::text and v.withdrawn_at is null) as proofs,
       (select count(*)::int from notice n where n.cause like 'content-published:' || i.id || ':%' and n.person_id = i.created_by) as notices
     from content_item i where i.id = any($1)`,
    [ids],
  );
  expect(rows).toHaveLength(ids.length);
  for (const row of rows)
    expect(row).toMatchObject({ state: "published", publications: 1, proofs: 1, notices: 1 });
}, 180_000);
