import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID } from "#organization";
import { Forbidden, NotFound } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { attachEvidence } from "../attach-evidence.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { planOf, tasksOf } from "../plan-queries.ts";
import { SAMPLE_PLAN_ID } from "../seed.ts";
import { withdrawOneEvidence } from "../withdraw-evidence.ts";
import { setObligationTarget, setTaskTarget } from "./set-target.ts";
import { periodsToReport } from "./target.ts";
import { targetsBetween, targetsOf } from "./target-queries.ts";

let db: TestDatabase;
let taskId: string;
let obligationId: string;
beforeAll(async () => {
  db = await testDatabase("sample");
  const task = (await tasksOf(db.database, SAMPLE_PLAN_ID)).find(
    ({ obligationIds }) => obligationIds.length > 0,
  )!;
  taskId = task.id;
  obligationId = task.obligationIds[0]!;
});
const { as } = plansOn(() => db.database);
const two = { per: "quarter" as const, amount: 2, unit: "tin, bài", counts: "proofs" as const };
const prove = (sourceId: string, at: string, source = "person") =>
  as(people.editor, (w) =>
    attachEvidence(w, {
      taskIds: [taskId],
      obligationIds: [],
      source,
      sourceId,
      label: sourceId,
      url: null,
      at: new Date(at),
      revisionHash: null,
    }),
  );
const shown = async (day: string) => {
  const rows = await targetsOf(db.database, await planOf(db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID), day);
  return rows.find((row) => row.taskId === taskId)!;
};

describe("a target for each period", () => {
  test("is counted from the living proofs of its period, each once, or from published items alone", async () => {
    await as(people.editor, (w) => setTaskTarget(w, { id: taskId, target: two }));
    const before = (await shown("2026-06-20")).count;
    await prove("a", "2026-06-14T23:59:00+07:00");
    await prove("b", "2026-06-15T00:00:00+07:00");
    await prove("c", "2026-07-01T08:00:00+07:00", "newsroom");
    expect(await shown("2026-06-20")).toMatchObject({
      label: "Quý III năm 2026",
      count: before + 2,
      met: true,
    });
    await as(people.leadership, (w) =>
      setTaskTarget(w, { id: taskId, target: { ...two, counts: "content", amount: 50 } }),
    );
    expect(await shown("2026-06-20")).toMatchObject({ met: false, amount: 50 });
    const { rows } = await db.pool.query<{ id: string }>("select id from evidence where source_id = 'c'");
    const published = (await shown("2026-06-20")).count;
    await as(people.editor, (w) => withdrawOneEvidence(w, { id: rows[0]!.id, reason: "Nhầm" }));
    expect((await shown("2026-06-20")).count).toBe(published - 1);
  });

  test("is told by a report for the periods that close in it, counted up to its last day", async () => {
    await as(people.editor, (w) => setTaskTarget(w, { id: taskId, target: two }));
    const told = async (from: string, to: string) =>
      (await targetsBetween(db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID, { from, to })).find(
        (row) => row.taskId === taskId,
      )!;
    expect(await told("2026-05-15", "2026-06-14")).toMatchObject({ label: "Quý II năm 2026" });
    expect(await told("2026-06-15", "2026-07-14")).toMatchObject({
      label: "Quý III năm 2026",
      to: "2026-09-14",
    });
    const year = periodsToReport(2026, { per: "quarter" }, { from: "2025-12-15", to: "2026-12-14" });
    expect(year.map(({ code }) => code)).toEqual(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
  });

  test("is set and taken away by editors and the leadership, of tasks and obligations of their agency", async () => {
    const set = (actor: typeof people.editor, target: typeof two | null) =>
      as(actor, (w) => setObligationTarget(w, { id: obligationId, target }));
    for (const actor of [people.head, people.contributor, people.auditor])
      await expect(set(actor, two)).rejects.toThrow(Forbidden);
    await expect(set(stranger, two)).rejects.toThrow(NotFound);
    await set(people.leadership, two);
    const plan = await planOf(db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID);
    const ofObligation = async () =>
      (await targetsOf(db.database, plan, "2026-06-20")).filter((row) => row.obligationId === obligationId);
    expect(await ofObligation()).toMatchObject([{ amount: 2 }]);
    await set(people.editor, null);
    expect(await ofObligation()).toEqual([]);
  });
});
