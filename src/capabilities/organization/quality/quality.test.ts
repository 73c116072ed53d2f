import { readXlsx } from "hucre/xlsx";
import { beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { people } from "../organization.fixture.ts";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "../seed.ts";
import { exportQuality } from "./export-quality.ts";
import { judgeQuality } from "./judge-quality.ts";
import { qualityOf } from "./quality-queries.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});

const question = { months: 6 };
const now = new Date("2026-11-20T03:00:00Z");
const found = async (narrowed: object = {}) =>
  (await qualityOf(db.database, people.administrator, { ...question, ...narrowed }, now)).map(
    ({ kind, about }) => `${kind}: ${about}`,
  );
const change = (query: string, values: unknown[] = []) => db.pool.query(query, values);

test("people, units, appointments and authorities that clash, lack, double or rot are found, by unit and group", async () => {
  const before = await found();
  expect(before).toContain("empty-unit: Phòng Mẫu B (thể thao, du lịch)");
  expect(before).toContain("no-head: Phòng Tài chính - Kế hoạch");
  expect(before).not.toContain("no-head: Phòng Mẫu A (văn hóa)");
  const id = samplePersonId;
  await change("update person set phone = '+84 912 345 678', leaves_on = '2026-11-01' where id = $1", [
    id("editor"),
  ]);
  await change("update person set phone = '0912345678', name = 'Lê Thị  Mau' where id = $1", [id("editor2")]);
  await change("update person set email = 'of.fice+mot@mau.gandan.vn', active = false where id = $1", [
    id("office"),
  ]);
  await change("update appointment set to_date = '2026-10-31' where person_id = $1", [id("leadership")]);
  await change(
    "insert into appointment (id, agency_id, person_id, unit_id, role, from_date) values (gen_random_uuid(), $1, $2, $3, 'head', '2026-02-01'), (gen_random_uuid(), $1, $4, $3, 'head', '2026-02-01')",
    [SAMPLE_AGENCY_ID, id("head"), sampleUnitId("khtc"), id("finance")],
  );
  await change("update unit set name = 'Van  phong so' where id = $1", [sampleUnitId("don-vi-mau-c")]);
  await change(
    "insert into audit_entry (id, at, agency_id, person_id, person_name, act, object_kind, object_id) values (gen_random_uuid(), '2026-03-01', $1, $2, 'x', 'sign-in', 'person', 'x')",
    [SAMPLE_AGENCY_ID, id("auditor")],
  );
  await change("update person set created_at = '2026-01-01'");
  const after = await found();
  for (const one of [
    "left-but-active: Lê Thị Mẫu",
    "same-phone: Lê Thị Mẫu",
    "same-phone: Lê Thị  Mau",
    "same-name: Lê Thị Mẫu",
    "locked-but-appointed: Hoàng Thị Mẫu",
    "appointments-over: Trần Thị Mẫu",
    "authority-alone: Trần Thị Mẫu",
    "head-of-two: Phạm Văn Mẫu",
    "two-heads: Phòng Tài chính - Kế hoạch",
    "alike-units: Văn phòng Sở",
    "alike-units: Van  phong so",
    "unused: Bùi Thị Mẫu",
    "never-signed-in: Đỗ Văn Mẫu",
  ])
    expect(after).toContain(one);
  expect(after).not.toContain("never-signed-in: Bùi Thị Mẫu");
  expect(await found({ months: 12 })).not.toContain("unused: Bùi Thị Mẫu");
  const ofFinance = await found({ unitId: sampleUnitId("khtc"), group: "correct" });
  expect(ofFinance.toSorted()).toEqual([
    "head-of-two: Phạm Văn Mẫu",
    "two-heads: Phòng Tài chính - Kế hoạch",
  ]);
});

test("the workbook holds what was chosen and how, and its taking stands in the audit", async () => {
  const chosen = { ...question, group: "correct" as const };
  const bytes = await work(db.database, people.auditor, (w) => exportQuality(w, chosen), { at: now });
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]!.rows.length - 1).toBe((await found({ group: "correct" })).length);
  expect(sheets[1]!.rows.map((row) => row[1])).toContain("Đúng (mâu thuẫn)");
  const { rows } = await change(
    "select count(*)::int as taken from audit_entry where act = 'export-quality'",
  );
  expect(rows[0].taken).toBe(1);
  await expect(work(db.database, people.head, (w) => exportQuality(w, question))).rejects.toThrow();
});

test("what begins later or has just begun is no fault", () => {
  const person = {
    id: "1",
    name: "Người Mẫu",
    email: "a@mau.gandan.vn",
    phone: "0900000000",
    jobTitle: "Chuyên viên",
    active: true,
    leavesOn: "2026-11-20",
    addedOn: "2026-11-19",
    lastSeenOn: null,
    appointments: [{ role: "auditor", unitId: null, fromDate: "2026-12-01", toDate: null }],
  };
  const judged = (changes: object) =>
    judgeQuality(
      { people: [{ ...person, ...changes }], units: [], signers: [] },
      { today: "2026-11-20", months: 6 },
    ).map(({ kind }) => kind);
  expect(judged({})).toEqual([]);
  expect(judged({ addedOn: "2026-11-01", appointments: [] })).toEqual(["no-appointment", "never-signed-in"]);
});
