import pg from "pg";
import { expect, test } from "vitest";
import { readMigrations } from "#platform/database/migrate.ts";
import { testDatabase } from "#platform/testing/test-database.ts";
import { renewContentTexts } from "../src/capabilities/newsroom/put-content-text.ts";

test("an upgrade makes everything that is published findable, word for word as publishing does", async () => {
  const db = await testDatabase("sample");
  // Kinds had no fields and no media of their own when this step was made.
  const indexed = async () =>
    (
      await db.pool.query(
        "select * from search_text where kind = 'content' and object_id not in (select item_id from content_revision where own <> '{}' or media <> '[]') order by object_id",
      )
    ).rows as Record<string, unknown>[];
  const published = await indexed();
  expect(published.length).toBeGreaterThan(4);
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query("drop function search_words, search_pairs cascade");
  for (const step of [
    "common-words-are-found-as-quickly-as-rare-ones",
    "what-is-found-is-shown-from-one-row",
  ])
    await owner.query(readMigrations().find(({ name }) => name.endsWith(step))!.sql);
  await owner.end();
  await renewContentTexts(db.database);
  expect(await indexed()).toEqual(published);
});
