import { beforeAll, describe, expect, test } from "vitest";
import { type Role, roles } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { organizationApi, people } from "./organization.fixture.ts";
import { samplePersonId } from "./seed.ts";
import { signatureLines } from "./signing-authority.ts";

let db: TestDatabase;
const call = organizationApi(() => db.database);
const { administrator } = people;
beforeAll(async () => {
  db = await testDatabase("sample");
});

const day = (later: number) => today().add({ days: later }).toString();
const fields = {
  personId: samplePersonId("head"),
  form: "TL",
  headTitle: "Giám đốc",
  ownTitle: "Trưởng phòng Mẫu A",
  scope: "report",
  fromDate: day(0),
  toDate: day(30),
  decisionNumber: "20/QĐ-SVHTTDL",
  decidedOn: day(-1),
};
const record = (change: object = {}, who = administrator) =>
  call(who, "POST", "/signing-authorities", { ...fields, ...change });
const as = (role: Role) => ({ ...administrator, appointments: [{ role, unitId: null }] });

describe("who signs for the agency", () => {
  test("is printed as the decree on official documents has it", () => {
    const lines = (form: "head" | "Q" | "KT" | "TL" | "TUQ", ownTitle: string | null, kind = "department") =>
      signatureLines(
        { form, headTitle: kind === "commune" ? "Chủ tịch" : "Giám đốc", ownTitle },
        kind as never,
      );
    expect(lines("head", null)).toEqual(["GIÁM ĐỐC"]);
    expect(lines("Q", null)).toEqual(["Q. GIÁM ĐỐC"]);
    expect(lines("KT", "Phó Giám đốc")).toEqual(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]);
    expect(lines("TL", "Chánh Văn phòng")).toEqual(["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]);
    expect(lines("TUQ", "Trưởng phòng Mẫu")).toEqual(["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG MẪU"]);
    expect(lines("head", null, "commune")).toEqual(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]);
    expect(lines("KT", "Phó Chủ tịch", "commune")).toEqual([
      "TM. ỦY BAN NHÂN DÂN",
      "KT. CHỦ TỊCH",
      "PHÓ CHỦ TỊCH",
    ]);
    expect(lines("TL", "Chánh Văn phòng", "commune")).toEqual(["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]);
  });

  test("is written down by administrators and the leadership, never for themselves, and seen by all", async () => {
    for (const role of roles) {
      const may = role === "administrator" || role === "leadership";
      expect((await call(as(role), "GET", "/signing-authorities")).status, role).toBe(200);
      expect(
        (await record({ personId: samplePersonId("office"), headTitle: "" }, as(role))).status,
        role,
      ).toBe(may ? 400 : 403);
    }
    const own = await record({ personId: administrator.personId });
    expect([own.status, own.json.message]).toEqual([403, "Thẩm quyền ký của chính bạn cần người khác ghi."]);
  });

  test("signs in one way at a time, and one head at a time, by the database too", async () => {
    const made = await record();
    expect(made.json).toMatchObject({
      personName: "Phạm Văn Mẫu",
      lines: ["TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG MẪU A"],
      standing: "in-force",
    });
    const again = await record({ form: "TUQ", fromDate: day(30), toDate: null });
    expect([again.status, again.json.message]).toEqual([
      409,
      expect.stringContaining("Phạm Văn Mẫu đã có thẩm quyền ký từ"),
    ]);
    expect((await record({ scope: "plan" })).status).toBe(200);
    expect((await record({ scope: "all", fromDate: day(31), toDate: null })).status).toBe(200);
    const head = { form: "head", ownTitle: null, personId: samplePersonId("finance") };
    expect((await record({ ...head, toDate: null })).status).toBe(200);
    const second = await record({ ...head, form: "Q", personId: samplePersonId("editor") });
    expect([second.status, second.json.message]).toEqual([
      409,
      expect.stringContaining("chỉ có một người đứng đầu"),
    ]);
    const copy = (change: string) =>
      db.pool.query(
        `insert into signing_authority (id, agency_id, person_id, form, head_title, own_title, scope, from_date, to_date, decision_number, decided_on, recorded_at)
         select gen_random_uuid(), agency_id, ${change}, head_title, own_title, scope, from_date, to_date, decision_number, decided_on, recorded_at
         from signing_authority where form in ('head', 'TL') and scope in ('all', 'report') and from_date <= current_date order by form`,
      );
    await expect(copy("person_id, form")).rejects.toThrow(/at_a_time/);
    await expect(db.pool.query("update signing_authority set decision_number = 'khác'")).rejects.toThrow(
      "permission denied",
    );
  });

  test("with days, titles and decision that fit together", async () => {
    const other = { personId: samplePersonId("editor2") };
    const issues = async (change: object) => (await record({ ...other, ...change })).json.data.issues;
    expect(await issues({ toDate: day(-1) })).toMatchObject([{ field: "toDate" }]);
    expect(await issues({ decidedOn: day(1) })).toMatchObject([{ field: "decidedOn" }]);
    expect(await issues({ ownTitle: " " })).toMatchObject([{ field: "ownTitle" }]);
    expect((await record({ personId: administrator.agencyId })).status).toBe(404);
  });

  test("ends today at the earliest, for a reason; one that has not begun is taken back", async () => {
    const end = (id: string, on = day(0)) =>
      call(administrator, "POST", `/signing-authorities/${id}/end`, { on, reason: "Có quyết định mới" });
    const person = { personId: samplePersonId("contributor") };
    const { id } = (await record(person)).json;
    expect((await end(id, day(-1))).status).toBe(422);
    expect((await end(id)).status).toBe(200);
    const { id: later } = (await record({ ...person, fromDate: day(5), toDate: null })).json;
    expect((await end(later)).status).toBe(200);
    const { authorities } = (await call(administrator, "GET", "/signing-authorities")).json;
    const left = authorities.filter(({ personId }: { personId: string }) => personId === person.personId);
    expect(left).toMatchObject([{ id, toDate: day(0), endReason: "Có quyết định mới" }]);
    expect((await end(later)).status).toBe(404);
  });
});
