import { beforeAll, describe, expect, test } from "vitest";
import { roles } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { accountHolder } from "./account-holder.ts";
import { endLeavers } from "./end-leavers.ts";
import { organizationApi, people } from "./organization.fixture.ts";
import { sampleEmail, samplePersonId } from "./seed.ts";

let db: TestDatabase;
const call = organizationApi(() => db.database);
const { administrator } = people;
beforeAll(async () => {
  db = await testDatabase("sample");
});

const day = (later: number) => today().add({ days: later }).toString();
const noonOf = (date: string) => new Date(`${date}T12:00:00+07:00`);
const leave = (email: string, on: string | null, who = administrator) =>
  call(who, "POST", `/people/${samplePersonId(email)}/leaving`, { on, reason: "Nghỉ hưu" });
const session = async (email: string) => {
  await db.pool.query(
    "insert into auth_session (id, user_id, token, expires_at) select gen_random_uuid()::text, user_id, gen_random_uuid()::text, now() + interval '1 hour' from person where id = $1",
    [samplePersonId(email)],
  );
};
const sessions = async (email: string) =>
  (
    await db.pool.query(
      "select count(*)::int as n from auth_session s join person p on p.user_id = s.user_id where p.id = $1",
      [samplePersonId(email)],
    )
  ).rows[0].n;

describe("somebody who leaves", () => {
  test("is written down by administrators alone, not for a day that is over", async () => {
    for (const role of roles) {
      const who = { ...administrator, appointments: [{ role, unitId: null }] };
      if (role !== "administrator") expect((await leave("editor2", day(1), who)).status, role).toBe(403);
    }
    expect((await leave("editor2", day(-1))).status).toBe(422);
    const last = await leave("administrator", day(3));
    expect([last.status, last.json.message]).toEqual([409, expect.stringContaining("quản trị cuối cùng")]);
  });

  test("keeps appointments and signs until the last day, and is out the day after, sessions too", async () => {
    await session("leadership");
    const { json } = await leave("leadership", day(2));
    expect(json).toMatchObject({ leavesOn: day(2), active: true, appointments: [{ toDate: day(2) }] });
    const { authorities } = (await call(administrator, "GET", "/signing-authorities")).json;
    expect(authorities).toMatchObject([{ toDate: day(2), endReason: "Nghỉ hưu" }]);
    expect(await endLeavers(db.database, noonOf(day(2)))).toBe(0);
    expect([await endLeavers(db.database, noonOf(day(3))), await sessions("leadership")]).toEqual([1, 0]);
    expect(await endLeavers(db.database, noonOf(day(3)))).toBe(0);
    const { people: all } = (await call(administrator, "GET", "/people")).json;
    const left = all.find(({ id }: { id: string }) => id === samplePersonId("leadership"));
    expect(left.active).toBe(false);
    const { rows } = await db.pool.query(
      "select reason, person_name from audit_entry where act = 'deactivate-person' and object_id = $1",
      [samplePersonId("leadership")],
    );
    expect(rows).toMatchObject([
      { reason: expect.stringContaining("Ngày làm việc cuối"), person_name: "Hệ thống" },
    ]);
    const { notices } = (await call(administrator, "GET", "/notices")).json;
    expect(notices[0].title).toContain("Trần Thị Mẫu đã rời cơ quan");
  });

  test("is refused on the day after also while nothing has shut the account yet", async () => {
    await db.pool.query("update person set leaves_on = $2 where id = $1", [
      samplePersonId("office"),
      day(-1),
    ]);
    expect((await accountHolder(db.database, sampleEmail("office")))?.active).toBe(false);
    await db.pool.query("update person set leaves_on = $2 where id = $1", [samplePersonId("office"), day(0)]);
    expect((await accountHolder(db.database, sampleEmail("office")))?.active).toBe(true);
  });

  test("may come back: the day is taken back, or the account opened again", async () => {
    await leave("finance", day(5));
    expect((await leave("finance", null)).json).toMatchObject({ leavesOn: null, active: true });
    const id = samplePersonId("leadership");
    const opened = await call(administrator, "POST", `/people/${id}/active`, { active: true });
    expect(opened.json).toMatchObject({ leavesOn: null, active: true });
  });
});
