import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID } from "#organization";
import { Conflict, Forbidden, NotFound } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { confirmImport } from "../confirm-import.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { clausesOf, obligationsOf, planOf, tasksOf } from "../plan-queries.ts";
import { discardImport } from "../preview/discard-import.ts";
import { previewOf } from "../preview/preview-queries.ts";
import { SAMPLE_PLAN_ID } from "../seed.ts";
import { clonePlan } from "./clone-plan.ts";
import { dueNextYear, withNextYear } from "./shift-years.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { editor, head, contributor, clerk, finance, auditor, administrator } = people;
const { as } = plansOn(() => db.database);

test("years are moved on by one, but not those of documents that are cited", () => {
  expect(withNextYear("Trong năm 2026, trước ngày 30/6/2026; đến 2025 đã xong", 2026)).toBe(
    "Trong năm 2027, trước ngày 30/6/2027; đến 2025 đã xong",
  );
  for (const kept of ["Kế hoạch số 36/KH-UBND ngày 05/02/2026", "số 12/2026/NĐ-CP"])
    expect(withNextYear(`Theo ${kept} của năm 2026`, 2026)).toBe(`Theo ${kept} của năm 2027`);
  const due = { kind: "date" as const, text: null, date: "2028-02-29", from: null, to: null, every: null };
  expect(dueNextYear(due, 2028).date).toBe("2029-02-28");
});

describe("next year's plan", () => {
  test("is refused to everybody but TTBCXB and the leadership of the agency", async () => {
    for (const actor of [head, contributor, clerk, finance, auditor, administrator])
      await expect(as(actor, (w) => clonePlan(w, { id: SAMPLE_PLAN_ID }))).rejects.toThrow(Forbidden);
    await expect(as(stranger, (w) => clonePlan(w, { id: SAMPLE_PLAN_ID }))).rejects.toThrow(NotFound);
  });

  test("is begun once from this year's, thrown away and begun again, and carries clauses, tasks and duties over", async () => {
    const clone = () => as(editor, (w) => clonePlan(w, { id: SAMPLE_PLAN_ID }));
    const [first, second] = [await clone(), await clone()];
    expect(second).toBe(first);
    await as(editor, (w) => discardImport(w, { id: first }));
    const id = await clone();
    expect(id).not.toBe(first);
    const { reading, version } = await as(editor, (w) => previewOf(w, id));
    expect(reading.header).toMatchObject({ number: null, date: null });
    expect(reading.header.title).toContain("2027");
    const { planId } = await as(editor, (w) => confirmImport(w, { id, year: 2027, version }));
    expect(await planOf(db.database, SAMPLE_AGENCY_ID, planId)).toMatchObject({
      year: 2027,
      state: "draft",
      standing: "waiting",
    });
    const counts = async (plan: string) => ({
      paths: (await clausesOf(db.database, plan)).map(({ path }) => path),
      codes: (await obligationsOf(db.database, plan)).map(({ code, unitIds }) => [code, unitIds]),
      tasks: (await tasksOf(db.database, plan)).map((row) => [
        row.leadUnitId,
        row.allUnits,
        row.dueKind,
        // What was added beside the plan, as a promise of a dialogue, goes over without its duties.
        row.clauseId === null && row.appendix === null ? null : row.obligationIds.length,
      ]),
    });
    expect(await counts(planId)).toEqual(await counts(SAMPLE_PLAN_ID));
    await expect(clone()).rejects.toThrow(Conflict);
  });
});
