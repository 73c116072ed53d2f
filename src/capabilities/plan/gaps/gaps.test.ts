import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { Conflict, Forbidden, NotFound } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { learnNoticeMatters, whySettled } from "#platform/work/notice-matters.ts";
import { work } from "#platform/work/work.ts";
import { coverage } from "../coverage.ts";
import type { CoverageCellQuestion } from "../coverage-question.ts";
import { exportCoverage } from "../export-coverage.ts";
import { noticeMatters } from "../notice-matters.ts";
import { people, stranger } from "../plan.fixture.ts";
import { addTask } from "../save-task.ts";
import { SAMPLE_PLAN_ID } from "../seed.ts";
import { explainGap } from "./explain-gap.ts";
import { gapOfCell } from "./gap-of-cell.ts";
import { remindOfGap } from "./remind-of-gap.ts";
import { withdrawGapReason } from "./withdraw-gap-reason.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const at = new Date("2026-11-20T03:00:00Z");
const as = <T>(actor: typeof stranger, act: Parameters<typeof work<T>>[2], when = at) =>
  work(db.database, actor, act, { at: when });
const quarters = { id: SAMPLE_PLAN_ID, kind: "quarter", basis: "decree", by: "clause" } as const;
const boardOf = (question: Parameters<typeof coverage>[2] = quarters) =>
  coverage(db.database, SAMPLE_AGENCY_ID, question, at);

/** An uppermost clause with several open gaps inside, and one of these. */
async function gaps() {
  const { rows } = await boardOf();
  const group = rows.find(({ isGroup, level, cells }) => isGroup && level === 0 && cells[0]!.lacking > 1)!;
  const inside = rows.filter(({ path, isGroup }) => path.startsWith(`${group.path}.`) && !isGroup);
  return { group, leaf: inside.find(({ cells }) => cells[0]!.gap)! };
}

describe("a gap of the coverage board", () => {
  test("is explained for its period, then counts apart; said anew it is changed, withdrawn it is open again", async () => {
    const { group, leaf } = await gaps();
    const cell: CoverageCellQuestion = { ...quarters, rowId: leaf.rowId, period: "2026-Q1" };
    const before = await boardOf();
    await as(people.editor, (w) => explainGap(w, { ...cell, reason: "Dời sang quý II" }));
    await as(people.leadership, (w) => explainGap(w, { ...cell, reason: "Dời sang quý III" }));
    const found = await gapOfCell(db.database, people.editor, cell, at);
    expect(found).toMatchObject({ open: 0, explained: 1 });
    expect(found.reasons).toMatchObject([
      { reason: "Dời sang quý III", mark: null, changedByName: expect.stringMatching(/./) },
    ]);
    const after = await boardOf();
    expect([after.lacking, after.explained]).toEqual([before.lacking - 1, before.explained + 1]);
    const drawn = after.rows.find(({ rowId }) => rowId === leaf.rowId)!.cells[0]!;
    expect(drawn).toMatchObject({ lacking: 0, explained: 1, gap: false });
    const above = after.rows.find(({ rowId }) => rowId === group.rowId)!.cells[0]!;
    expect(above.lacking).toBe(group.cells[0]!.lacking - 1);
    // What is said of a quarter is said of its months, and of no other quarter.
    const months = await boardOf({ ...quarters, kind: "month" });
    const ofMonths = months.rows.find(({ rowId }) => rowId === leaf.rowId)!.cells;
    expect(ofMonths.slice(0, 4).map(({ explained }) => explained)).toEqual([1, 1, 1, 0]);

    const sheets = (
      await readXlsx(await as(people.auditor, (w) => exportCoverage(w, { ...quarters, show: "all" })))
    ).sheets;
    expect(sheets[1]!.rows.slice(1).map(([path, , , reason]) => [path, reason])).toEqual([
      [leaf.path, "Dời sang quý III"],
    ]);

    await as(people.editor, (w) => withdrawGapReason(w, { ...cell, reasonId: found.own! }));
    expect((await boardOf()).lacking).toBe(before.lacking);
    const kept = await gapOfCell(db.database, people.editor, cell, at);
    expect(kept.own).toBeNull();
    expect(kept.reasons[0]).toMatchObject({
      reason: "Dời sang quý III",
      withdrawnByName: expect.any(String),
    });
    await expect(
      as(people.editor, (w) => withdrawGapReason(w, { ...cell, reasonId: found.own! })),
    ).rejects.toThrow(Conflict);
  });

  test("said of a clause it holds for all that stand in it, and is shown there", async () => {
    const { group, leaf } = await gaps();
    const cell: CoverageCellQuestion = { ...quarters, rowId: group.rowId, period: "2026-Q1" };
    await as(people.editor, (w) => explainGap(w, { ...cell, reason: "Kế hoạch ban hành sau quý I" }));
    const row = (await boardOf()).rows.find(({ rowId }) => rowId === group.rowId)!;
    expect(row.cells[0]).toMatchObject({ lacking: 0, explained: group.cells[0]!.lacking });
    const below = await gapOfCell(db.database, people.editor, { ...cell, rowId: leaf.rowId }, at);
    expect(below.reasons.at(-1)).toMatchObject({ reason: "Kế hoạch ban hành sau quý I", mark: group.path });
    expect(below.own).toBeNull();
  });

  test("asks for no reason where nothing is lacking: proven, or still to come", async () => {
    const proven = (await boardOf()).rows.find(
      ({ cells }) => cells[3]!.evidence > 0 && cells[3]!.lacking === 0,
    )!;
    for (const when of [at, new Date("2026-03-01T00:00:00Z")])
      await expect(
        as(
          people.editor,
          (w) => explainGap(w, { ...quarters, rowId: proven.rowId, period: "2026-Q4", reason: "x" }),
          when,
        ),
      ).rejects.toThrow(Conflict);
  });

  test("is explained by a head in the row of the own unit alone, and never from another agency", async () => {
    const byUnit = { ...quarters, by: "unit" } as const;
    const own = sampleUnitId("phong-mau-a");
    await as(people.editor, (w) =>
      addTask(w, {
        id: SAMPLE_PLAN_ID,
        title: "Việc của một phòng",
        clauseId: null,
        leadUnitId: own,
        allUnits: false,
        responsiblePersonId: null,
        approverPersonId: null,
        coordinatingUnitIds: [],
        due: { kind: "continuous", text: null, date: null, from: null, to: null, every: null },
        deliverable: null,
        obligationIds: [],
      }),
    );
    const other = sampleUnitId("van-phong");
    const explain = (actor: typeof stranger, rowId: string) =>
      as(actor, (w) => explainGap(w, { ...byUnit, rowId, period: "2026-Q2", reason: "Chưa bố trí được" }));
    await expect(explain(people.head, other)).rejects.toThrow(Forbidden);
    await expect(explain(people.contributor, other)).rejects.toThrow(Forbidden);
    await expect(explain(stranger, other)).rejects.toThrow(NotFound);
    await explain(people.head, own);
    const row = (await boardOf(byUnit)).rows.find(({ rowId }) => rowId === own)!;
    expect(row.cells[1]).toMatchObject({ lacking: 0, explained: 1 });
  });

  test("reminds the units that answer for it once a day", async () => {
    const { rows } = await boardOf({ ...quarters, by: "unit" });
    const rowId = sampleUnitId("van-phong");
    expect(rows.find((row) => row.rowId === rowId)!.cells[1]!.lacking).toBe(1);
    const cell: CoverageCellQuestion = { ...quarters, by: "unit", rowId, period: "2026-Q2" };
    const remind = (when: Date) => as(people.editor, (w) => remindOfGap(w, cell), when);
    const told = await remind(at);
    expect(told).toBeGreaterThan(0);
    await expect(remind(new Date("2026-11-20T16:59:00Z"))).rejects.toThrow(/mỗi ngày chỉ nhắc một lần/);
    await remind(new Date("2026-11-20T17:00:00Z"));
    const { rows: notices } = await db.pool.query(
      "select person_id, href, cause from notice where kind = 'gap' order by at",
    );
    expect(notices).toHaveLength(2 * told);
    expect(notices.some(({ person_id }) => person_id === people.clerk.personId)).toBe(true);
    expect(notices[0].href).toContain(`o=${rowId}_2026-Q2`);
    await expect(as(people.head, (w) => remindOfGap(w, cell))).rejects.toThrow(Forbidden);
    // Nobody is mailed about what somebody has explained meanwhile.
    learnNoticeMatters(noticeMatters);
    const settled = () => whySettled(db.database, notices[0].cause, people.clerk);
    expect(await settled()).toBeNull();
    await as(people.editor, (w) => explainGap(w, { ...cell, reason: "Dời sang quý III" }));
    expect(await settled()).toMatch(/đã có lý do/);
  });
});
