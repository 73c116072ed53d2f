import { expect, test } from "vitest";
import { testDatabase } from "#platform/testing/test-database.ts";
import { sealAudit } from "#platform/work/seal-audit.ts";
import { verifySeals } from "#platform/work/verify-seals.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { emptySample } from "./remove-sample.ts";
import { SAMPLE_AGENCY_ID } from "./seed.ts";

test("removing the sample department leaves no row of any agency, and says so only once", async () => {
  const db = await testDatabase("sample");
  await db.pool.query(
    `insert into tip_media (agency_id, tip_id, media_id, position)
     select t.agency_id, t.id, m.id, 90 from tip t join media_asset m on m.agency_id = t.agency_id and m.sort = 'picture' limit 1`,
  );
  await sealAudit(db.database);
  const remove = () => work(db.database, systemActor(SAMPLE_AGENCY_ID), emptySample);
  expect((await remove()).removed).toBe(1);
  const { rows: tables } = await db.pool.query<{ table_name: string }>(
    "select distinct table_name from information_schema.columns where column_name = 'agency_id' and table_schema = 'public'",
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { table_name } of tables) {
    const { rows } = await db.pool.query(
      `select count(*)::int as left from ${table_name} where ${table_name === "audit_entry" ? "act <> 'remove-sample'" : "true"}`,
    );
    expect(rows[0].left, table_name).toBe(0);
  }
  const { rows: accounts } = await db.pool.query("select count(*)::int as left from auth_user");
  expect(accounts[0].left).toBe(0);
  // The audit of the sample is gone, and its seals tell that this was the removal's doing.
  const chain = await verifySeals(db.database);
  expect(chain).toMatchObject({ broken: null, waiting: 1 });
  expect(chain.withoutEntry).toBeGreaterThan(50);
  await sealAudit(db.database);
  expect((await verifySeals(db.database)).broken).toBeNull();
  expect(await remove()).toEqual({ removed: 0, files: [], lines: [] });
});

test("the role that serves cannot declare an agency a sample, and so remove it with its audit", async () => {
  const db = await testDatabase("sample");
  await expect(db.pool.query("update agency set is_sample = true")).rejects.toThrow("permission denied");
  await expect(db.pool.query("delete from agency")).rejects.toThrow("permission denied");
});
