import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import { csvOf, type Grid, xlsxOf } from "#platform/sheets/lists.fixture.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { dossierFigures } from "../figures/dossier-figures.ts";
import { dossiersBehind } from "../figures/dossiers-behind.ts";
import type { Division } from "../figures/measure-words.ts";
import { satisfactionOf } from "../figures/satisfaction-queries.ts";
import { saySource } from "../figures/say-source.ts";
import { dossierImports } from "../imports/dossier-imports.ts";
import { faultyCounts } from "../imports/faulty-sheet.ts";
import { importDossiers } from "../imports/import-dossiers.ts";
import type { SheetMode } from "../imports/read-sheet.ts";
import { unwatched } from "../imports/running-imports.ts";
import { tryDossiers } from "../imports/try-dossiers.ts";
import { undoDossierImport } from "../imports/undo-dossier-import.ts";
import { importCounts } from "./import-counts.ts";
import { readCount } from "./judge-count.ts";
import { lookAtCounts } from "./look-at-counts.ts";
import { readPeriod } from "./read-period.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
  const [sample] = await dossierImports(db.database, SAMPLE_AGENCY_ID);
  await as(person("office"), (current) => undoDossierImport(current, { id: sample!.id }));
});
const person = (role: Role): Actor => ({
  personId: samplePersonId(role === "office" ? "office" : "editor"),
  name: role,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
const as = <T>(actor: Actor, act: (current: Work) => Promise<T>) => work(db.database, actor, act);
const AT = new Date("2026-11-30T03:00:00Z");
const sheetOf = (bytes: Uint8Array, period = "2026-11") => ({ bytes, fileName: "thang.xlsx", period });
const bring = (bytes: Uint8Array, period?: string) =>
  as(person("office"), (current) => importCounts(current, sheetOf(bytes, period)));
const look = (bytes: Uint8Array, period?: string) =>
  lookAtCounts(db.database, SAMPLE_AGENCY_ID, sheetOf(bytes, period), AT);
const figures = (code: string, by: Division = "unit") =>
  dossierFigures(db.database, {
    ...{ agencyId: SAMPLE_AGENCY_ID, period: parsePeriod(code, "decree"), today: "2026-11-30", by },
  });
const stored = async () =>
  (
    await db.pool.query(
      "select to_jsonb(c) - 'import_id' as told from dossier_count c order by period, unit_key, field, procedure_code",
    )
  ).rows.map(({ told }) => told);
const undoLast = async () => {
  const [last] = (await dossierImports(db.database, SAMPLE_AGENCY_ID)).filter(({ undoneAt }) => !undoneAt);
  await as(person("office"), (current) => undoDossierImport(current, { id: last!.id }));
};

const heads: Grid = [
  ["BÁO CÁO TÌNH HÌNH GIẢI QUYẾT HỒ SƠ"],
  [
    "STT",
    "Đơn vị",
    "Tháng",
    "Số hồ sơ tiếp nhận",
    null,
    null,
    null,
    "Số hồ sơ đã giải quyết",
    null,
    null,
    null,
    "Số hồ sơ đang giải quyết",
    null,
    null,
    "Tạm dừng xử lý",
    "Rút hồ sơ",
    "Có nghĩa vụ tài chính",
    "Thanh toán trực tuyến",
    "Chủ hồ sơ",
  ],
  [
    null,
    null,
    null,
    "Tổng số",
    "Từ kỳ trước chuyển qua",
    "Trong kỳ",
    null,
    "Tổng số",
    "Trước hạn",
    "Đúng hạn",
    "Quá hạn",
    "Tổng số",
    "Trong hạn",
    "Quá hạn",
    null,
    null,
    null,
    null,
    null,
  ],
  [
    ...[null, null, null, null, null, "Trực tuyến", "Trực tiếp, dịch vụ bưu chính"],
    ...[null, null, null, null, null, null, null, null, null, null, null, null],
  ],
];
const merges = ["D2:G2", "H2:K2", "L2:N2", "F3:G3"];
const sheet = (rows: Grid) => xlsxOf([[...heads, ...rows]], { merges });

const october: Grid[number] = [
  1,
  "Phòng Kín",
  "10/2026",
  30,
  5,
  "15",
  10,
  20,
  8,
  10,
  2,
  8,
  6,
  2,
  1,
  1,
  "-",
  "-",
  "Người Kín",
];
const november: Grid[number] = [
  ...[2, "Phòng Kín", "Tháng 11/2026", "1.009", 9, 600, 400, 1000, 900, 90, 10, 7, 7, "-", 1, 1, 50, 20],
  "Người Kín",
];

describe("a sheet of counts", () => {
  test("is read under three rows of heads, tried, taken in once, held against itself, taken back exactly", async () => {
    const before = await stored();
    const bytes = await sheet([
      october,
      november,
      [3, "Phòng Hai", "2026-11", 12, 2, 5, 3, 6, 1, 4, 2, 4, 3, 1, null, null, null, null, null],
      ["Tổng cộng", null, null, 1051, 16, null, null, 1026],
      [null, null, null, null, null, null, null, "Người lập biểu"],
    ]);
    const trial = await look(bytes);
    expect(trial.doubted).toBeNull();
    expect(trial.reading.errors).toEqual([]);
    expect(trial.added).toHaveLength(3);
    const said = trial.warnings.map(({ row, message }) => `${row} ${message}`).join("\n");
    // The third row does not add up: 12 is said, 10 came; 10 came, 7 and 4 are accounted for.
    expect(said).toMatch(/^7 .*ghi 12 nhưng các phần cộng lại là 10/mu);
    expect(said).toMatch(/^7 .*ghi 6 nhưng các phần cộng lại là 7/mu);
    expect(said).toMatch(/^7 .*ít hơn .* là 1 hồ sơ/mu);
    expect(said).not.toMatch(/^6 /mu);
    expect(await stored()).toEqual(before);

    expect(await bring(bytes)).toMatchObject({ already: false, added: 3, changed: 0, rejected: 0 });
    expect(await bring(bytes)).toMatchObject({ already: true, added: 0, changed: 0 });
    expect(JSON.stringify(await stored())).not.toContain("Người Kín");
    const { totals, rows, sources } = await figures("2026-11");
    expect(rows.find(({ label }) => label === "Phòng Kín")).toMatchObject({
      ...{ received: 1009, carriedOver: 9, filed: 1000, early: 900, onTime: 90, late: 10, resolved: 1000 },
      ...{ inProgressOnTime: 7, inProgressOverdue: 0, paused: 1, closedWithoutResult: 1 },
      online: { numerator: 600, denominator: 1000 },
      ePayment: { numerator: 20, denominator: 50 },
      eResult: { numerator: 0, denominator: 0 },
    });
    expect(totals.received).toBe(rows.reduce((all, { received }) => all + received, 0));
    expect(sources.map(({ unit, from }) => [unit, from])).toEqual(
      expect.arrayContaining([
        ["Phòng Kín", "counts"],
        ["Phòng Hai", "counts"],
      ]),
    );
    // A quarter of months: what was at hand first and last, what came and went of all.
    const quarter = await figures("2026-Q4");
    expect(quarter.rows.find(({ label }) => label === "Phòng Kín")).toMatchObject({
      ...{ carriedOver: 5, filed: 1025, resolved: 1020, paused: 1, closedWithoutResult: 2 },
      ...{ inProgressOnTime: 7, inProgressOverdue: 0 },
    });
    expect(quarter.sources.find(({ unit }) => unit === "Phòng Hai")?.missingMonths).toEqual([
      "2026-10",
      "2026-12",
    ]);
    for (const by of ["procedure", "field", "channel"] as const)
      expect((await figures("2026-11", by)).totals).toEqual(totals);

    // A later sheet writes over one row; the earlier cannot be taken back from under it.
    const later = await sheet([november.with(3, 1010).with(4, 10)]);
    expect(await bring(later)).toMatchObject({ added: 0, changed: 1 });
    const first = (await dossierImports(db.database, SAMPLE_AGENCY_ID))
      .filter(({ undoneAt }) => !undoneAt)
      .at(-1)!;
    await expect(
      as(person("office"), (current) => undoDossierImport(current, { id: first.id })),
    ).rejects.toThrow(Conflict);
    await undoLast();
    expect((await figures("2026-11")).totals).toEqual(totals);
    await undoLast();
    expect(await stored()).toEqual(before);
  });

  test("that is dirty tells every fault in the sheet's order and takes nothing when there are too many", async () => {
    const bad: Grid = [
      november.with(1, ""),
      november.with(2, "tháng 13/2026"),
      november.with(2, "2027-05"),
      november.with(7, "12,5"),
      november.with(8, "-3"),
      november.with(17, 80),
    ];
    const { reading, doubted } = await look(await sheet(bad));
    expect(reading.errors.map(({ row }) => row)).toEqual([5, 6, 7, 8, 9, 10]);
    expect(reading.errors.map(({ message }) => message).join("\n")).toMatch(
      /thiếu tên.*Kỳ “tháng 13.*chưa bắt đầu.*“12,5”.*“-3”.*lớn hơn số hồ sơ có nghĩa vụ/su,
    );
    expect(doubted).toMatch(/6 trên 6 dòng/u);
    await expect(bring(await sheet(bad))).rejects.toThrow(Unacceptable);
    // One that says nothing is no fault; the last of two that differ holds.
    const dashes = [1, "Phòng Ba", "2026-11", ...Array.from({ length: 16 }, () => "-")];
    const trial = await look(await sheet([dashes, november, november.with(16, 60), november.with(16, 60)]));
    expect(trial.reading.rows).toMatchObject({ read: 4, rejected: 0, superseded: 1, duplicates: 1 });
    expect(trial.added).toMatchObject([{ owing: 60 }]);
    await expect(look(Buffer.from(csvOf([["Đơn vị", "Tháng"]])))).rejects.toThrow(/bảng số tổng hợp/u);
  });

  test("never adds to dossiers of the same unit and period, nor a part to its whole", async () => {
    const dossiers: Grid = [
      ["Mã hồ sơ", "Đơn vị giải quyết", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày có kết quả"],
      ["K1", "PHÒNG KÍN", "20/10/2026", "30/10/2026", "29/10/2026"],
    ];
    await as(person("office"), (current) => importDossiers(current, sheetOf(Buffer.from(csvOf(dossiers)))));
    const simple: Grid = [
      [
        ...[
          "Đơn vị",
          "Lĩnh vực",
          "Mã TTHC",
          "tn_tong",
          "tn_ky_truoc",
          "gq_tong",
          "gq_dung_han",
          "gq_qua_han",
        ],
        ...["dg_tong", "dg_trong_han"],
      ],
      ["Phòng Kín", "", "", 10, 0, 10, 9, 1, 0, 0],
      ["Phòng Bốn", "", "", 10, 0, 10, 9, 1, 0, 0],
      ["Phòng Bốn", "Văn hóa", "", 6, 0, 6, 6, 0, 0, 0],
      ["Phòng Bốn", "Văn hóa", "1.004227", 6, 0, 6, 6, 0, 0, 0],
      ["Phòng Năm", "Văn hóa", 2.00063, 3, 0, 3, 3, 0, 0, 0],
    ];
    const bytes = await xlsxOf([simple]);
    const trial = await look(bytes);
    expect(trial.warnings.map(({ row }) => row)).toEqual([4, 5, 6]);
    expect(trial.added.at(-1)).toMatchObject({ procedureCode: "2.000630", earlyIsOnTime: true });
    await bring(bytes);
    const { totals, rows, sources } = await figures("2026-11");
    expect(rows.map(({ label, received }) => [label, received])).toEqual([
      ["Phòng Bốn", 10],
      ["Phòng Năm", 3],
      ["PHÒNG KÍN", 1],
    ]);
    expect(totals).toMatchObject({ received: 14, onTime: 12, early: 1 });
    expect(sources.find(({ from }) => from === "both")).toMatchObject({
      told: { received: 10, resolved: 10 },
    });
    // A person says which holds; rows behind the figures go with them, and the late register stays whole.
    const say = (
      source: "dossiers" | "counts",
      code = "2026-11",
      unit = "PHÒNG KÍN",
      who = person("office"),
    ) =>
      as(who, async (current) => {
        const key = sources.find((one) => one.unit === unit)!.key;
        await saySource(current, { period: code, unit: key, source, reason: "Bảng xuất thiếu" });
      });
    await expect(say("counts", "2026-11", "Phòng Năm")).rejects.toThrow(/không có gì để chọn/u);
    const viewer = { ...person("editor"), appointments: [{ role: "viewer" as Role, unitId: null }] };
    await expect(say("counts", "2026-11", "PHÒNG KÍN", viewer)).rejects.toThrow(Forbidden);
    await say("counts");
    const chosen = await figures("2026-11");
    expect(chosen.totals).toMatchObject({ received: 23, resolved: 23 });
    expect(chosen.rows.map(({ received }) => received).reduce((a, b) => a + b)).toBe(23);
    expect(chosen.sources.find(({ from }) => from === "chosen")).toMatchObject({
      ...{ unit: "Phòng Kín", told: { received: 1, resolved: 1 } },
      said: { source: "counts", reason: "Bảng xuất thiếu" },
    });
    const which = {
      agencyId: SAMPLE_AGENCY_ID,
      period: parsePeriod("2026-11", "decree"),
      today: "2026-11-30",
    };
    const behind = (everyUnit: boolean) =>
      dossiersBehind(db.database, { ...which, measure: "received", everyUnit }, { from: 0, most: 10 });
    expect([(await behind(false)).total, (await behind(true)).total]).toEqual([0, 1]);
    // Of another period nothing was said.
    expect((await figures("2026-Q4")).sources.find(({ unit }) => unit === "PHÒNG KÍN")).toMatchObject({
      ...{ from: "both", said: null },
    });
    // Without counts what was said cannot hold, and no dossier is lost.
    await undoLast();
    expect((await figures("2026-11")).totals.received).toBe(1);
    await bring(bytes);
    await say("dossiers");
    expect((await figures("2026-11")).totals).toEqual(totals);
    await undoLast();
    await undoLast();
  });

  test("tells of satisfaction as it is written, and gives only its faulty rows back to be mended", async () => {
    const head = [
      "Đơn vị",
      "tn_tong",
      "tn_ky_truoc",
      "gq_tong",
      "gq_dung_han",
      "gq_qua_han",
      "dg_tong",
      "dg_trong_han",
    ];
    const rows: Grid = [
      [...head, "Mức độ hài lòng", "Nguồn"],
      ["Phòng Kín", 10, 0, 10, 9, 1, 0, 0, "95,5%", "Một cửa"],
      ["Phòng Hai", 10, 0, 10, 9, 1, 0, 0, 0.987, ""],
      ["Phòng Ba", 10, 0, 10, 9, 1, 0, 0, "-", ""],
      ["Phòng Bốn", 10, 0, 10, 9, 1, 0, 0, 100, ""],
      ["Phòng Năm", 10, 0, 10, 9, 1, 0, 0, "120%", ""],
      ...Array.from({ length: 4 }, (_, at) => [`Phòng ${10 + at}`, 1, 0, 1, 1, 0, 0, 0, "", ""]),
    ];
    const bytes = await xlsxOf([rows]);
    const { reading, doubted } = await look(bytes);
    expect(doubted).toBeNull();
    expect(reading.errors).toEqual([{ row: 6, message: expect.stringContaining("120%") }]);
    expect(reading.warnings.map(({ row, message }) => [row, message])).toContainEqual([
      3,
      "Mức độ hài lòng ghi 0.987; đọc là 98,7%.",
    ]);
    await bring(bytes);
    const period = parsePeriod("2026-11", "decree");
    const told = await satisfactionOf(db.database, SAMPLE_AGENCY_ID, period);
    expect(
      told.map(({ unit, hundredths, source, fileName }) => [unit, hundredths, source, fileName]),
    ).toEqual([
      ["Phòng Bốn", 10_000, "", "thang.xlsx"],
      ["Phòng Hai", 9_870, "", "thang.xlsx"],
      ["Phòng Kín", 9_550, "Một cửa", "thang.xlsx"],
    ]);
    await undoLast();

    const faulty = faultyCounts(reading.rejected);
    expect(faulty.rows).toHaveLength(1);
    // The file is read under the same heads; mended, its row comes in.
    const again = await look(await writeXlsx([faulty]));
    expect(again.reading.errors).toHaveLength(1);
    const at = faulty.columns.findIndex(({ header }) => header === "Mức độ hài lòng");
    const mended = await look(await writeXlsx([{ ...faulty, rows: [faulty.rows[0]!.with(at, "92%")] }]));
    expect(mended.added).toMatchObject([{ unit: "Phòng Năm", filed: 10, late: 1, satisfaction: 9_200 }]);
  });

  test("is brought by the Office and editors alone", async () => {
    const bytes = await sheet([november]);
    const viewer = { ...person("editor"), appointments: [{ role: "viewer" as Role, unitId: null }] };
    await expect(as(viewer, (current) => importCounts(current, sheetOf(bytes)))).rejects.toThrow(Forbidden);
  });
});

test("a whole state closes what it no longer holds, tells it first, and gives it back exactly", async () => {
  const all: Grid = [
    ["W1", "Phòng Kín", "20/10/2026", "30/10/2026", ""],
    ["W2", "Phòng Kín", "20/10/2026", "30/11/2026", ""],
    ["W3", "Phòng Kín", "20/10/2026", "30/10/2026", "29/10/2026"],
    ["W4", "Phòng Kín", "13/11/2026", "30/11/2026", ""],
    ["W5", "Phòng Hai", "20/10/2026", "30/10/2026", ""],
    ["W6", "Phòng Kín", "20/10/2026", "30/10/2026", ""],
    ["W7", "Phòng Kín", "21/10/2026", "30/10/2026", ""],
    ["W8", "Phòng Kín", "21/10/2026", "30/10/2026", ""],
    ["W9", "Phòng Kín", "21/10/2026", "30/10/2026", ""],
    ["W10", "Phòng Kín", "21/10/2026", "30/10/2026", ""],
  ];
  const head = ["Mã hồ sơ", "Đơn vị giải quyết", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày có kết quả"];
  const take = (rows: Grid, mode: SheetMode) =>
    as(person("office"), (current) =>
      importDossiers(current, { ...sheetOf(Buffer.from(csvOf([head, ...rows]))), mode }),
    );
  const rowsNow = async () =>
    (await db.pool.query("select to_jsonb(d) as told from dossier d where code like 'W%' order by code"))
      .rows;
  await take(all, "upsert");
  const before = await rowsNow();
  // W4 came in after the last receipt of the sheet, W5 is of a unit with a sheet of its own, W6 stands there unreadable.
  const whole: Grid = [all[0]!, all[5]!.with(3, "chưa rõ"), ...all.slice(6)];
  const trial = await tryDossiers(
    db.database,
    SAMPLE_AGENCY_ID,
    { ...sheetOf(Buffer.from(csvOf([head, ...whole]))), mode: "snapshot" },
    { at: AT, run: unwatched() },
  );
  expect(trial.absent).toEqual({
    total: 1,
    settled: 1,
    dossiers: [{ code: "W2", unit: "Phòng Kín", receivedOn: "2026-10-20", dueOn: "2026-11-30" }],
    otherUnits: [{ unit: "Phòng Hai", dossiers: 1 }],
  });
  expect(await rowsNow()).toEqual(before);
  expect(await take(whole, "snapshot")).toMatchObject({ added: 0, changed: 0, absent: 1, rejected: 1 });
  expect(await take(whole, "snapshot")).toMatchObject({ already: true, absent: 0 });
  expect((await rowsNow()).find(({ told }) => told.code === "W2")!.told).toMatchObject({
    ...{ status: "closed", absent: true, due_on: "2026-11-30" },
  });
  expect((await figures("2026-11")).totals).toMatchObject({ received: 10, closedWithoutResult: 1 });
  await undoLast();
  expect(await rowsNow()).toEqual(before);
  // A row that cannot even be named leaves the whole in doubt.
  await expect(
    take([...whole.with(1, all[5]!), ["", "Phòng Kín", "20/10/2026", "30/10/2026", ""]], "snapshot"),
  ).rejects.toThrow(/không coi bảng này là toàn bộ/u);
  expect(await rowsNow()).toEqual(before);
});

test("periods and counts are read as offices write them", () => {
  for (const [written, code] of [
    ["2026-11", "2026-11"],
    ["11/2026", "2026-11"],
    ["Tháng 3 năm 2026", "2026-03"],
    ["202611", "2026-11"],
    ["Quý IV/2026", "2026-Q4"],
    ["6 tháng đầu năm 2026", "2026-H1"],
    ["Năm 2026", "2026"],
    ["tháng tới", null],
  ] as const)
    expect([written, readPeriod(written)]).toEqual([written, code]);
  for (const [written, count] of [
    ["1.234", 1234],
    ["1,234", 1234],
    ["1 234", 1234],
    ["1.234.567", 1_234_567],
    ["0", 0],
    ["–", null],
    ["", null],
    ["12,5", false],
    ["12%", false],
    [1.5, false],
    [-1, false],
  ] as const)
    expect([written, readCount(written)]).toEqual([written, count]);
});
