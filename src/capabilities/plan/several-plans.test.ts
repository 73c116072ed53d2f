import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { confirmImport } from "./confirm-import.ts";
import { endPlan } from "./end-plan.ts";
import { myTasks, tasksInName } from "./my-tasks.ts";
import { people, plansOn, stranger } from "./plan.fixture.ts";
import { namedLinks, planLinks } from "./plan-links.ts";
import { planOf, planOfYear, plansInForce, tasksOf } from "./plan-queries.ts";
import { publishPlan } from "./publish-plan.ts";
import { publishedPlan } from "./published.ts";
import { putPlanInForce } from "./put-plan-in-force.ts";
import { recordEvidence } from "./record-evidence.ts";
import { replacePlan } from "./replace-plan.ts";
import { SAMPLE_PLAN_ID, sampleTaskId } from "./seed.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, readIn } = plansOn(() => db.database);
const { editor, head, clerk, auditor } = people;

const confirmed = async (title: string, year: number) => {
  const { id, version } = await readIn(title);
  return as(editor, (w) => confirmImport(w, { id, year, version }));
};
const standingOf = async (id: string) => (await planOf(db.database, SAMPLE_AGENCY_ID, id)).standing;
const inForce = async () => (await plansInForce(db.database, SAMPLE_AGENCY_ID)).map(({ id }) => id);

describe("several plans of one year", () => {
  test("a confirmed one waits and puts nothing out of force; put in force, both are worked on", async () => {
    const { planId, ...told } = await confirmed("Đợt cao điểm dịch vụ công", 2026);
    expect(told).toEqual({ inForce: false });
    expect(await inForce()).toEqual([SAMPLE_PLAN_ID]);
    const before = await myTasks(db.database, clerk);
    expect(before).toMatchObject({ severalPlans: false });
    expect(before.toDo.map((task) => task.planId)).not.toContain(planId);
    await as(editor, (w) => putPlanInForce(w, { id: planId, replaces: null }));
    expect((await inForce()).toSorted()).toEqual([SAMPLE_PLAN_ID, planId].toSorted());
    const after = await myTasks(db.database, clerk);
    expect(after.severalPlans).toBe(true);
    expect(new Set(after.toDo.map(({ planTitle }) => planTitle))).toEqual(
      new Set(["Triển khai tuyên truyền cải cách hành chính năm 2026", "Đợt cao điểm dịch vụ công"]),
    );
    const links = await planLinks(db.database, clerk, null);
    expect(links.plans.map(({ id }) => id).toSorted()).toEqual([SAMPLE_PLAN_ID, planId].toSorted());
    for (const rows of [links.tasks, links.clauses])
      expect(new Set(rows.map((row) => row.planId))).toEqual(new Set([SAMPLE_PLAN_ID, planId]));
    const [own] = await tasksOf(db.database, planId);
    const proof = {
      id: uuidv7(),
      obligationIds: [],
      label: "Biên bản",
      url: null,
      on: "2026-06-01",
      files: [],
    };
    const both = [own!.id, links.tasks.find((task) => task.planId === SAMPLE_PLAN_ID && task.mayProve)!.id];
    const { evidenceId } = await as(clerk, (w) => recordEvidence(w, { ...proof, taskIds: both }));
    const { rows } = await db.pool.query("select task_id from evidence_task where evidence_id = $1", [
      evidenceId,
    ]);
    expect(rows.map((row) => row.task_id).toSorted()).toEqual(both.toSorted());
    await as(editor, (w) => endPlan(w, { id: planId, reason: "Hết đợt" }));
  });

  test("ends with a reason; links made to it keep their names, and it may be carried out again", async () => {
    const { planId: id } = await confirmed("Kế hoạch bổ sung", 2026);
    await expect(as(editor, (w) => endPlan(w, { id, reason: "Chưa bắt đầu" }))).rejects.toThrow(Conflict);
    await as(people.leadership, (w) => putPlanInForce(w, { id, replaces: null }));
    await expect(as(editor, (w) => putPlanInForce(w, { id, replaces: null }))).rejects.toThrow(Conflict);
    await as(editor, (w) => endPlan(w, { id, reason: "Xong việc" }));
    expect(await planOf(db.database, SAMPLE_AGENCY_ID, id)).toMatchObject({
      standing: "ended",
      endedReason: "Xong việc",
    });
    const [task] = await tasksOf(db.database, id);
    const none = { obligationIds: [], clauseIds: [] };
    expect((await planLinks(db.database, editor, null)).tasks.map((row) => row.id)).not.toContain(task!.id);
    expect((await planLinks(db.database, editor, id)).tasks.map((row) => row.id)).toContain(task!.id);
    const named = await namedLinks(db.database, SAMPLE_AGENCY_ID, {
      ...none,
      taskIds: [task!.id, sampleTaskId("IV")],
    });
    expect(named.tasks.map(({ planTitle, inForce: now }) => [planTitle, now])).toEqual([
      ["Triển khai tuyên truyền cải cách hành chính năm 2026", true],
      ["Kế hoạch bổ sung", false],
    ]);
    expect(
      (await namedLinks(db.database, stranger.agencyId, { ...none, taskIds: [task!.id] })).tasks,
    ).toEqual([]);
    await as(editor, (w) => putPlanInForce(w, { id, replaces: null }));
    expect(await standingOf(id)).toBe("in-force");
    const { rows } = await db.pool.query(
      "select act, reason from audit_entry where object_id = $1 and act ~ 'force|end' order by id",
      [id],
    );
    expect(rows).toEqual([
      { act: "put-plan-in-force", reason: null },
      { act: "end-plan", reason: "Xong việc" },
      { act: "put-plan-in-force", reason: null },
    ]);
    await as(editor, (w) => endPlan(w, { id, reason: "Xong việc" }));
  });

  test("one replaces another, at once or later; the public is led to the one that is carried out", async () => {
    const { planId: first } = await confirmed("Bản đầu", 2026);
    const { planId: second } = await confirmed("Bản thay", 2026);
    await as(editor, (w) => putPlanInForce(w, { id: first, replaces: null }));
    const byItself = { id: first, by: first, reason: "Thử" };
    for (const by of [byItself, { ...byItself, by: second }])
      await expect(as(editor, (w) => replacePlan(w, by))).rejects.toThrow(Unacceptable);
    await as(editor, (w) => putPlanInForce(w, { id: second, replaces: first }));
    expect(await planOf(db.database, SAMPLE_AGENCY_ID, first)).toMatchObject({
      standing: "replaced",
      replacedBy: second,
    });
    for (const id of [first, second]) await as(clerk, (w) => publishPlan(w, { id }));
    const { slug } = await planOf(db.database, SAMPLE_AGENCY_ID, first);
    const page = await publishedPlan(db.database, SAMPLE_AGENCY_ID, slug, new Date());
    expect(page!.plan).toMatchObject({ standing: "replaced", heir: { title: "Bản thay" } });
    expect(page!.plans[0]).toMatchObject({ standing: "in-force" });
    await as(editor, (w) =>
      replacePlan(w, { id: second, by: SAMPLE_PLAN_ID, reason: "Nhập vào kế hoạch năm" }),
    );
    expect(await inForce()).toEqual([SAMPLE_PLAN_ID]);
  });

  test("the report of a year is about the plan that came into force first, when nobody names one", async () => {
    const { planId: id } = await confirmed("Đợt thi đua", 2026);
    await as(editor, (w) => putPlanInForce(w, { id, replaces: null }));
    expect((await planOfYear(db.database, SAMPLE_AGENCY_ID, 2026))!.id).toBe(SAMPLE_PLAN_ID);
    await as(editor, (w) => endPlan(w, { id, reason: "Xong" }));
  });

  test("names whose open tasks are to be handed over, of plans in force alone", async () => {
    const { rows } = await db.pool.query<{ id: string; title: string; person: string }>(
      `update task set responsible_person_id = (select id from person where name = 'Hoàng Thị Mẫu')
       where id = (select t.id from task t where t.plan_id = $1 and not exists (
         select from evidence_task e where e.task_id = t.id) order by t.id limit 1)
       returning id, title, responsible_person_id as person`,
      [SAMPLE_PLAN_ID],
    );
    const [task] = rows;
    const inName = (personId: string) => tasksInName(db.database, clerk, personId);
    expect(await inName(task!.person)).toContainEqual({
      id: task!.id,
      title: task!.title,
      planTitle: expect.stringContaining("năm 2026"),
    });
    await expect(tasksInName(db.database, stranger, task!.person)).rejects.toThrow(NotFound);
  });

  test("is for editors and the leadership of the agency", async () => {
    const id = SAMPLE_PLAN_ID;
    for (const actor of [head, clerk, auditor]) {
      await expect(as(actor, (w) => endPlan(w, { id, reason: "Thử" }))).rejects.toThrow(Forbidden);
      await expect(as(actor, (w) => putPlanInForce(w, { id, replaces: null }))).rejects.toThrow(Forbidden);
      await expect(as(actor, (w) => replacePlan(w, { id, by: id, reason: "Thử" }))).rejects.toThrow(
        Forbidden,
      );
    }
    await expect(as(stranger, (w) => endPlan(w, { id, reason: "Thử" }))).rejects.toThrow(NotFound);
    await expect(as(stranger, (w) => putPlanInForce(w, { id, replaces: null }))).rejects.toThrow(NotFound);
    await expect(as(stranger, (w) => replacePlan(w, { id, by: id, reason: "Thử" }))).rejects.toThrow(
      NotFound,
    );
  });

  test("the database keeps what a standing means", async () => {
    for (const broken of [
      "standing = 'ended', ended_at = now()",
      "standing = 'ended', ended_reason = 'Thử'",
      "standing = 'replaced', ended_at = now(), ended_reason = 'Thử'",
      "standing = 'waiting', replaced_by = id",
      "in_force_since = null",
    ])
      await expect(
        db.pool.query(`update plan set ${broken} where id = $1`, [SAMPLE_PLAN_ID]),
        broken,
      ).rejects.toMatchObject({ code: "23514" });
  });
});

test("the first plan of the running year comes into force with its confirmation, the second does not", async () => {
  for (const id of await inForce()) await as(editor, (w) => endPlan(w, { id, reason: "Hết năm" }));
  const { year } = today();
  const made = await Promise.all(["Kế hoạch năm", "Kế hoạch thứ hai"].map((title) => confirmed(title, year)));
  expect(made.map((one) => one.inForce).toSorted()).toEqual([false, true]);
  expect(await confirmed("Kế hoạch của năm xa", year + 5)).toMatchObject({ inForce: false });
  const units = await db.pool.query("select lead_unit_id from task where plan_id = $1", [made[0]!.planId]);
  expect(units.rows).toEqual([{ lead_unit_id: sampleUnitId("van-phong") }]);
});
