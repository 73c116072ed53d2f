import { beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { organizationApi, people } from "./organization.fixture.ts";
import { samplePersonId, sampleUnitId } from "./seed.ts";

let db: TestDatabase;
const call = organizationApi(() => db.database);
const { administrator, contributor, auditor } = people;
beforeAll(async () => {
  db = await testDatabase("sample");
});

const newcomer = {
  name: "Trịnh Thị Thí Dụ",
  email: "Moi.Den@mau.gandan.vn",
  phone: null,
  jobTitle: "Chuyên viên",
  role: "contributor",
  unitId: sampleUnitId("phong-mau-b"),
};
const personOf = async (id: string) =>
  (await call(auditor, "GET", "/people")).json.people.find((person: { id: string }) => person.id === id);
const acts = async (id: string) =>
  (await db.pool.query("select act from audit_entry where object_id = $1 order by at, id", [id])).rows.map(
    ({ act }) => act,
  );
const sessions = async (id: string) =>
  (
    await db.pool.query(
      "select count(*)::int as n from auth_session where user_id = (select user_id from person where id = $1)",
      [id],
    )
  ).rows[0].n;
const giveSession = (id: string) =>
  db.pool.query(
    "insert into auth_session (id, user_id, token, expires_at) select $1, user_id, $1, now() + interval '1 hour' from person where id = $2",
    [crypto.randomUUID(), id],
  );

describe("a person", () => {
  test("is added with a first appointment from today and a link that works once, and found by everybody", async () => {
    const { status, json } = await call(administrator, "POST", "/people", newcomer);
    expect(status).toBe(200);
    expect(json.invitation).toEqual({ link: expect.stringContaining("?ma="), minutes: 3 * 24 * 60 });
    expect(await personOf(json.id)).toMatchObject({
      email: "moi.den@mau.gandan.vn",
      active: true,
      appointments: [{ role: "contributor", unitName: "Phòng Mẫu B (thể thao, du lịch)", toDate: null }],
      may: { manage: { allowed: false } },
    });
    // Until the link is used there is no way in; who keeps no people is not told.
    const entered = async () =>
      (await call(administrator, "GET", "/people")).json.people.find(
        (one: { id: string }) => one.id === json.id,
      ).entered;
    expect([await entered(), (await personOf(json.id)).entered]).toEqual([false, null]);
    await db.pool.query(
      "update auth_account set password = 'x' where user_id = (select user_id from person where id = $1)",
      [json.id],
    );
    expect(await entered()).toBe(true);
    expect(await acts(json.id)).toEqual(["add-person"]);
  });

  test("is added by administrators alone", async () => {
    expect((await call(contributor, "POST", "/people", newcomer)).status).toBe(403);
    expect((await call(auditor, "POST", "/people", newcomer)).status).toBe(403);
  });

  test("with an e-mail that has an account, whatever its case, is refused at that field and nothing is kept", async () => {
    const before = (await call(auditor, "GET", "/people")).json.people.length;
    const { status, json } = await call(administrator, "POST", "/people", {
      ...newcomer,
      email: "EDITOR@mau.gandan.vn",
    });
    expect([status, json.data.issues[0].field]).toEqual([422, "email"]);
    expect((await call(auditor, "GET", "/people")).json.people.length).toBe(before);
  });

  test("with a role of a unit needs a unit, one that is there and open", async () => {
    const without = await call(administrator, "POST", "/people", { ...newcomer, unitId: null });
    expect([without.status, without.json.data.issues[0].field]).toEqual([422, "unitId"]);
    const elsewhere = { ...newcomer, unitId: "01999999-0000-7000-8000-000000000001" };
    expect((await call(administrator, "POST", "/people", elsewhere)).status).toBe(404);
  });

  test("is corrected by an administrator, with what was before", async () => {
    const id = samplePersonId("head");
    const fields = { name: "Phạm Văn Thí Dụ", phone: "0200 000 0001", jobTitle: "Trưởng phòng" };
    const { status, json } = await call(administrator, "PUT", `/people/${id}`, fields);
    expect([status, json.name]).toEqual([200, "Phạm Văn Thí Dụ"]);
    const { rows } = await db.pool.query(
      "select before->>'name' as was, after->>'name' as is from audit_entry where act = 'update-person'",
    );
    expect(rows).toEqual([{ was: "Phạm Văn Mẫu", is: "Phạm Văn Thí Dụ" }]);
    expect((await call(people.head, "PUT", `/people/${id}`, fields)).status).toBe(403);
    expect((await call(administrator, "PUT", `/people/${id}`, { ...fields, name: " " })).status).toBe(400);
  });

  test("who is locked out loses every session; unlocking gives none back", async () => {
    const id = samplePersonId("finance");
    await giveSession(id);
    const { json } = await call(administrator, "POST", `/people/${id}/active`, { active: false });
    expect([json.active, await sessions(id)]).toEqual([false, 0]);
    expect((await call(administrator, "POST", `/people/${id}/recovery`)).status).toBe(409);
    const again = await call(administrator, "POST", `/people/${id}/active`, { active: true });
    expect([again.json.active, await sessions(id)]).toEqual([true, 0]);
    expect(await acts(id)).toEqual(["deactivate-person", "activate-person"]);
  });

  test("who is locked already is left alone, and nothing is recorded twice", async () => {
    const id = samplePersonId("editor2");
    await call(administrator, "POST", `/people/${id}/active`, { active: false });
    await call(administrator, "POST", `/people/${id}/active`, { active: false });
    expect(await acts(id)).toEqual(["deactivate-person"]);
  });

  test("is locked, unlocked and let in again by administrators alone", async () => {
    const id = samplePersonId("editor");
    expect((await call(contributor, "POST", `/people/${id}/active`, { active: false })).status).toBe(403);
    expect((await call(auditor, "POST", `/people/${id}/recovery`)).status).toBe(403);
    const { status, json } = await call(administrator, "POST", `/people/${id}/recovery`);
    expect([status, json.minutes]).toEqual([200, 30]);
  });

  test("whom wrong passwords locked out is shown to administrators alone, who lift it once", async () => {
    const id = samplePersonId("office");
    const lift = (actor: typeof administrator) => call(actor, "POST", `/people/${id}/lift-lock-out`);
    expect((await lift(administrator)).status).toBe(409);
    for (let failure = 0; failure < 5; failure += 1)
      await db.pool.query(
        "insert into sign_in_failure (id, email, address) select gen_random_uuid(), email, '203.0.113.9' from person where id = $1",
        [id],
      );
    const shownTo = async (actor: typeof administrator) =>
      (await call(actor, "GET", "/people")).json.people.find((person: { id: string }) => person.id === id)
        .lockedUntil;
    expect([await shownTo(administrator), await shownTo(contributor)]).toEqual([expect.any(String), null]);
    expect((await lift(contributor)).status).toBe(403);
    const { status, json } = await lift(administrator);
    expect([status, json.lockedUntil, await shownTo(administrator)]).toEqual([200, null, null]);
    expect((await lift(administrator)).status).toBe(409);
    expect(await acts(id)).toEqual(["lift-lock-out"]);
  });

  test("whom another agency has is unknown here", async () => {
    const nobody = "/people/01999999-0000-7000-8000-000000000001";
    for (const [method, path, body] of [
      ["PUT", nobody, { name: "Tên", phone: null, jobTitle: null }],
      ["POST", `${nobody}/active`, { active: false }],
      ["POST", `${nobody}/recovery`, undefined],
      ["POST", `${nobody}/lift-lock-out`, undefined],
    ] as const)
      expect((await call(administrator, method, path, body)).status, path).toBe(404);
  });
});

describe("notices", () => {
  const notice = async (personId: string, cause: string) => {
    const id = crypto.randomUUID();
    await db.pool.query(
      "insert into notice (id, agency_id, person_id, cause, kind, title, href) select $1, agency_id, id, $3, 'task', 'Việc mới', '/workspace/' from person where id = $2",
      [id, personId, cause],
    );
    return id;
  };

  test("are one's own: read by oneself, untouched by others, refused to nobody at all", async () => {
    const own = await notice(contributor.personId, "cause-own");
    const other = await notice(samplePersonId("office"), "cause-other");
    const before = (await call(contributor, "GET", "/notices")).json;
    expect(before.notices.map(({ id }: { id: string }) => id)).toContain(own);
    expect(before.notices.map(({ id }: { id: string }) => id)).not.toContain(other);
    const { json } = await call(contributor, "POST", "/notices/read", { ids: [own, other] });
    expect(json.unread).toBe(before.unread - 1);
    const { rows } = await db.pool.query("select read_at from notice where id = $1", [other]);
    expect(rows[0].read_at).toBeNull();
    expect((await call(null, "GET", "/notices")).status).toBe(401);
    expect((await call(null, "POST", "/notices/read", { ids: [own] })).status).toBe(401);
  });

  test("read once stay as they were", async () => {
    const id = await notice(contributor.personId, "cause-twice");
    const first = await call(contributor, "POST", "/notices/read", { ids: [id] });
    const { rows } = await db.pool.query("select read_at from notice where id = $1", [id]);
    expect((await call(contributor, "POST", "/notices/read", { ids: [id] })).json).toEqual(first.json);
    const again = await db.pool.query("select read_at from notice where id = $1", [id]);
    expect(again.rows).toEqual(rows);
  });
});
