import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { roles } from "#platform/auth/actor.ts";
import { Forbidden } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { attachEvidence } from "../attach-evidence.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { removeTask } from "../remove-task.ts";
import { addTask, assignTask } from "../save-task.ts";
import { SAMPLE_PLAN_ID } from "../seed.ts";
import { remindOfDueTasks } from "./remind-of-due-tasks.ts";
import { remindersOf, remindersOfTask } from "./reminder-queries.ts";
import { stepOf, usualReminders } from "./reminder-step.ts";
import { setReminders } from "./set-reminders.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as } = plansOn(() => db.database);

/** A Wednesday; the sample's year has no day off around it. */
const fields = {
  title: "Làm video hướng dẫn nộp hồ sơ trực tuyến",
  clauseId: null,
  leadUnitId: sampleUnitId("phong-mau-a"),
  allUnits: false,
  responsiblePersonId: null as string | null,
  approverPersonId: null,
  coordinatingUnitIds: [],
  due: { kind: "date" as const, text: null, date: "2026-07-15", from: null, to: null, every: null },
  deliverable: null,
  obligationIds: [],
};
const add = async (changed: Partial<typeof fields> = {}) =>
  (await as(people.editor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...fields, ...changed }))).id;
const sweep = (day: string, hour = "09:00") =>
  remindOfDueTasks(db.database, new Date(`${day}T${hour}:00+07:00`));
/** Who was told of a task, by the account's name, with the words. */
const toldOf = async (taskId: string) => {
  const { rows } = await db.pool.query<{ email: string; title: string; cause: string }>(
    "select split_part(p.email, '@', 1) as email, n.title, n.cause from notice n join person p on p.id = n.person_id where n.cause like $1 order by n.at, split_part(p.email, '@', 1)",
    [`task-due:${taskId}:%`],
  );
  return rows.map(({ email, title, cause }) => `${cause.split(":").at(-1)} ${email}: ${title.split(":")[0]}`);
};

test("the steps come in their order, the newest alone", () => {
  const on = (light: "soon" | "ahead" | "overdue", workingDays: number) =>
    stepOf({ light, workingDays, ofPeriod: false }, usualReminders);
  expect([6, 5, 2, 1, 0].map((days) => on("soon", days))).toEqual([null, "first", "first", "last", "last"]);
  expect([0, 1, 2, 3, 6, 7, 90].map((days) => on("overdue", days))).toEqual([
    null,
    "head",
    "head",
    "editor",
    "editor",
    "leadership",
    "leadership",
  ]);
  const ofPeriod = (workingDays: number) =>
    stepOf({ light: "overdue", workingDays, ofPeriod: true }, usualReminders);
  expect([1, 3, 12, 13].map(ofPeriod)).toEqual(["head", "editor", "leadership", null]);
  expect(stepOf({ light: "done", workingDays: 9, ofPeriod: false }, usualReminders)).toBeNull();
  expect(
    stepOf({ light: "overdue", workingDays: 9, ofPeriod: false }, { ...usualReminders, active: false }),
  ).toBeNull();
});

describe("a task that nobody proves", () => {
  test("is told of once at each step, to those who do it and then upwards", async () => {
    const id = await add();
    await sweep("2026-07-07");
    expect(await toldOf(id)).toEqual([]);
    expect(await sweep("2026-07-08")).toBe(1);
    expect(await sweep("2026-07-08", "14:00")).toBe(0);
    expect(await sweep("2026-07-09")).toBe(0);
    expect(await toldOf(id)).toEqual(["first contributor: Còn 5 ngày làm việc"]);
    await sweep("2026-07-14");
    await sweep("2026-07-15");
    await sweep("2026-07-16");
    await sweep("2026-07-20");
    await sweep("2026-07-24");
    await sweep("2026-10-01");
    expect(await toldOf(id)).toEqual([
      "first contributor: Còn 5 ngày làm việc",
      "last contributor: Còn 1 ngày làm việc",
      "head contributor: Quá hạn 1 ngày làm việc",
      "head head: Quá hạn 1 ngày làm việc",
      "editor contributor: Quá hạn 3 ngày làm việc",
      "editor editor: Quá hạn 3 ngày làm việc",
      "editor editor2: Quá hạn 3 ngày làm việc",
      "editor head: Quá hạn 3 ngày làm việc",
      "leadership editor: Quá hạn 7 ngày làm việc",
      "leadership editor2: Quá hạn 7 ngày làm việc",
      "leadership head: Quá hạn 7 ngày làm việc",
      "leadership leadership: Quá hạn 7 ngày làm việc",
    ]);
    expect((await remindersOfTask(db.database, id)).map(({ step, people: count }) => [step, count])).toEqual([
      ["first", 1],
      ["last", 1],
      ["head", 2],
      ["editor", 4],
      ["leadership", 4],
    ]);
  });

  test("is told of by two processes at once a single time", async () => {
    const id = await add({ responsiblePersonId: samplePersonId("head") });
    await Promise.all([sweep("2026-07-08"), sweep("2026-07-08"), sweep("2026-07-08")]);
    expect(await toldOf(id)).toEqual(["first head: Còn 5 ngày làm việc"]);
  });

  test("is told of by the newest step alone after nothing ran for a while", async () => {
    const id = await add();
    await sweep("2026-07-20");
    expect(await toldOf(id)).toEqual([
      "editor contributor: Quá hạn 3 ngày làm việc",
      "editor editor: Quá hạn 3 ngày làm việc",
      "editor editor2: Quá hạn 3 ngày làm việc",
      "editor head: Quá hạn 3 ngày làm việc",
    ]);
  });

  test("is told of anew when its day was moved", async () => {
    const id = await add();
    await sweep("2026-07-14");
    const due = { ...fields.due, date: "2026-07-22" };
    await as(people.editor, (w) => assignTask(w, { id, ...fields, due }));
    await sweep("2026-07-15");
    expect(await toldOf(id)).toEqual([
      "last contributor: Còn 1 ngày làm việc",
      "first contributor: Còn 5 ngày làm việc",
    ]);
  });
});

test("what recurs is told of in each period by the period's own last day, once, and not where the period has its proof", async () => {
  const due = { ...fields.due, kind: "recurring", every: "month", date: null } as never;
  const id = await add({ due });
  const proven = await add({ due });
  await as(people.editor, (w) =>
    attachEvidence(w, {
      taskIds: [proven],
      obligationIds: [],
      source: "test",
      sourceId: proven,
      label: "Tin tháng 8",
      url: null,
      at: new Date("2026-08-01T09:00:00+07:00"),
      revisionHash: null,
    }),
  );
  for (const day of ["2026-08-06", "2026-08-07", "2026-08-10", "2026-08-13", "2026-08-17", "2026-08-18"])
    await sweep(day);
  expect(await toldOf(id)).toEqual([
    "first contributor: Tháng 8 năm 2026 còn 5 ngày làm việc, chưa có minh chứng",
    "last contributor: Tháng 8 năm 2026 còn 1 ngày làm việc, chưa có minh chứng",
    "head contributor: Tháng 8 năm 2026 đã hết 1 ngày làm việc, chưa có minh chứng",
    "head head: Tháng 8 năm 2026 đã hết 1 ngày làm việc, chưa có minh chứng",
  ]);
  expect(await toldOf(proven)).toEqual([]);
});

describe("nobody is told", () => {
  test("on a day off, though it is said on the next working day", async () => {
    const id = await add();
    await sweep("2026-07-11");
    await sweep("2026-07-12");
    expect(await toldOf(id)).toEqual([]);
    await sweep("2026-07-13");
    expect(await toldOf(id)).toEqual(["first contributor: Còn 2 ngày làm việc"]);
  });

  test("of what is done, taken out, or was late before the plan was carried out", async () => {
    const done = await add();
    await as(people.editor, (w) =>
      attachEvidence(w, {
        taskIds: [done],
        obligationIds: [],
        source: "test",
        sourceId: done,
        label: "Video",
        url: null,
        at: new Date("2026-07-01T09:00:00+07:00"),
        revisionHash: null,
      }),
    );
    const gone = await add();
    await as(people.editor, (w) => removeTask(w, { id: gone, reason: "Nhập trùng" }));
    const early = await add({ due: { ...fields.due, date: "2026-02-03" } });
    await sweep("2026-07-20");
    for (const id of [done, gone, early]) expect(await toldOf(id)).toEqual([]);
  });

  test("where the agency has switched it off; each agency for itself", async () => {
    const id = await add();
    await as(people.administrator, (w) => setReminders(w, { ...usualReminders, active: false }));
    expect(await sweep("2026-07-20")).toBe(0);
    expect(await toldOf(id)).toEqual([]);
    expect(await remindersOf(db.database, SAMPLE_AGENCY_ID)).toMatchObject({ active: false });
    expect(await remindersOf(db.database, stranger.agencyId)).toEqual(usualReminders);
    await as(people.editor, (w) => setReminders(w, usualReminders));
  });
});

test("the days are set by administrators and editors, in their order", async () => {
  for (const role of roles.filter((name) => name !== "administrator" && name !== "editor"))
    await expect(
      as({ ...people.editor, appointments: [{ role, unitId: null }] }, (w) =>
        setReminders(w, usualReminders),
      ),
    ).rejects.toBeInstanceOf(Forbidden);
  await expect(
    as(people.editor, (w) => setReminders(w, { ...usualReminders, lastBefore: 5, editorAfter: 1 })),
  ).rejects.toMatchObject({ issues: [{ field: "lastBefore" }, { field: "editorAfter" }] });
});
