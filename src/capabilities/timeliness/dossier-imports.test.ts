import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { csvOf, type Grid } from "#platform/sheets/lists.fixture.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { type Division, dossierFigures } from "./dossier-figures.ts";
import { dossierImports } from "./dossier-imports.ts";
import { importDossiers } from "./import-dossiers.ts";
import { undoDossierImport } from "./undo-dossier-import.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const person = (role: Role, agencyId: string = SAMPLE_AGENCY_ID): Actor => ({
  personId: samplePersonId(role === "office" ? "office" : "editor"),
  name: role,
  agencyId,
  appointments: [{ role, unitId: null }],
});
const as = <T>(actor: Actor, act: (current: Work) => Promise<T>) => work(db.database, actor, act);
const heads = [
  "Mã hồ sơ",
  "Đơn vị giải quyết",
  "Mã TTHC",
  "Lĩnh vực",
  "Ngày tiếp nhận",
  "Ngày hẹn trả",
  "Ngày có kết quả",
  "Trạng thái",
  "Kênh nộp",
  "Thanh toán trực tuyến",
  "KQ điện tử",
  "Chủ hồ sơ",
];
const bytesOf = (rows: Grid) => Buffer.from(csvOf([heads, ...rows]));
const bring = (rows: Grid, { actor = person("office"), period = "2026-11" } = {}) =>
  as(actor, (current) => importDossiers(current, { bytes: bytesOf(rows), fileName: "ho-so.csv", period }));
const stored = async () =>
  (await db.pool.query("select code, unit, finished_on::text as finished from dossier order by code")).rows;
const figures = (by: Division, code = "2026-11") =>
  dossierFigures(db.database, {
    agencyId: SAMPLE_AGENCY_ID,
    period: parsePeriod(code, "decree"),
    today: "2026-11-30",
    by,
  });

// October's period ends on the 14th, so that November's begins on the 15th of October.
const first: Grid = [
  [
    "A1",
    "Phòng Văn hóa",
    "1.000111",
    "Văn hóa",
    "01/10/2026",
    "20/10/2026",
    "20/10/2026",
    "",
    "Trực tuyến",
    "x",
    "x",
    "Người Kín",
  ],
  [
    "A2",
    "PHÒNG VĂN HOÁ",
    "1.000111",
    "Văn hóa",
    "16/10/2026",
    "30/10/2026",
    "29/10/2026",
    "",
    "Trực tiếp",
    "",
    "",
    "Người Kín",
  ],
  [
    "A3",
    "Trung tâm Thể thao",
    "1.000222",
    "Thể thao",
    "20/10/2026",
    "30/10/2026",
    "",
    "",
    "Trực tuyến",
    "0",
    "",
    "Người Kín",
  ],
  [
    "A4",
    "Trung tâm Thể thao",
    "1.000222",
    "Thể thao",
    "20/10/2026",
    "30/10/2026",
    "",
    "Chờ bổ sung",
    "Trực tuyến",
    "-",
    "",
    "Người Kín",
  ],
  [
    "A5",
    "",
    "1.000222",
    "Thể thao",
    "20/10/2026",
    "14/11/2026",
    "",
    "Từ chối tiếp nhận",
    "",
    "",
    "",
    "Người Kín",
  ],
  [
    "A6",
    "Phòng Văn hóa",
    "1.000111",
    "Văn hóa",
    "05/09/2026",
    "20/09/2026",
    "10/10/2026",
    "",
    "",
    "",
    "",
    "Người Kín",
  ],
  ["A7", "Phòng Văn hóa", "1.000111", "Văn hóa", "20/11/2026", "30/11/2026", "", "", "", "", "", "Người Kín"],
];

test("a sheet comes in once, a later one writes over it, and each is taken back as a whole", async () => {
  const one = await bring(first);
  expect(one).toMatchObject({ already: false, read: 7, rejected: 0, added: 7, changed: 0, unchanged: 0 });
  expect(await bring(first)).toMatchObject({
    importId: one.importId,
    already: true,
    added: 0,
    changed: 0,
    unchanged: 7,
  });
  const before = await stored();
  const settled = first.map((row) => (row[0] === "A3" ? row.with(6, "10/11/2026") : row));
  const two = await bring([
    ...settled,
    [
      "B1",
      "Phòng Văn hóa",
      "1.000111",
      "Văn hóa",
      "12/11/2026",
      "20/11/2026",
      "",
      "",
      "",
      "",
      "",
      "Người Kín",
    ],
  ]);
  expect(two).toMatchObject({ added: 1, changed: 1, unchanged: 6 });
  expect((await stored()).find(({ code }) => code === "A3")).toMatchObject({ finished: "2026-11-10" });
  await expect(
    as(person("office"), (current) => undoDossierImport(current, { id: one.importId })),
  ).rejects.toBeInstanceOf(Conflict);
  await as(person("editor"), (current) => undoDossierImport(current, { id: two.importId }));
  expect(await stored()).toEqual(before);
  await as(person("office"), (current) => undoDossierImport(current, { id: one.importId }));
  expect(await stored()).toEqual([]);
  await expect(
    as(person("office"), (current) => undoDossierImport(current, { id: one.importId })),
  ).rejects.toBeInstanceOf(Conflict);
  // What was taken back may come again.
  expect(await bring(first)).toMatchObject({ already: false, added: 7 });
  expect(
    (await dossierImports(db.database, SAMPLE_AGENCY_ID)).map(({ undoneAt }) => undoneAt === null),
  ).toEqual([true, false, false]);
  const everything = await db.pool.query(
    "select row_to_json(d)::text as text from dossier d union all select row_to_json(e)::text from audit_entry e where object_kind = 'dossier-import'",
  );
  expect(everything.rows.filter(({ text }) => text.includes("Người Kín"))).toEqual([]);
});

test("two who bring the same sheet at once make one import", async () => {
  const rows: Grid = [
    [
      "C1",
      "Phòng Văn hóa",
      "1.000111",
      "Văn hóa",
      "12/08/2026",
      "20/08/2026",
      "19/08/2026",
      "",
      "",
      "",
      "",
      "",
    ],
  ];
  const both = await Promise.all([bring(rows, { period: "2026-08" }), bring(rows, { period: "2026-08" })]);
  expect(both.map(({ already }) => already).toSorted()).toEqual([false, true]);
  expect(new Set(both.map(({ importId }) => importId)).size).toBe(1);
});

test("a period counts what was at hand and what was filed; both sides are equal", async () => {
  const { totals, rows, until } = await figures("unit");
  expect(until).toBe("2026-11-14");
  expect(totals).toEqual({
    received: 5,
    carriedOver: 1,
    filed: 4,
    early: 1,
    onTime: 1,
    late: 0,
    resolved: 2,
    inProgressOnTime: 0,
    inProgressOverdue: 1,
    paused: 1,
    closedWithoutResult: 1,
    onTimeShare: { numerator: 2, denominator: 2 },
    online: { numerator: 2, denominator: 4 },
    ePayment: { numerator: 0, denominator: 1 },
    eResult: { numerator: 1, denominator: 2 },
    digitised: { numerator: 0, denominator: 4 },
  });
  expect(rows.map(({ label, received }) => [label.toLowerCase().replace("hoá", "hóa"), received])).toEqual([
    ["phòng văn hóa", 2],
    ["trung tâm thể thao", 2],
    ["(trống)", 1],
  ]);
  for (const by of ["procedure", "field", "channel"] as const) {
    const divided = await figures(by);
    expect(divided.totals).toEqual(totals);
    expect(divided.rows.reduce((sum, { received }) => sum + received, 0)).toBe(5);
  }
  for (const code of ["2026-09", "2026-10", "2026-11", "2026-12", "2026-Q4", "2026"]) {
    const { totals: one } = await figures("unit", code);
    expect([code, one.carriedOver + one.filed]).toEqual([
      code,
      one.resolved + one.inProgressOnTime + one.inProgressOverdue + one.paused + one.closedWithoutResult,
    ]);
  }
});

test("who may not, what is not there and a sheet mostly at fault are refused, and nothing is written", async () => {
  const before = await stored();
  await expect(bring(first, { actor: person("contributor") })).rejects.toBeInstanceOf(Forbidden);
  await expect(
    as(person("office"), (current) => undoDossierImport(current, { id: uuidv7() })),
  ).rejects.toBeInstanceOf(NotFound);
  const faulty: Grid = first
    .map((row, at) => (at < 2 ? row.with(5, "chưa rõ") : row))
    .map((row) => row.with(0, `D${row[0]}`));
  await expect(bring(faulty)).rejects.toThrow(/Có 2 trên 7 dòng/u);
  await expect(bring(faulty)).rejects.toBeInstanceOf(Unacceptable);
  await expect(bring([], { period: "2026-13" })).rejects.toThrow(/kỳ báo cáo/u);
  expect(await stored()).toEqual(before);
});
