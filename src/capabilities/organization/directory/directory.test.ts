import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#platform/auth/actor.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { organizationApi, people } from "../organization.fixture.ts";
import { samplePersonId } from "../seed.ts";

let db: TestDatabase;
let stranger: Actor;
let appointmentId: string;
const call = organizationApi(() => db.database);
const { administrator, editor, auditor } = people;
beforeAll(async () => {
  db = await testDatabase("sample");
  const [agencyId, personId] = [uuidv7(), uuidv7()];
  await db.pool.query(
    "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'commune', 'Xã Khác', 'XK', 'X', 'xa-khac')",
    [agencyId],
  );
  await db.pool.query(
    "insert into person (id, agency_id, name, email) values ($1, $2, 'Người Khác', 'k@x.vn')",
    [personId, agencyId],
  );
  stranger = {
    personId,
    name: "Người Khác",
    agencyId,
    appointments: [{ role: "administrator", unitId: null }],
  };
  const { rows } = await db.pool.query("select id from appointment where person_id = $1", [
    samplePersonId("editor"),
  ]);
  appointmentId = rows[0].id;
});

const seenBy = async (actor: Actor) => (await call(actor, "GET", "/directory")).json.agencies;
const share = (actor: Actor, part: object = {}) =>
  call(actor, "PUT", `/appointments/${appointmentId}/shared-contact`, {
    matter: "Truyền thông",
    showsPhone: false,
    showsEmail: true,
    ...part,
  });

describe("the directory of the installation", () => {
  test("holds nothing before an agency says so, and then what it said alone", async () => {
    expect(await seenBy(stranger)).toEqual([]);
    expect((await share(editor)).status).toBe(403);
    expect((await share(auditor)).status).toBe(403);
    expect((await share(stranger)).status).toBe(404);
    expect((await share(administrator, { showsEmail: false })).status).toBe(422);
    const { json } = await share(administrator);
    expect(json.own).toMatchObject([{ appointmentId, matter: "Truyền thông", phone: null }]);
    expect(json.agencies).toEqual([]);
    const [agency] = await seenBy(stranger);
    expect(agency.contacts).toEqual([
      expect.objectContaining({ email: expect.stringContaining("@"), phone: null, matter: "Truyền thông" }),
    ]);
    expect(Object.keys(agency.contacts[0]).toSorted()).toEqual(
      ["email", "jobTitle", "matter", "name", "phone", "unitName"].toSorted(),
    );
    expect((await call(stranger, "GET", "/directory")).json.own).toEqual([]);
  });

  test("forgets who is taken back, who leaves, and an appointment that is over", async () => {
    await share(administrator);
    const person = samplePersonId("editor");
    await db.pool.query("update person set active = false where id = $1", [person]);
    expect(await seenBy(stranger)).toEqual([]);
    await db.pool.query("update person set active = true where id = $1", [person]);
    expect(await seenBy(stranger)).toHaveLength(1);
    const end = (actor: Actor) => call(actor, "DELETE", `/appointments/${appointmentId}/shared-contact`);
    expect((await end(stranger)).status).toBe(404);
    expect((await end(administrator)).json.own).toEqual([]);
    expect(await seenBy(stranger)).toEqual([]);
    expect((await end(administrator)).status).toBe(404);
  });
});
