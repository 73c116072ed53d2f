import { beforeAll, describe, expect, test } from "vitest";
import { Conflict, Forbidden, NotFound } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { acknowledgePlan } from "./acknowledge-plan.ts";
import { distributePlan } from "./distribute-plan.ts";
import { issuePlan } from "./issue-plan.ts";
import { people, plansOn, stranger } from "./plan.fixture.ts";
import { clausesOf } from "./plan-queries.ts";
import { recordNoneReason } from "./record-none-reason.ts";
import { addObligation, updateObligation } from "./save-obligation.ts";
import { addTask, assignTask } from "./save-task.ts";
import { SAMPLE_PLAN_ID, sampleObligationId, sampleTaskId } from "./seed.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, confirmed } = plansOn(() => db.database);
const { editor, head, contributor, finance, auditor } = people;

const task = {
  title: "Việc thử",
  clauseId: null,
  leadUnitId: null,
  allUnits: true,
  responsiblePersonId: null,
  approverPersonId: null,
  coordinatingUnitIds: [],
  due: { kind: "continuous" as const, text: null, date: null, from: null, to: null, every: null },
  deliverable: null,
  obligationIds: [],
};
const duty = {
  code: "I.1-z",
  clauseId: uuidv7(),
  what: "Việc thử",
  themes: [],
  allUnits: true,
  unitIds: [],
  due: "year" as const,
  evidenceWanted: null,
  noneReason: null,
};

describe("refused by the state of the plan", () => {
  test("sending to units when Nơi nhận names none of them", async () => {
    const { planId: id } = await confirmed("Không có nơi nhận");
    await db.pool.query("update plan set recipients = $2 where id = $1", [id, JSON.stringify(["UBND tỉnh"])]);
    await expect(as(editor, (w) => distributePlan(w, { id }))).rejects.toThrow(Conflict);
  });

  test("acknowledging a plan that was never sent", async () => {
    const { planId: id } = await confirmed("Chưa gửi");
    const unitId = head.appointments[0]!.unitId!;
    await expect(as(head, (w) => acknowledgePlan(w, { id, unitId }))).rejects.toThrow(NotFound);
  });

  test("a time that cannot be: an end before its beginning, a repetition that does not say how often", async () => {
    const period = { ...task.due, kind: "period" as const, from: "2026-12-31", to: "2026-12-01" };
    const recurring = { ...task.due, kind: "recurring" as const };
    for (const due of [period, recurring]) {
      const refused = as(editor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...task, due }));
      await expect(refused).rejects.toMatchObject({ issues: [{ field: "due" }] });
    }
  });

  test("an obligation in a clause of another plan", async () => {
    const { planId } = await confirmed("Mục của kế hoạch khác");
    const [elsewhere] = await clausesOf(db.database, planId);
    const wrong = { id: SAMPLE_PLAN_ID, ...duty, clauseId: elsewhere!.id };
    await expect(as(editor, (w) => addObligation(w, wrong))).rejects.toMatchObject({
      issues: [{ field: "clauseId" }],
    });
  });
});

describe("refused to whom it does not belong", () => {
  test("sending and numbering a plan", async () => {
    for (const actor of [head, contributor, finance, auditor]) {
      await expect(as(actor, (w) => distributePlan(w, { id: SAMPLE_PLAN_ID }))).rejects.toThrow(Forbidden);
      const act = { id: SAMPLE_PLAN_ID, number: "1", issuedOn: "2026-03-01" };
      await expect(as(actor, (w) => issuePlan(w, act))).rejects.toThrow(Forbidden);
    }
  });

  test("everything of a plan to people of another agency", async () => {
    const id = SAMPLE_PLAN_ID;
    const obligationId = sampleObligationId("II.3-a");
    const acts = [
      () => as(stranger, (w) => distributePlan(w, { id })),
      () => as(stranger, (w) => issuePlan(w, { id, number: "1", issuedOn: "2026-03-01" })),
      () => as(stranger, (w) => addTask(w, { id, ...task })),
      () => as(stranger, (w) => assignTask(w, { ...task, id: sampleTaskId("V.4") })),
      () => as(stranger, (w) => addObligation(w, { id, ...duty })),
      () => as(stranger, (w) => updateObligation(w, { ...duty, id: obligationId })),
      () => as(stranger, (w) => recordNoneReason(w, { id: obligationId, reason: "Thử" })),
    ];
    for (const act of acts) await expect(act()).rejects.toThrow(NotFound);
  });
});
