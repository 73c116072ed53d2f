import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#platform/auth/actor.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { organizationApi, people } from "./organization.fixture.ts";
import { SAMPLE_AGENCY_ID } from "./seed.ts";

let db: TestDatabase;
const call = organizationApi(() => db.database);
const { administrator, auditor, editor } = people;
beforeAll(async () => {
  db = await testDatabase("sample");
});

const commune = (place: string, part: object = {}) => ({
  kind: "commune",
  name: `Ủy ban nhân dân xã ${place}`,
  superiorName: null,
  symbol: "UBND",
  place,
  address: null,
  phone: null,
  email: null,
  administrator: { name: "Người Thí Dụ", email: `${place.replaceAll(" ", "-")}@mau.gandan.vn`.toLowerCase() },
  ...part,
});
const added = async (place: string, as: Actor = administrator) =>
  (await call(as, "POST", "/agencies", commune(place))).json as { id: string; invitation: { link: string } };
const administratorOf = async (agencyId: string): Promise<Actor> => {
  const { rows } = await db.pool.query("select id, name from person where agency_id = $1", [agencyId]);
  return {
    personId: rows[0].id,
    name: rows[0].name,
    agencyId,
    appointments: [{ role: "administrator", unitId: null }],
  };
};
const acts = async (agencyId: string) =>
  (await db.pool.query("select act from audit_entry where agency_id = $1 order by id", [agencyId])).rows.map(
    ({ act }) => act,
  );

describe("an agency under one's own", () => {
  test("is added with its first administrator, whose link works once; both agencies' audits keep it", async () => {
    const { status, json } = await call(administrator, "POST", "/agencies", commune("Mau Mot"));
    expect([status, json.active, json.invitation.minutes]).toEqual([200, true, 3 * 24 * 60]);
    const { rows } = await db.pool.query(
      "select a.parent_id, a.slug, a.is_sample, p.email, r.role from agency a join person p on p.agency_id = a.id join appointment r on r.person_id = p.id where a.id = $1",
      [json.id],
    );
    expect(rows).toEqual([
      {
        parent_id: SAMPLE_AGENCY_ID,
        slug: "uy-ban-nhan-dan-xa-mau-mot-mau-mot",
        is_sample: true,
        email: "mau-mot@mau.gandan.vn",
        role: "administrator",
      },
    ]);
    expect(await acts(json.id)).toEqual(["add-agency", "add-person"]);
    expect(await acts(SAMPLE_AGENCY_ID)).toContain("add-agency");
  });

  test("is added, named, put to rest and invited to by administrators alone; the auditor sees the list", async () => {
    const { id } = await added("Mau Hai");
    for (const who of [editor, auditor]) {
      expect((await call(who, "POST", "/agencies", commune("Mau Ba"))).status).toBe(403);
      expect((await call(who, "PUT", `/agencies/${id}`, commune("Mau Hai"))).status).toBe(403);
      expect((await call(who, "POST", `/agencies/${id}/active`, { active: false })).status).toBe(403);
      expect((await call(who, "POST", `/agencies/${id}/invitation`)).status).toBe(403);
    }
    expect((await call(editor, "GET", "/agencies")).status).toBe(403);
    const { json } = await call(auditor, "GET", "/agencies");
    expect(json.agencies.map(({ id: listed }: { id: string }) => listed)).toContain(id);
    expect(json.may.add.allowed).toBe(false);
  });

  test("of a kind that does not stand there, or with a name that is taken, is refused at that field", async () => {
    await added("Mau Bon");
    const province = await call(administrator, "POST", "/agencies", commune("Mau Nam", { kind: "province" }));
    expect([province.status, province.json.data.issues[0].field]).toEqual([422, "kind"]);
    const twice = await call(administrator, "POST", "/agencies", commune("Mau Bon"));
    expect([twice.status, twice.json.data.issues[0].field]).toEqual([422, "name"]);
    const { rows } = await db.pool.query("select count(*)::int as n from person where email like 'mau-nam%'");
    expect(rows[0].n).toBe(0);
  });

  test("cannot be added under a commune, and the answer says so beforehand", async () => {
    const chief = await administratorOf((await added("Mau Sau")).id);
    const { json } = await call(chief, "GET", "/agencies");
    expect([json.kinds, json.may.add.allowed]).toEqual([[], false]);
    expect((await call(chief, "POST", "/agencies", commune("Mau Bay"))).status).toBe(403);
  });

  test("is renamed from above; its own administrator still keeps its address and phone", async () => {
    const { id } = await added("Mau Tam");
    const names = { name: "Ủy ban nhân dân phường Mẫu", superiorName: null, symbol: "UBND", place: "Mẫu" };
    const { status, json } = await call(administrator, "PUT", `/agencies/${id}`, names);
    expect([status, json.name]).toEqual([200, names.name]);
    expect(await acts(id)).toEqual(["add-agency", "add-person", "rename-agency"]);
    expect((await call(administrator, "PUT", `/agencies/${id}`, { ...names, name: "" })).status).toBe(400);
  });

  test("put to rest: its sessions end at once, nothing is deleted, and it can be woken", async () => {
    const { id } = await added("Mau Chin");
    await db.pool.query(
      "insert into auth_session (id, user_id, token, expires_at) select $1, user_id, $1, now() + interval '1 hour' from person where agency_id = $2",
      [uuidv7(), id],
    );
    const rest = (active: boolean) => call(administrator, "POST", `/agencies/${id}/active`, { active });
    expect((await rest(true)).status).toBe(409);
    expect((await rest(false)).json.active).toBe(false);
    const { rows } = await db.pool.query(
      "select count(*)::int as n from auth_session s join person p on p.user_id = s.user_id where p.agency_id = $1",
      [id],
    );
    expect(rows[0].n).toBe(0);
    expect((await rest(false)).status).toBe(409);
    expect((await rest(true)).json.active).toBe(true);
  });

  test("is handed a new link until anybody there has a password, never after", async () => {
    const { id, invitation } = await added("Mau Muoi");
    const invite = () => call(administrator, "POST", `/agencies/${id}/invitation`);
    const again = await invite();
    expect(again.json.link).not.toBe(invitation.link);
    await db.pool.query(
      "update auth_account set password = 'x' where user_id = (select user_id from person where agency_id = $1)",
      [id],
    );
    expect((await invite()).status).toBe(403);
  });

  test("that is not under one's own is unknown: neither one's own nor one further down", async () => {
    const { rows } = await db.pool.query("select gen_random_uuid() as id");
    const further = rows[0].id as string;
    const { id: near } = await added("Mau Muoi Mot");
    await db.pool.query(
      "insert into agency (id, parent_id, kind, name, symbol, place, slug) values ($1, $2, 'commune', 'Xã Xa', 'UBND', 'Xa', 'xa-xa')",
      [further, near],
    );
    for (const id of [SAMPLE_AGENCY_ID, further, uuidv7()]) {
      expect((await call(administrator, "PUT", `/agencies/${id}`, commune("Xa"))).status).toBe(404);
      expect((await call(administrator, "POST", `/agencies/${id}/active`, { active: false })).status).toBe(
        404,
      );
      expect((await call(administrator, "POST", `/agencies/${id}/invitation`)).status).toBe(404);
    }
    const rest = await call(administrator, "POST", `/agencies/${near}/active`, { active: false });
    expect([rest.status, rest.json.message]).toEqual([
      403,
      "Cơ quan này còn cơ quan trực thuộc đang hoạt động.",
    ]);
  });
});
