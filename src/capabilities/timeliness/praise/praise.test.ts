import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { csvOf } from "#platform/sheets/lists.fixture.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { importScores } from "../service-index/import-scores.ts";
import { readScores } from "../service-index/read-scores.ts";
import { readPoints } from "../service-index/score.ts";
import { presentScores } from "../service-index/score-queries.ts";
import { undoScores } from "../service-index/undo-scores.ts";
import { suggestedUnits } from "./praise-queries.ts";
import { praiseUnits } from "./praise-units.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const actorOf = (role: Role): Actor => ({
  ...{ personId: samplePersonId(role), name: role, agencyId: SAMPLE_AGENCY_ID },
  appointments: [{ role, unitId: null }],
});
const as = <T>(role: Role, act: (current: Work) => Promise<T>) => work(db.database, actorOf(role), act);

test("units with good figures are suggested; one that a person approves becomes one suggestion to the newsroom", async () => {
  const measure = { leastResolved: 5, leastShare: 90 };
  const units = await suggestedUnits(db.database, { agencyId: SAMPLE_AGENCY_ID, period: "2026", measure });
  expect(units.length).toBeGreaterThan(0);
  for (const { early, onTime, resolved } of units)
    expect((early + onTime) / resolved).toBeGreaterThanOrEqual(0.9);
  expect(
    await suggestedUnits(db.database, {
      ...{ agencyId: SAMPLE_AGENCY_ID, period: "2026", measure: { leastResolved: 5_000, leastShare: 0 } },
    }),
  ).toEqual([]);
  const said = { period: "2026", ...measure, keys: [units[0]!.key] };
  await expect(as("office", (w) => praiseUnits(w, said))).rejects.toBeInstanceOf(Forbidden);
  await expect(
    as("leadership", (w) => praiseUnits(w, { ...said, keys: ["không có"] })),
  ).rejects.toBeInstanceOf(Unacceptable);
  await as("leadership", (w) => praiseUnits(w, said));
  await as("leadership", (w) => praiseUnits(w, said));
  const kept = await db.pool.query("select unit, resolved from timeliness_praise");
  expect(kept.rows).toEqual([{ unit: units[0]!.label, resolved: units[0]!.resolved }]);
  const suggested = await db.pool.query(
    "select title, why, state from content_suggestion where source = 'timeliness-praise'",
  );
  expect(suggested.rows).toMatchObject([{ state: "open" }]);
  expect(suggested.rows[0].title).toContain("Năm 2026");
  expect(suggested.rows[0].why).toContain(`${units[0]!.label}: `);
});

test.each([
  ["92,8", 9_280],
  ["92.80", 9_280],
  ["100", 10_000],
  ["", null],
  ["–", null],
  ["100,01", false],
  ["chín", false],
])("“%s” points are %s", (written, read) => {
  expect(readPoints(written)).toBe(read);
});

test("scores come in as they are written, a later one of a day holds, and an import is taken back whole", async () => {
  const heads = [
    "Cơ quan",
    "Ngày",
    "Tổng điểm",
    "Công khai, minh bạch",
    "Tiến độ giải quyết",
    "Mức độ hài lòng",
    "Link",
  ];
  const sheet = (...rows: string[][]) => Buffer.from(csvOf([["Bảng điểm"], heads, ...rows]));
  const first = sheet(
    ["Tỉnh Mẫu", "08/11/2026", "92,80", "15,82", "19,45", "17,86", ""],
    ["Tỉnh Mẫu", "15/11/2026", "93", "16", "19,5", "-", "https://diem.example/15"],
  );
  const read = await readScores(first, "https://diem.example/");
  expect(read).toMatchObject({
    errors: [],
    scores: [
      // The total is told as published: what its groups add up to is not asked.
      {
        scoredOn: "2026-11-08",
        total: 9_280,
        transparency: 1_582,
        digitisation: null,
        url: "https://diem.example/",
      },
      { scoredOn: "2026-11-15", total: 9_300, satisfaction: null, url: "https://diem.example/15" },
    ],
  });
  const faulty = await readScores(sheet(["", "31/02/2026", "120", "", "", "", ""]), "");
  expect(faulty.errors).toEqual([
    {
      row: 3,
      message: expect.stringMatching(/thiếu tên đơn vị; ngày không có thật; Tổng điểm .*; thiếu đường dẫn/u),
    },
  ]);
  const fileName = "diem.csv";
  await expect(
    as("contributor", (w) => importScores(w, { scores: read.scores, fileName })),
  ).rejects.toBeInstanceOf(Forbidden);
  const bring = (scores: typeof read.scores) => as("office", (w) => importScores(w, { scores, fileName }));
  expect(await bring(read.scores)).toEqual({ added: 2, changed: 0, unchanged: 0 });
  expect(await bring(read.scores)).toEqual({ added: 0, changed: 0, unchanged: 2 });
  expect(await bring([{ ...read.scores[1]!, total: 9_400 }])).toEqual({ added: 0, changed: 1, unchanged: 0 });
  await expect(bring([{ ...read.scores[0]!, scoredOn: "2099-01-01" }])).rejects.toThrow(/tương lai/u);
  const held = async () => {
    const { scores, imports } = await presentScores(db.database, actorOf("office"));
    return {
      totals: scores.filter(({ entity }) => entity === "Tỉnh Mẫu").map(({ total }) => total),
      imports,
    };
  };
  const { totals, imports } = await held();
  expect(totals).toEqual([9_280, 9_400]);
  await as("office", (w) => undoScores(w, { id: imports[0]!.id }));
  expect((await held()).totals).toEqual([9_280, 9_300]);
  await expect(as("office", (w) => undoScores(w, { id: imports[0]!.id }))).rejects.toBeInstanceOf(Conflict);
});
