import { beforeAll, describe, expect, test } from "vitest";
import { today } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { organizationApi, people } from "./organization.fixture.ts";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "./seed.ts";

let db: TestDatabase;
const call = organizationApi(() => db.database);
const { administrator, contributor, auditor } = people;
beforeAll(async () => {
  db = await testDatabase("sample");
});

const day = (offset = 0) => today().add({ days: offset }).toString();
const person = samplePersonId("office");
const unitId = sampleUnitId("phong-mau-b");
const appoint = (fields: object, id = person) =>
  call(administrator, "POST", `/people/${id}/appointments`, {
    role: "contributor",
    unitId,
    fromDate: day(),
    ...fields,
  });
const end = (id: string, on: string) => call(administrator, "POST", `/appointments/${id}/end`, { on });
const heldBy = (json: { appointments: { id: string; role: string; fromDate: string }[] }, fromDate: string) =>
  json.appointments.find((row) => row.role === "contributor" && row.fromDate === fromDate)!.id;

describe("an appointment", () => {
  test("gives a role in a unit from a day to a day, and is recorded", async () => {
    const { status, json } = await appoint({ fromDate: day(-20), toDate: day(-11) });
    expect(status).toBe(200);
    expect(json.appointments).toContainEqual(
      expect.objectContaining({ role: "contributor", unitId, fromDate: day(-20), toDate: day(-11) }),
    );
    const { rows } = await db.pool.query("select object_id from audit_entry where act = 'appoint-person'");
    expect(rows).toEqual([{ object_id: person }]);
  });

  test("is given and ended by administrators alone", async () => {
    const wanted = { role: "contributor", unitId, fromDate: day() };
    for (const who of [contributor, auditor])
      expect((await call(who, "POST", `/people/${person}/appointments`, wanted)).status).toBe(403);
    const { rows } = await db.pool.query("select id from appointment limit 1");
    expect((await call(auditor, "POST", `/appointments/${rows[0].id}/end`, { on: day() })).status).toBe(403);
  });

  test("of the same role in the same unit at the same time is refused; before, after, elsewhere is not", async () => {
    for (const overlapping of [
      { fromDate: day(-15), toDate: day(-13) },
      { fromDate: day(-30), toDate: day(-20) },
      { fromDate: day(-11) },
    ]) {
      const refused = await appoint(overlapping);
      expect(refused.status).toBe(409);
      expect(refused.json.message).toContain("đã giữ vai trò");
    }
    expect((await appoint({ fromDate: day(-10), toDate: day(-9) })).status).toBe(200);
    expect((await appoint({ fromDate: day(-15), unitId: sampleUnitId("khtc") })).status).toBe(200);
    expect((await appoint({ fromDate: day(-15), role: "head" })).status).toBe(200);
  });

  test("to the same at the same moment is made once", async () => {
    const same = { fromDate: day(300), toDate: day(310) };
    const statuses = (await Promise.all([appoint(same), appoint(same), appoint(same)])).map(
      ({ status }) => status,
    );
    expect(statuses.toSorted()).toEqual([200, 409, 409]);
  });

  test("that overlaps is refused by the database too, whoever asks", async () => {
    const values = [uuidv7(), SAMPLE_AGENCY_ID, person, unitId, "contributor", day(301)];
    await expect(
      db.pool.query(
        "insert into appointment (id, agency_id, person_id, unit_id, role, from_date) values ($1, $2, $3, $4, $5, $6)",
        values,
      ),
    ).rejects.toThrow("appointment_once_at_a_time");
  });

  test("that ends before it begins is refused at that field", async () => {
    const { status, json } = await appoint({ fromDate: day(400), toDate: day(399) });
    expect([status, json.data.issues[0].field]).toEqual([422, "toDate"]);
  });

  test("of a role that is of a unit needs one that is open", async () => {
    expect((await appoint({ unitId: null })).status).toBe(422);
    expect((await appoint({ unitId: uuidv7() })).status).toBe(404);
    expect((await appoint({}, uuidv7())).status).toBe(404);
  });

  test("ends on a day, once; not before it began", async () => {
    const { json } = await appoint({ fromDate: day(-5), toDate: day(100) });
    const id = heldBy(json, day(-5));
    expect((await end(id, day(-6))).status).toBe(422);
    expect((await end(id, day(-2))).status).toBe(200);
    expect((await end(id, day())).status).toBe(409);
    expect((await end(uuidv7(), day())).status).toBe(404);
  });

  test("that has not begun is taken back as if never made, and the audit keeps it", async () => {
    const { json } = await appoint({ fromDate: day(500), toDate: null });
    const id = heldBy(json, day(500));
    const after = await end(id, day());
    expect(after.status).toBe(200);
    expect(after.json.appointments.some((row: { id: string }) => row.id === id)).toBe(false);
    const { rows } = await db.pool.query(
      "select before->>'id' as id from audit_entry where act = 'cancel-appointment'",
    );
    expect(rows).toEqual([{ id }]);
  });
});

describe("the last administrator", () => {
  test("is neither ended nor locked out until another one is in office", async () => {
    const held = (await call(auditor, "GET", "/people")).json.people
      .find(({ id }: { id: string }) => id === administrator.personId)
      .appointments.find(({ role }: { role: string }) => role === "administrator").id;
    expect((await end(held, day())).status).toBe(409);
    const lock = () =>
      call(administrator, "POST", `/people/${administrator.personId}/active`, { active: false });
    expect((await lock()).status).toBe(409);
    await appoint({ role: "administrator", unitId: null, fromDate: day() });
    expect((await end(held, day())).status).toBe(200);
    expect((await lock()).status).toBe(200);
  });
});
