import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID } from "#organization";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { addClause } from "./add-clause.ts";
import { attachEvidence } from "./attach-evidence.ts";
import { confirmImport } from "./confirm-import.ts";
import { correctClause } from "./correct-clause.ts";
import { correctPlan } from "./correct-plan.ts";
import { correctPlanIssue } from "./correct-plan-issue.ts";
import { issuePlan } from "./issue-plan.ts";
import { moveClause } from "./move-clause.ts";
import { people, plansOn, stranger } from "./plan.fixture.ts";
import { clausesOf, planOf, tasksOf } from "./plan-queries.ts";
import { correctImport } from "./preview/correct-import.ts";
import { removeClause } from "./remove-clause.ts";
import { removeTask } from "./remove-task.ts";
import { samePlan } from "./same-plan.ts";
import { addTask, assignTask } from "./save-task.ts";
import { SAMPLE_PLAN_ID, sampleTaskId } from "./seed.ts";
import { withdrawEvidence } from "./withdraw-evidence.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, readIn, confirmed } = plansOn(() => db.database);
const { editor, head, clerk } = people;
const clauses = (planId: string) => clausesOf(db.database, planId);
const paths = async (planId: string) => (await clauses(planId)).map(({ path }) => path);
const audited = async (objectId: string, act: string) =>
  (
    await db.pool.query(
      "select before, after, reason from audit_entry where object_id = $1 and act = $2 order by id",
      [objectId, act],
    )
  ).rows;
// A number is given once a year.
let given = 14;
const issued = async (title: string) => {
  const { planId: id } = await confirmed(title, 2026);
  given += 1;
  const number = String(given);
  await as(clerk, (w) => issuePlan(w, { id, number, issuedOn: "2026-02-03" }));
  return id;
};

describe("number and day of issue", () => {
  test("must be those that a plan of its year can have", async () => {
    const { planId: id } = await confirmed("Chưa cấp số", 2026);
    const later = today().add({ days: 1 }).toString();
    for (const [number, issuedOn, field] of [
      ["12/KH-SM", "2026-02-03", "number"],
      ["000", "2026-02-03", "number"],
      ["mười hai", "2026-02-03", "number"],
      ["12", later, "issuedOn"],
      ["12", "2025-06-30", "issuedOn"],
      ["12", "2016-02-03", "issuedOn"],
    ] as const)
      await expect(
        as(clerk, (w) => issuePlan(w, { id, number, issuedOn })),
        `${number} ${issuedOn}`,
      ).rejects.toMatchObject({
        issues: [{ field }],
      });
    await as(clerk, (w) => issuePlan(w, { id, number: "12", issuedOn: "2025-07-01" }));
  });

  test("are corrected with a reason, both kept in the audit", async () => {
    const { planId: draft } = await confirmed("Chưa có gì để sửa", 2026);
    const wrong = { number: "51", issuedOn: "2026-02-05", reason: "Gõ nhầm số" };
    await expect(as(clerk, (w) => correctPlanIssue(w, { id: draft, ...wrong }))).rejects.toThrow(Conflict);
    const id = await issued("Ghi nhầm số");
    await as(clerk, (w) => correctPlanIssue(w, { id, ...wrong }));
    expect(await planOf(db.database, SAMPLE_AGENCY_ID, id)).toMatchObject({
      number: "51",
      issuedOn: "2026-02-05",
    });
    const signer = {
      signedAs: expect.stringContaining("KT. GIÁM ĐỐC"),
      signedAuthorityId: expect.any(String),
    };
    expect(await audited(id, "correct-plan-issue")).toEqual([
      {
        before: { ...signer, number: "15", issuedOn: "2026-02-03" },
        after: { ...signer, number: "51", issuedOn: "2026-02-05" },
        reason: "Gõ nhầm số",
      },
    ]);
    await expect(as(head, (w) => correctPlanIssue(w, { id, ...wrong }))).rejects.toThrow(Forbidden);
    await expect(as(stranger, (w) => correctPlanIssue(w, { id, ...wrong }))).rejects.toThrow(NotFound);
    await expect(
      as(clerk, (w) => correctPlanIssue(w, { id, ...wrong, issuedOn: "2027-12-31" })),
    ).rejects.toThrow(Unacceptable);
  });
});

describe("a confirmed plan", () => {
  test("gets another title or year; an issued one with a reason, and never those of another plan", async () => {
    const id = await issued("Tên cũ");
    const fields = { id, title: "Tên mới", year: 2026, reason: null };
    await expect(as(editor, (w) => correctPlan(w, fields))).rejects.toMatchObject({
      issues: [{ field: "reason" }],
    });
    const { slug } = await as(editor, (w) => correctPlan(w, { ...fields, reason: "Sửa trích yếu" }));
    expect(slug).toBe("ten-cu-2026");
    await expect(
      as(editor, (w) => correctPlan(w, { ...fields, year: 2028, reason: "Nhầm năm" })),
    ).rejects.toMatchObject({ issues: [{ field: "issuedOn" }] });
    const { planId: other } = await confirmed("Kế hoạch bên cạnh", 2026);
    await expect(
      as(editor, (w) => correctPlan(w, { ...fields, id: other, title: "TÊN MỚI" })),
    ).rejects.toThrow(Conflict);
    await as(editor, (w) => correctPlan(w, { ...fields, id: other, title: "Kế hoạch bên cạnh", year: 2025 }));
    expect((await planOf(db.database, SAMPLE_AGENCY_ID, other)).year).toBe(2025);
    await expect(as(head, (w) => correctPlan(w, fields))).rejects.toThrow(Forbidden);
    await expect(as(stranger, (w) => correctPlan(w, fields))).rejects.toThrow(NotFound);
  });

  test("gets clauses added, changed, moved and taken out", async () => {
    const { planId: id } = await confirmed("Sửa các mục", 2026);
    expect(await paths(id)).toEqual(["I", "I.p1", "II", "II.1"]);
    const [first, , second] = await clauses(id);
    const words = { title: "Thêm", text: "", reason: null };
    await as(editor, (w) => addClause(w, { id, parentId: second!.id, afterId: null, label: "2.", ...words }));
    await as(editor, (w) => addClause(w, { id, parentId: second!.id, afterId: null, label: "2.", ...words }));
    await as(editor, (w) => addClause(w, { id, parentId: first!.id, afterId: null, label: "", ...words }));
    await as(editor, (w) => addClause(w, { id, parentId: null, afterId: first!.id, label: "IA.", ...words }));
    expect(await paths(id)).toEqual(["I", "I.p1", "I.p2", "IA", "II", "II.1", "II.2", "II.2~2"]);
    const clause = async (path: string) => (await clauses(id)).find((row) => row.path === path)!;
    const { id: moved } = await clause("IA");
    await as(editor, (w) => moveClause(w, { id: moved, to: "down", reason: null }));
    expect(await paths(id)).toEqual(["I", "I.p1", "I.p2", "II", "II.1", "II.2", "II.2~2", "IA"]);
    await expect(as(editor, (w) => moveClause(w, { id: moved, to: "down", reason: null }))).rejects.toThrow(
      Conflict,
    );
    await as(editor, (w) => correctClause(w, { id: moved, title: null, text: "Chữ mới", reason: null }));
    expect(await clause("IA")).toMatchObject({ title: null, text: "Chữ mới" });
    expect(await audited(moved, "correct-clause")).toMatchObject([
      { before: { title: "Thêm" }, after: { text: "Chữ mới" } },
    ]);
    await as(editor, (w) => removeClause(w, { id: moved, reason: null }));
    expect(await paths(id)).toEqual(["I", "I.p1", "I.p2", "II", "II.1", "II.2", "II.2~2"]);
    for (const [path, why] of [
      ["I", "mục con"],
      ["II.1", "1 nhiệm vụ"],
    ] as const) {
      const { id: held } = await clause(path);
      await expect(as(editor, (w) => removeClause(w, { id: held, reason: null }))).rejects.toThrow(why);
    }
    const elsewhere = {
      id,
      parentId: (await clauses(SAMPLE_PLAN_ID))[0]!.id,
      afterId: null,
      label: "",
      ...words,
    };
    await expect(as(editor, (w) => addClause(w, elsewhere))).rejects.toThrow(NotFound);
  });

  test("that has its number is changed with a reason, by its editors alone", async () => {
    const id = await issued("Đã có số");
    const [first] = await clauses(id);
    const words = { title: "Sửa", text: "" };
    const add = { id, parentId: null, afterId: null, label: "", ...words };
    const acts = (who: typeof editor, reason: string | null) => [
      () => as(who, (w) => addClause(w, { ...add, reason })),
      () => as(who, (w) => correctClause(w, { id: first!.id, ...words, reason })),
      () => as(who, (w) => moveClause(w, { id: first!.id, to: "down", reason })),
    ];
    for (const act of acts(editor, null))
      await expect(act()).rejects.toMatchObject({ issues: [{ field: "reason" }] });
    for (const act of acts(editor, "Theo văn bản đã ký")) await act();
    for (const act of acts(head, "Thử")) await expect(act()).rejects.toThrow(Forbidden);
    for (const act of acts(stranger, "Thử")) await expect(act()).rejects.toThrow(NotFound);
    await expect(as(stranger, (w) => removeClause(w, { id: first!.id, reason: "Thử" }))).rejects.toThrow(
      NotFound,
    );
  });
});

describe("a task", () => {
  const fields = {
    title: "Việc thêm tay",
    clauseId: null,
    leadUnitId: null,
    allUnits: true,
    responsiblePersonId: null,
    approverPersonId: null,
    coordinatingUnitIds: [],
    due: { kind: "date" as const, text: null, date: "2026-06-30", from: null, to: null, every: null },
    deliverable: null,
    obligationIds: [],
  };

  test("is taken out while nothing hangs on it; else it is told what does", async () => {
    const { id } = await as(editor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...fields }));
    const remove = { id, reason: "Nhập trùng" };
    await expect(as(head, (w) => removeTask(w, remove))).rejects.toThrow(Forbidden);
    await expect(as(stranger, (w) => removeTask(w, remove))).rejects.toThrow(NotFound);
    expect(await as(editor, (w) => removeTask(w, remove))).toBe(SAMPLE_PLAN_ID);
    expect((await tasksOf(db.database, SAMPLE_PLAN_ID)).map((row) => row.id)).not.toContain(id);
    expect(await audited(id, "remove-task")).toMatchObject([
      { before: { title: "Việc thêm tay" }, reason: "Nhập trùng" },
    ]);
    const { id: proved } = await as(editor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...fields }));
    await as(editor, (w) =>
      attachEvidence(w, {
        taskIds: [proved],
        obligationIds: [],
        source: "test",
        sourceId: "giữ-việc",
        label: "Ảnh",
        url: null,
        at: new Date("2026-05-05T10:00:00+07:00"),
        revisionHash: null,
      }),
    );
    await as(editor, (w) => withdrawEvidence(w, { source: "test", sourceId: "giữ-việc", reason: "Sai" }));
    await expect(as(editor, (w) => removeTask(w, { ...remove, id: proved }))).rejects.toThrow("1 minh chứng");
    await expect(
      db.pool.query("delete from task where id = $1", [proved]),
      "the database keeps it too",
    ).rejects.toMatchObject({ code: "23503" });
  });

  test("that a text is linked to stays", async () => {
    const { rows } = await db.pool.query(
      "select task_id as id from content_task where task_id not in (select task_id from evidence_task) limit 1",
    );
    const [linked] = rows;
    expect(linked).toBeDefined();
    await expect(as(editor, (w) => removeTask(w, { id: linked.id, reason: "Thử" }))).rejects.toThrow(
      "tin, bài",
    );
  });

  test("whose day lies outside the plan's year is asked about, and kept when it is meant", async () => {
    const late = { ...fields, due: { ...fields.due, date: "2027-01-15" } };
    const refused = as(editor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...late }));
    await expect(refused).rejects.toMatchObject({ issues: [{ field: "due" }] });
    await expect(refused).rejects.toThrow("15/01/2027 nằm ngoài năm 2026");
    const { id } = await as(editor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...late, outsideYear: true }));
    await as(editor, (w) => assignTask(w, { ...late, id, title: "Đổi tên, giữ ngày" }));
    const later = { ...late, due: { ...late.due, date: "2028-01-15" } };
    await expect(as(editor, (w) => assignTask(w, { ...later, id }))).rejects.toThrow(Unacceptable);
  });

  test("never ends before it begins, in the preview, in the plan and in the database", async () => {
    const due = {
      kind: "period" as const,
      text: null,
      date: null,
      from: "2026-06-30",
      to: "2026-06-01",
      every: null,
    };
    await expect(as(editor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...fields, due }))).rejects.toThrow(
      Unacceptable,
    );
    await expect(
      db.pool.query("update task set due_from = '2026-06-30', due_to = '2026-06-01' where id = $1", [
        sampleTaskId("IV"),
      ]),
    ).rejects.toMatchObject({ code: "23514" });
    const { id, version } = await readIn("Ngày ngược");
    const task = {
      title: "Việc",
      clause: null,
      leadUnits: [],
      coordinatingUnits: [],
      due,
      deliverable: null,
    };
    await expect(
      as(editor, (w) => correctImport(w, { id, version, correction: { kind: "edit-task", index: 0, task } })),
    ).rejects.toThrow("Ngày đầu sau ngày cuối");
  });
});

test("a plan read in with a day that cannot be is not confirmed as issued", async () => {
  const { id, reading, version } = await readIn("Ngày ban hành lạ");
  const header = { ...reading.header, number: "05/KH-SM", date: "2016-02-03" };
  const next = await as(editor, (w) =>
    correctImport(w, { id, version, correction: { kind: "header", header } }),
  );
  await expect(
    as(editor, (w) => confirmImport(w, { id, year: 2026, version: next.version })),
  ).rejects.toMatchObject({ issues: [{ field: "issuedOn" }] });
});

test("the same number a second time is told with the plan that has it", async () => {
  const header = { number: "77/KH-SM", symbol: "KH-SM", date: "2026-03-04" };
  const read = async (title: string) => {
    const { id, reading, version } = await readIn(title);
    const all = { ...reading.header, ...header };
    return as(editor, (w) => correctImport(w, { id, version, correction: { kind: "header", header: all } }));
  };
  const { id, version } = await read("Đã có một lần");
  const { planId } = await as(editor, (w) => confirmImport(w, { id, year: 2026, version }));
  const again = await read("Tên gõ khác đi");
  expect(await samePlan(db.database, SAMPLE_AGENCY_ID, again.reading.header)).toMatchObject({ id: planId });
  expect(await samePlan(db.database, stranger.agencyId, again.reading.header)).toBeNull();
  const twice = as(editor, (w) => confirmImport(w, { id: again.id, year: 2026, version: again.version }));
  await expect(twice).rejects.toMatchObject({ name: "Conflict", data: { planId } });
});
