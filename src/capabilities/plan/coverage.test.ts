import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { attachEvidence } from "./attach-evidence.ts";
import { coverage, coverageCell } from "./coverage.ts";
import { exportCoverage } from "./export-coverage.ts";
import { people, plansOn } from "./plan.fixture.ts";
import { planChain, wholeTime } from "./plan-chain.ts";
import { addTask } from "./save-task.ts";
import { SAMPLE_PLAN_ID } from "./seed.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as } = plansOn(() => db.database);
const question = { id: SAMPLE_PLAN_ID, kind: "quarter", basis: "decree", by: "clause" } as const;
const board = (now = new Date("2026-11-20T00:00:00Z")) =>
  coverage(db.database, SAMPLE_AGENCY_ID, question, now);

describe("the coverage board", () => {
  test("has a row for the tasks that belong to no clause, and opens its cells too", async () => {
    const evidenceOf = async () =>
      (await board()).rows.find(({ rowId }) => rowId === "bo-sung")!.cells.map(({ evidence }) => evidence);
    const before = await evidenceOf();
    const { id } = await as(people.editor, (w) =>
      addTask(w, {
        id: SAMPLE_PLAN_ID,
        title: "Việc thêm sau",
        clauseId: null,
        leadUnitId: sampleUnitId("khtc"),
        allUnits: false,
        responsiblePersonId: null,
        approverPersonId: null,
        coordinatingUnitIds: [],
        due: { kind: "continuous", text: null, date: null, from: null, to: null, every: null },
        deliverable: null,
        obligationIds: [],
      }),
    );
    await as(people.editor, (w) =>
      attachEvidence(w, {
        taskIds: [id],
        obligationIds: [],
        source: "test",
        sourceId: "phụ lục",
        label: "Biên bản",
        url: null,
        at: new Date("2026-10-01T10:00:00+07:00"),
        revisionHash: null,
      }),
    );
    expect(await evidenceOf()).toEqual([...before.slice(0, 3), before[3]! + 1]);
    const cell = { ...question, rowId: "bo-sung", period: "2026-Q4" };
    const rows = await coverageCell(db.database, SAMPLE_AGENCY_ID, cell);
    expect(rows.tasks.map(({ title }) => title)).toContain("Việc thêm sau");
    expect(rows.evidence).toHaveLength(before[3]! + 1);
    expect(rows.evidence.map(({ label }) => label)).toContain("Biên bản");
  });

  test("counts in a clause what stands below it: each proof once, and how many clauses lack one", async () => {
    const { rows, lacking } = await board();
    const upper = rows.filter(({ path }) => path === "II");
    expect(upper).toHaveLength(1);
    expect(upper[0]!.isGroup).toBe(true);
    const below = rows.filter(({ path, isGroup }) => path.startsWith("II.") && !isGroup);
    expect(below.length).toBeGreaterThan(3);
    const cell = { ...question, rowId: upper[0]!.rowId, period: "2026-Q4" };
    const behind = await coverageCell(db.database, SAMPLE_AGENCY_ID, cell);
    const last = upper[0]!.cells.at(-1)!;
    expect(new Set(behind.evidence.map(({ id }) => id)).size).toBe(last.evidence);
    expect(behind.evidence.filter(({ source }) => source === "newsroom")).toHaveLength(last.products);
    // A clause with proofs of its own kind is never told as lacking all, however many below it lack one.
    expect(last.evidence).toBeGreaterThan(0);
    expect(last.gap).toBe(false);
    expect(last.lacking).toBeGreaterThanOrEqual(below.filter(({ cells }) => cells.at(-1)!.gap).length);
    // A clause is counted where it stands, once: the uppermost clauses together lack what the board lacks.
    const sum = (some: typeof rows) =>
      some.flatMap(({ cells }) => cells).reduce((n, one) => n + one.lacking, 0);
    expect(sum(rows.filter(({ level }) => level === 0))).toBe(lacking);
    expect(sum(rows)).toBeGreaterThan(lacking);
  });

  test("closes a quarter with the 14th and says which one is running and which is still to come", async () => {
    const at = async (moment: string) =>
      (await board(new Date(moment))).periods.map(({ isOpen, isFuture }) =>
        isOpen ? "đang chạy" : isFuture ? "chưa đến" : "đã chốt",
      );
    expect(await at("2026-06-14T23:59:59+07:00")).toEqual(["đã chốt", "đang chạy", "chưa đến", "chưa đến"]);
    expect(await at("2026-06-15T00:00:00+07:00")).toEqual(["đã chốt", "đã chốt", "đang chạy", "chưa đến"]);
  });

  test("by unit shows whose duties have proofs, what all share, and closed units with what was theirs", async () => {
    const byUnit = (now = new Date("2026-11-20T00:00:00Z")) =>
      coverage(db.database, SAMPLE_AGENCY_ID, { ...question, by: "unit" }, now);
    const { rows, lacking } = await byUnit();
    const named = (name: string) => rows.find((row) => row.name === name);
    const lead = rows.find(({ path }) => path === "TTBCXB")!;
    const { tasks, obligations } = await planChain(db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID, wholeTime);
    const unit = sampleUnitId("ttbcxb");
    expect(lead.rowId).toBe(unit);
    expect(lead.tasks).toBe(tasks.filter(({ leadUnitId }) => leadUnitId === unit).length);
    expect(lead.obligations).toBe(obligations.filter(({ unitIds }) => unitIds.includes(unit)).length);
    expect(named("Việc của mọi phòng, đơn vị")!.tasks).toBe(
      tasks.filter(({ leadUnitId, allUnits }) => leadUnitId === null && allUnits).length,
    );
    expect(rows.reduce((sum, row) => sum + row.tasks, 0)).toBe(tasks.length);
    expect(rows.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + cell.lacking, 0)).toBe(lacking);
    const behind = await coverageCell(db.database, SAMPLE_AGENCY_ID, {
      ...question,
      by: "unit",
      rowId: unit,
      period: "2026-Q4",
    });
    expect(behind.evidence).toHaveLength(lead.cells.at(-1)!.evidence);
    expect(behind.tasks).toHaveLength(lead.tasks);
  });

  test("goes out as a table with its filters printed, and that it did stays in the audit", async () => {
    const taken = await as(people.auditor, (w) =>
      exportCoverage(w, { ...question, by: "unit", show: "lacking" }),
    );
    const [table, , choices] = (await readXlsx(taken)).sheets;
    const { rows, periods } = await coverage(db.database, SAMPLE_AGENCY_ID, { ...question, by: "unit" });
    const shown = rows.filter(({ cells }) => cells.some(({ lacking }) => lacking > 0));
    expect(table!.rows.slice(1).map(([unit, , , tasks]) => [unit, tasks])).toEqual(
      shown.map(({ path, tasks }) => [path, tasks]),
    );
    expect(table!.rows[0]).toHaveLength(5 + 4 * periods.length);
    const printed = new Map(choices!.rows.map(([name, value]) => [name, value]));
    expect(printed.get("Dòng")).toBe("Đơn vị");
    expect(printed.get("Hiện")).toBe("Chỉ dòng có kỳ chưa có minh chứng");
    expect(printed.get("Số dòng")).toBe(`${shown.length} trên ${rows.length}`);
    const kept = await db.pool.query(
      "select after from audit_entry where act = 'export-coverage' and object_id = $1",
      [SAMPLE_PLAN_ID],
    );
    expect(kept.rows).toEqual([{ after: { kind: "quarter", basis: "decree", by: "unit", show: "lacking" } }]);
  });

  test("knows no cell of another period or clause", async () => {
    for (const wrong of [
      { rowId: "phu-luc", period: "2025-Q4" },
      { rowId: SAMPLE_PLAN_ID, period: "2026-Q1" },
    ])
      await expect(coverageCell(db.database, SAMPLE_AGENCY_ID, { ...question, ...wrong })).rejects.toThrow(
        NotFound,
      );
  });
});
