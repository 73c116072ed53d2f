import { beforeAll, describe, expect, test } from "vitest";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { documentsOfAgency } from "./document-queries.ts";
import { type DocumentDescription, registerDocument } from "./register-document.ts";

let db: TestDatabase;
const agencyId = uuidv7();
const actor = (role: Role): Actor => ({
  personId: uuidv7(),
  name: "Nguyễn Văn Mẫu",
  agencyId,
  appointments: [{ role, unitId: null }],
});
const plan36: DocumentDescription = {
  number: "36/KH-UBND",
  type: "Kế hoạch",
  issuedOn: "2026-02-03",
  issuer: "UBND tỉnh Bắc Ninh",
  abstract: null,
};
const register = (description: DocumentDescription, role: Role = "office") =>
  work(db.database, actor(role), (current) => registerDocument(current, description));

beforeAll(async () => {
  db = await testDatabase();
  await db.pool.query(
    "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'department', 'Sở Mẫu', 'SM', 'Bắc Ninh', 'so-mau')",
    [agencyId],
  );
});

describe("registering an official document", () => {
  test("gives the same document for the same number, date and issuer, whatever the letters", async () => {
    const first = await register(plan36);
    const again = await register({ ...plan36, number: "36/kh-ubnd", abstract: "Ghi lần hai" });
    expect(again.id).toBe(first.id);
  });

  test("keeps two documents apart that share a number in different years", async () => {
    const other = await register({ ...plan36, issuedOn: "2025-02-03" });
    expect(other.id).not.toBe((await register(plan36)).id);
  });

  test("by ten people at once leaves one row", async () => {
    const one = { ...plan36, number: "69/KH-UBND" };
    const made = await Promise.all(Array.from({ length: 10 }, () => register(one)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  test("stores letters composed (NFC)", async () => {
    const made = await register({ ...plan36, number: "70/KH-UBND", abstract: "Kế hoạch".normalize("NFD") });
    expect(made.abstract).toBe("Kế hoạch".normalize("NFC"));
  });

  test("is refused to who only reads", async () => {
    await expect(register(plan36, "auditor")).rejects.toThrow(Forbidden);
  });

  test("is refused when it would end before it begins", async () => {
    const wrong = { ...plan36, number: "1/NQ", effectiveFrom: "2026-05-01", effectiveTo: "2026-04-01" };
    await expect(register(wrong)).rejects.toThrow(Unacceptable);
    expect(await documentsOfAgency(db.database, agencyId, { q: "1/NQ" })).toEqual([]);
  });
});
