import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { type Actor, roles } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { taskOf } from "../plan-queries.ts";
import { removeTask } from "../remove-task.ts";
import { addTask, assignTask } from "../save-task.ts";
import { SAMPLE_PLAN_ID } from "../seed.ts";
import { askForExtension } from "./ask-for-extension.ts";
import { decideExtension } from "./decide-extension.ts";
import { extensionsGranted, extensionsOfTask, movedDays, openExtensions } from "./extension-queries.ts";
import { withdrawExtension } from "./withdraw-extension.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as } = plansOn(() => db.database);

const fields = {
  title: "Biên soạn sổ tay hỏi đáp thủ tục",
  clauseId: null,
  leadUnitId: sampleUnitId("phong-mau-a"),
  allUnits: false,
  responsiblePersonId: null,
  approverPersonId: null,
  coordinatingUnitIds: [],
  due: {
    kind: "date" as const,
    text: null,
    date: "2027-03-10" as string | null,
    from: null,
    to: null,
    every: null,
  },
  deliverable: null,
  obligationIds: [],
  outsideYear: true,
};
const add = async (changed: Partial<typeof fields> = {}) =>
  (await as(people.editor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...fields, ...changed }))).id;
const ask = (actor: Actor, id: string, newDay = "2027-03-24") =>
  as(actor, (w) => askForExtension(w, { id, newDay, reason: "Chờ quy định mới của Bộ" }));
const decide = (actor: Actor, id: string, granted = true) =>
  as(actor, (w) => decideExtension(w, { id, granted, decision: "Đồng ý, không gia hạn thêm" }));
const openOf = async (taskId: string) =>
  (await openExtensions(db.database, people.leadership)).find((row) => row.taskId === taskId)!;
const titles = async (account: string) =>
  (
    await db.pool.query<{ title: string }>("select title from notice where person_id = $1 order by at desc", [
      samplePersonId(account),
    ])
  ).rows.map(({ title }) => title);

describe("more time for a task", () => {
  test("is asked for with a reason, granted with a word by another, and keeps the day before", async () => {
    const id = await add();
    await ask(people.contributor, id);
    expect((await titles("leadership"))[0]).toContain("đề nghị gia hạn đến 24/03/2027");
    expect((await taskOf(db.database, SAMPLE_AGENCY_ID, id)).dueDate).toBe("2027-03-10");
    expect(await movedDays(db.database, [id])).toEqual(
      new Map([[id, { extendedFrom: null, askedDay: "2027-03-24" }]]),
    );
    const open = await openOf(id);
    expect(open.may.decide!.allowed).toBe(true);
    await decide(people.leadership, open.id);
    expect((await taskOf(db.database, SAMPLE_AGENCY_ID, id)).dueDate).toBe("2027-03-24");
    expect(await movedDays(db.database, [id])).toEqual(
      new Map([[id, { extendedFrom: "2027-03-10", askedDay: null }]]),
    );
    expect((await titles("contributor"))[0]).toContain("Được gia hạn đến 24/03/2027");
    expect((await titles("head"))[0]).toContain("Được gia hạn đến 24/03/2027");
    const [told] = await extensionsOfTask(db.database, people.auditor, id);
    expect(told).toMatchObject({
      oldDay: "2027-03-10",
      newDay: "2027-03-24",
      state: "granted",
      decision: "Đồng ý, không gia hạn thêm",
      askedByName: "Nguyễn Văn Mẫu",
      decidedByName: "Trần Thị Mẫu",
    });
    const span = { from: "2026-01-01", to: "2100-01-01" };
    expect((await extensionsGranted(db.database, SAMPLE_PLAN_ID, span)).map((row) => row.taskId)).toEqual([
      id,
    ]);
    await expect(decide(people.editor, open.id, false)).rejects.toThrow(Conflict);
    await expect(as(people.editor, (w) => removeTask(w, { id, reason: "Nhầm" }))).rejects.toThrow("gia hạn");
  });

  test("is refused with a word; the day stays and it may be asked for again", async () => {
    const id = await add();
    await ask(people.head, id);
    await expect(ask(people.contributor, id)).rejects.toThrow("Đã có một đề nghị gia hạn");
    await decide(people.editor, (await openOf(id)).id, false);
    expect((await taskOf(db.database, SAMPLE_AGENCY_ID, id)).dueDate).toBe("2027-03-10");
    await ask(people.head, id);
    await expect(
      as(people.contributor, async (w) => withdrawExtension(w, { id: (await openOf(id)).id })),
    ).rejects.toThrow(Forbidden);
    await as(people.head, async (w) => withdrawExtension(w, { id: (await openOf(id)).id }));
    expect((await extensionsOfTask(db.database, people.head, id)).map(({ state }) => state)).toEqual([
      "withdrawn",
      "refused",
    ]);
  });

  test("moves the last day of a span of time", async () => {
    const due = { ...fields.due, kind: "period" as const, date: null, from: "2027-03-01", to: "2027-03-10" };
    const id = await add({ due: due as never });
    await ask(people.contributor, id);
    await decide(people.leadership, (await openOf(id)).id);
    expect(await taskOf(db.database, SAMPLE_AGENCY_ID, id)).toMatchObject({
      dueFrom: "2027-03-01",
      dueTo: "2027-03-24",
      dueDate: null,
    });
  });

  test("is not granted by who asked, by a unit, or over a day that was changed meanwhile", async () => {
    const own = await add({ leadUnitId: sampleUnitId("ttbcxb") });
    await ask(people.editor, own);
    await expect(decide(people.editor, (await openOf(own)).id)).rejects.toThrow("không tự quyết định");
    await expect(
      db.pool.query(
        "update task_extension set state = 'granted', decided_by = asked_by, decided_at = now(), decision = 'x' where task_id = $1",
        [own],
      ),
    ).rejects.toThrow("task_extension_decided_by_another");
    for (const actor of [
      people.contributor,
      people.head,
      people.clerk,
      people.finance,
      people.auditor,
      people.administrator,
    ])
      await expect(decide(actor, (await openOf(own)).id)).rejects.toThrow(Forbidden);
    await as(people.leadership, (w) =>
      assignTask(w, {
        id: own,
        ...fields,
        leadUnitId: sampleUnitId("ttbcxb"),
        due: { ...fields.due, date: "2027-04-01" },
      }),
    );
    await expect(decide(people.leadership, (await openOf(own)).id)).rejects.toThrow("01/04/2027");
    await decide(people.leadership, (await openOf(own)).id, false);
  });

  test("is asked for by the unit of the task alone, for a later day, and where there is a day", async () => {
    const id = await add();
    for (const actor of [people.clerk, people.finance, people.editor])
      await expect(ask(actor, id)).rejects.toThrow("đơn vị khác");
    const others = roles.filter((role) => ["leadership", "auditor", "administrator"].includes(role));
    for (const role of others)
      await expect(ask({ ...people.head, appointments: [{ role, unitId: null }] }, id)).rejects.toThrow(
        Forbidden,
      );
    await expect(ask(people.head, id, "2027-03-10")).rejects.toThrow(Unacceptable);
    const always = await add({ due: { ...fields.due, kind: "continuous" as never, date: null } });
    await expect(ask(people.head, always)).rejects.toThrow("không có ngày hoàn thành");
    await expect(ask(stranger, id)).rejects.toThrow(NotFound);
    await ask(people.head, id);
    await expect(
      decide({ ...people.leadership, agencyId: stranger.agencyId }, (await openOf(id)).id),
    ).rejects.toThrow(NotFound);
  });
});
