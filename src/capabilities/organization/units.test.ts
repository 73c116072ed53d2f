import { Client } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { today } from "#platform/clock/vietnam-time.ts";
import { readMigrations } from "#platform/database/migrate.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { organizationApi, people } from "./organization.fixture.ts";
import { samplePersonId, sampleUnitId } from "./seed.ts";

let db: TestDatabase;
const call = organizationApi(() => db.database);
const { administrator, contributor, auditor } = people;
beforeAll(async () => {
  db = await testDatabase("sample");
});

const day = (offset = 0) => today().add({ days: offset }).toString();
const archive = { name: "Phòng Lưu trữ Mẫu", shortName: "PLT", kind: "division" };
const made = async (fields: { shortName: string }) =>
  (await call(administrator, "POST", "/units", { ...archive, name: `Phòng ${fields.shortName}`, ...fields }))
    .json.id as string;
const listed = async (closed = false) =>
  (await call(contributor, "GET", `/units${closed ? "?closed=true" : ""}`)).json.units as { id: string }[];

describe("the agency", () => {
  const fields = {
    name: "Sở Thí Dụ",
    superiorName: "UBND TỈNH THÍ DỤ",
    symbol: "STD",
    place: "Thí Dụ",
    address: null,
    phone: null,
    email: null,
  };

  test("is changed by an administrator, with what it was kept in the audit", async () => {
    const before = (await call(contributor, "GET", "/agency")).json;
    const { status, json } = await call(administrator, "PUT", "/agency", fields);
    expect([status, json.name, json.slug]).toEqual([200, "Sở Thí Dụ", before.slug]);
    const { rows } = await db.pool.query(
      "select before->>'name' as was, after->>'name' as is from audit_entry where act = 'update-agency'",
    );
    expect(rows).toEqual([{ was: before.name, is: "Sở Thí Dụ" }]);
  });

  test("is changed by nobody else, and keeps its fields when one is wrong", async () => {
    expect((await call(auditor, "PUT", "/agency", fields)).status).toBe(403);
    const wrong = await call(administrator, "PUT", "/agency", { ...fields, symbol: "st d" });
    expect(wrong.status).toBe(400);
    expect((await call(contributor, "GET", "/agency")).json.symbol).toBe("STD");
  });
});

describe("a unit", () => {
  test("is added at the end of the list, and renamed without changing its address", async () => {
    const { status, json } = await call(administrator, "POST", "/units", archive);
    expect([status, json.slug]).toEqual([200, "plt"]);
    expect((await listed()).at(-1)?.id).toBe(json.id);
    const renamed = await call(administrator, "PUT", `/units/${json.id}`, { ...archive, shortName: "LT" });
    expect(renamed.json).toMatchObject({ shortName: "LT", slug: "plt", may: { manage: { allowed: true } } });
  });

  test("is added and renamed by administrators alone", async () => {
    const id = sampleUnitId("phong-mau-b");
    expect((await call(contributor, "POST", "/units", archive)).status).toBe(403);
    expect((await call(auditor, "PUT", `/units/${id}`, archive)).status).toBe(403);
    expect((await call(people.head, "POST", `/units/${id}/close`, { on: day() })).status).toBe(403);
  });

  test("with a short name that is taken, or none to make an address of, is refused at that field", async () => {
    const twice = await call(administrator, "POST", "/units", {
      ...archive,
      name: "Khác",
      shortName: " pma",
    });
    const signs = await call(administrator, "POST", "/units", { ...archive, name: "…", shortName: "…" });
    expect([twice.status, signs.status]).toEqual([422, 422]);
    for (const { json } of [twice, signs]) expect(json.data.issues[0].field).toBe("shortName");
    expect(twice.json.message).toContain("Phòng Mẫu A");
  });

  test("bears no name of another in force, whatever its capitals, spaces or Unicode form", async () => {
    const office = { name: "Văn phòng Mẫu", shortName: "VPM", kind: "office" };
    const id = await made(office);
    for (const name of ["VĂN PHÒNG  MẪU", "văn phòng\u00a0mẫu ", "Văn phòng Mẫu".normalize("NFD")]) {
      const { status, json } = await call(administrator, "POST", "/units", {
        ...office,
        name,
        shortName: "Z",
      });
      expect([status, json.data.issues]).toEqual([
        422,
        [{ field: "name", message: "Cơ quan đã có đơn vị tên “Văn phòng Mẫu”." }],
      ]);
    }
    const other = await made({ shortName: "KHÁC" });
    const renamed = await call(administrator, "PUT", `/units/${other}`, { ...office, shortName: "KHÁC" });
    expect([renamed.status, renamed.json.data.issues[0].field]).toEqual([422, "name"]);
    // Its own name is no hindrance, and a unit that is closed leaves its name to another.
    expect((await call(administrator, "PUT", `/units/${id}`, { ...office, kind: "division" })).status).toBe(
      200,
    );
    await call(administrator, "POST", `/units/${id}/close`, { on: day() });
    const heir = await call(administrator, "POST", "/units", office);
    expect([heir.status, heir.json.slug]).toEqual([200, "vpm-2"]);
  });

  test("of the same name cannot be written past the acts either", async () => {
    await expect(
      db.pool.query(
        "insert into unit (id, agency_id, kind, name, short_name, slug, position) select gen_random_uuid(), agency_id, kind, upper(name), 'Y', 'y', 99 from unit where name = 'Văn phòng Sở'",
      ),
    ).rejects.toThrow("unit_name_once");
  });

  test("that bore the name of another before an upgrade is told apart by a number", async () => {
    const other = await testDatabase("sample");
    const owner = new Client(other.ownerUrl);
    await owner.connect();
    const twice = (name: string, short: string, position: number) =>
      owner.query(
        "insert into unit (id, agency_id, kind, name, short_name, slug, position) select gen_random_uuid(), id, 'division', $1, $2, $3, $4 from agency",
        [name, short, `p${position}`, position],
      );
    await owner.query("drop index unit_name_once, unit_short_name_once; drop function unit_name_key");
    await twice("PHÒNG THÍ  DỤ", "TD", 90);
    await twice("Phòng Thí Dụ", "td", 91);
    await twice("Phòng Thí Dụ (2)", "TD2", 92);
    await owner.query(readMigrations().find(({ name }) => name.startsWith("0021"))!.sql);
    const { rows } = await owner.query(
      "select name, short_name as short from unit where position >= 90 order by position",
    );
    await owner.end();
    expect(rows).toEqual([
      { name: "PHÒNG THÍ  DỤ", short: "TD" },
      { name: "Phòng Thí Dụ (3)", short: "td3" },
      { name: "Phòng Thí Dụ (2)", short: "TD2" },
    ]);
  });

  test("is added once when two administrators add it at the same moment", async () => {
    const both = await Promise.all(
      [1, 2].map(() =>
        call(administrator, "POST", "/units", { ...archive, name: "Phòng Hai", shortName: "H" }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  test("that nobody is appointed to is closed: it leaves the lists and keeps its name", async () => {
    const id = await made({ shortName: "TẠM" });
    expect((await call(administrator, "POST", `/units/${id}/close`, { on: day() })).status).toBe(200);
    expect((await listed()).some((unit) => unit.id === id)).toBe(false);
    expect((await listed(true)).some((unit) => unit.id === id)).toBe(true);
    expect((await call(administrator, "POST", `/units/${id}/close`, { on: day() })).status).toBe(409);
    expect((await call(administrator, "PUT", `/units/${id}`, archive)).status).toBe(409);
  });

  test("with people appointed to it stays open until they are moved", async () => {
    const id = await made({ shortName: "SÁP NHẬP" });
    const clerk = samplePersonId("office");
    const appoint = { role: "office", unitId: id, fromDate: day(-30) };
    const { json } = await call(administrator, "POST", `/people/${clerk}/appointments`, appoint);
    const close = () => call(administrator, "POST", `/units/${id}/close`, { on: day() });
    const refused = await close();
    expect(refused.status).toBe(409);
    expect(refused.json.message).toContain("Còn 1 phân công");
    const held = json.appointments.find((row: { unitId: string }) => row.unitId === id);
    await call(administrator, "POST", `/appointments/${held.id}/end`, { on: day() });
    expect((await close()).status).toBe(200);
  });

  test("is not closed on a day to come", async () => {
    const id = await made({ shortName: "MAI" });
    const { status } = await call(administrator, "POST", `/units/${id}/close`, { on: day(1) });
    expect(status).toBe(422);
  });

  test("that another agency has is unknown here", async () => {
    const nowhere = "01999999-0000-7000-8000-000000000001";
    expect((await call(administrator, "PUT", `/units/${nowhere}`, archive)).status).toBe(404);
    expect((await call(administrator, "POST", `/units/${nowhere}/close`, { on: day() })).status).toBe(404);
  });
});
