import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { auditEntry } from "./tables.ts";
import { systemActor, work } from "./work.ts";

const agency = "01999999-0000-7000-8000-000000000001";
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});

const recordSomething = (objectId: string, fail = false) =>
  work(db.database, systemActor(agency), async (current) => {
    await current.record({ act: "try-something", objectKind: "thing", objectId, after: { a: 1 } });
    if (fail) throw new Error("đổi ý");
  });

describe("an act and its record", () => {
  test("are committed together", async () => {
    await recordSomething("kept");
    const rows = await db.database.select().from(auditEntry).where(eq(auditEntry.objectId, "kept"));
    expect(rows).toMatchObject([{ act: "try-something", after: { a: 1 }, agencyId: agency, personId: null }]);
  });

  test("vanish together when the act fails", async () => {
    await expect(recordSomething("lost", true)).rejects.toThrow("đổi ý");
    expect(await db.database.select().from(auditEntry).where(eq(auditEntry.objectId, "lost"))).toEqual([]);
  });

  test("cannot be changed or deleted by the role that serves", async () => {
    await recordSomething("fixed");
    const refused = expect.objectContaining({ cause: expect.objectContaining({ code: "42501" }) });
    await expect(db.database.update(auditEntry).set({ act: "other" })).rejects.toEqual(refused);
    await expect(db.database.delete(auditEntry)).rejects.toEqual(refused);
    await expect(db.database.execute(sql`truncate audit_entry`)).rejects.toEqual(refused);
  });
});
