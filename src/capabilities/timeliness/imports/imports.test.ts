import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { csvOf, type Grid } from "#platform/sheets/lists.fixture.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { dossierFigures } from "../figures/dossier-figures.ts";
import { dossiersBehind } from "../figures/dossiers-behind.ts";
import type { Division } from "../figures/measure-words.ts";
import { presentFigures } from "../figures/present-figures.ts";
import { sayControl } from "../figures/say-control.ts";
import { dossierImports } from "./dossier-imports.ts";
import { faultySheet } from "./faulty-sheet.ts";
import { importDossiers } from "./import-dossiers.ts";
import { type Progress, progressOf, stopRun, underWatch, unwatched } from "./running-imports.ts";
import { tryDossiers } from "./try-dossiers.ts";
import { undoDossierImport } from "./undo-dossier-import.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
  const [sample] = await dossierImports(db.database, SAMPLE_AGENCY_ID);
  await as(person("office"), (current) => undoDossierImport(current, { id: sample!.id }));
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
    // The last is the sample's.
  ).toEqual([true, false, false, false]);
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
    circulated: { numerator: 0, denominator: 0 },
    // A1 took 13 working days, A2 nine.
    workingDays: { numerator: 22, denominator: 2 },
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

test("a trial tells what would become of a sheet and writes nothing; what was rejected comes back without names", async () => {
  const before = await stored();
  const wrong = [...first[0]!.with(0, "E1").with(5, "32/13/2026")];
  const rows: Grid = [
    ...first,
    first[1]!.with(0, "E2").with(2, "9.990001.000.00.00.H99"),
    first[1]!.with(0, "E3"),
    wrong,
  ];
  const trial = await tryDossiers(
    db.database,
    SAMPLE_AGENCY_ID,
    { bytes: bytesOf(rows), fileName: "ho-so.csv", period: "2026-11" },
    { at: new Date(), run: unwatched() },
  );
  expect(trial).toMatchObject({ already: false, added: 2, changed: 0, unchanged: 7, doubted: null });
  expect(trial.unknown).toEqual([
    { code: "1.000111", name: "", dossiers: 5 },
    { code: "1.000222", name: "", dossiers: 3 },
  ]);
  expect(trial.rejected).toMatchObject([
    { row: 11, written: { ma_ho_so: "E1", ngay_hen_tra: "32/13/2026" } },
  ]);
  expect(JSON.stringify([trial.rejected, faultySheet(trial.rejected)])).not.toContain("Người Kín");
  expect(faultySheet(trial.rejected).rows[0]).toContain("Phòng Văn hóa");
  expect(await stored()).toEqual(before);
});

test("work that is stopped leaves nothing; somebody else's is neither seen nor stopped", async () => {
  const before = await stored();
  const [runId, office] = [uuidv7(), person("office")];
  const rows: Grid = Array.from({ length: 6_000 }, (_, at) => first[1]!.with(0, `S${at}`));
  const told: Progress[] = [];
  const brought = as(office, (current) =>
    underWatch(office, runId, (run) =>
      importDossiers(
        current,
        { bytes: bytesOf(rows), fileName: "ho-so.csv", period: "2026-11" },
        {
          signal: run.signal,
          tell: (progress) => {
            told.push(progress);
            expect(() => stopRun(person("editor"), runId)).toThrow(NotFound);
            if (progress.step === "writing" && progress.done > 0) stopRun(office, runId);
          },
        },
      ),
    ),
  );
  await expect(brought).rejects.toThrow(/Đã dừng theo yêu cầu/u);
  expect(told.at(-1)).toEqual({ step: "writing", done: 5_000, total: 6_000 });
  expect(() => progressOf(office, runId)).toThrow(NotFound);
  expect(await stored()).toEqual(before);
});

test("each number leads to its rows, and what the case system says is held against them", async () => {
  const period = parsePeriod("2026-11", "decree");
  const which = { agencyId: SAMPLE_AGENCY_ID, period, today: "2026-11-30" };
  const page = { from: 0, most: 100 };
  const { totals, rows } = await figures("unit");
  for (const measure of ["received", "carriedOver", "early", "inProgressOverdue", "paused"] as const) {
    const { total, dossiers } = await dossiersBehind(db.database, { ...which, measure }, page);
    expect([measure, total, dossiers.length]).toEqual([measure, totals[measure], totals[measure]]);
  }
  const { dossiers } = await dossiersBehind(
    db.database,
    { ...which, measure: "inProgressOverdue", part: { by: "unit", key: rows[1]!.key } },
    page,
  );
  // Due on Friday the 30th of October, looked at on Saturday the 14th of November.
  expect(dossiers).toMatchObject([{ code: "A3", daysLate: 10, finishedOn: null }]);
  const said = { carriedOver: 1, filed: 4, resolved: 2, pending: 1, paused: 1, withdrawn: 0 };
  await as(person("office"), (current) =>
    sayControl(current, { ...said, period: "2026-11", source: "Báo cáo tổng hợp" }),
  );
  const shown = await presentFigures(db.database, person("auditor"), { period: "2026-11", by: "unit" });
  expect(shown.imbalance).toBe(0);
  expect(shown.control).toMatchObject({ imbalance: 1, source: "Báo cáo tổng hợp" });
  expect(shown.control!.rows.at(-1)).toMatchObject({ said: 0, counted: 1 });
  await expect(
    as(person("contributor"), (current) => sayControl(current, { ...said, period: "2026-11", source: "x" })),
  ).rejects.toBeInstanceOf(Forbidden);
});

/** Numbers that look like chance and are the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test("20,000 dirty dossiers are counted as by one who never saw the sheet", async () => {
  const any = chance(41);
  const pick = <Of>(of: readonly Of[]): Of => of[any(of.length)]!;
  // Days of 2026 as numbers from the first of January; told in the sheet in the ways that systems have.
  const dayOf = (number: number) => Temporal.PlainDate.from("2026-01-01").add({ days: number });
  const two = (number: number) => String(number).padStart(2, "0");
  const written = (number: number) => {
    const { year, month, day } = dayOf(number);
    return pick([
      `${two(day)}/${two(month)}/${year}`,
      `${day}-${month}-${year}`,
      `${two(day)}.${two(month)}.${year} 16:30`,
      `${year}-${two(month)}-${two(day)} 23:59:59`,
      `${year}${two(month)}${two(day)}`,
    ]);
  };
  const names = ["Phòng Đo Đạc", "Trung tâm Đo Đạc", "Bộ phận Đo Đạc"];
  const spelt = (name: string) =>
    pick([name, ` ${name.toUpperCase()} `, name.normalize("NFD"), name.replace(" ", "  ")]);
  const counted = { rejected: 0, duplicates: 0, superseded: 0 };
  const truth: {
    unit: string;
    received: number;
    due: number;
    done: number | null;
    paused: boolean;
    closed: boolean;
  }[] = [];
  const grid: Grid = [];
  for (let at = 0; at < 20_000; at += 1) {
    const code = `DO-${at}`;
    const received = any(300);
    const due = received + any(40);
    const unit = pick(names);
    const done = any(3) > 0 ? received + any(60) : null;
    const [status, paused, closed] =
      done !== null
        ? ["Đã trả kết quả", false, false]
        : pick([
            ["Đang xử lý", false, false],
            ["", false, false],
            ["Chờ bổ sung hồ sơ", true, false],
            ["Đã rút hồ sơ", false, true],
          ] as [string, boolean, boolean][]);
    const row = [
      ...[
        pick([code, ` ${code.toLowerCase()} `]),
        spelt(unit),
        "1.000111",
        "Đo đạc",
        written(received),
        written(due),
      ],
      ...[done === null ? pick(["", "-"]) : written(done), status, "Trực tiếp", "", "", "Người Kín"],
    ] as Grid[number];
    const fate = any(20);
    if (fate === 0) {
      grid.push(row.with(pick([4, 5]), pick(["", "32/01/2026", "chưa rõ", "00/00/0000"])));
      counted.rejected += 1;
      continue;
    }
    if (fate === 1) {
      // Said otherwise before, said right by the last row.
      grid.push(row.with(1, "Phòng Sai"));
      counted.superseded += 1;
    }
    grid.push(row);
    if (fate === 2) {
      grid.push(row.with(0, code.toLowerCase()).with(11, "Người Khác"));
      counted.duplicates += 1;
    }
    truth.push({ unit, received, due, done, paused, closed });
  }
  const sheet = { bytes: bytesOf(grid), fileName: "ho-so.csv", period: "2026-11" };
  const { reading } = await tryDossiers(db.database, SAMPLE_AGENCY_ID, sheet, {
    ...{ at: new Date("2026-11-30T09:00:00+07:00"), run: unwatched() },
  });
  expect(reading.rows).toMatchObject(counted);
  await bring(grid);
  // The period of November: from the 15th of October to the 14th of November.
  const from = Temporal.PlainDate.from("2026-01-01").until("2026-10-15").days;
  const to = Temporal.PlainDate.from("2026-01-01").until("2026-11-14").days;
  const count = (of: typeof truth) => {
    const sums = {
      received: 0,
      carriedOver: 0,
      early: 0,
      onTime: 0,
      late: 0,
      paused: 0,
      closedWithoutResult: 0,
    };
    let [inProgressOnTime, inProgressOverdue] = [0, 0];
    for (const { received, due, done, paused, closed } of of) {
      if (received > to || (done !== null && done < from) || (closed && received < from)) continue;
      sums.received += 1;
      if (received < from) sums.carriedOver += 1;
      if (done !== null && done <= to) {
        if (done < due) sums.early += 1;
        else if (done === due) sums.onTime += 1;
        else sums.late += 1;
      } else if (paused) sums.paused += 1;
      else if (closed) sums.closedWithoutResult += 1;
      else if (due >= to) inProgressOnTime += 1;
      else inProgressOverdue += 1;
    }
    return { ...sums, inProgressOnTime, inProgressOverdue };
  };
  const { rows } = await figures("unit");
  for (const name of names) {
    const row = rows.find(
      ({ label }) => label.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim() === name.toLowerCase(),
    );
    expect(row, name).toMatchObject(count(truth.filter(({ unit }) => unit === name)));
  }
  expect(rows.some(({ label }) => label === "Phòng Sai")).toBe(false);
}, 120_000);
