import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { clausesOf, tasksOf } from "../plan-queries.ts";
import { removeTask } from "../remove-task.ts";
import { SAMPLE_PLAN_ID } from "../seed.ts";
import { decideDifficulty } from "./decide-difficulty.ts";
import { difficultiesBetween, difficultiesOf, unitsToRaiseFor } from "./difficulty-queries.ts";
import { gatherDifficulty } from "./gather-difficulty.ts";
import { raiseDifficulty } from "./raise-difficulty.ts";
import { withdrawDifficulty } from "./withdraw-difficulty.ts";

let db: TestDatabase;
let taskId: string;
let clauseId: string;
beforeAll(async () => {
  db = await testDatabase("sample");
  taskId = (await tasksOf(db.database, SAMPLE_PLAN_ID))[0]!.id;
  clauseId = (await clausesOf(db.database, SAMPLE_PLAN_ID))[0]!.id;
});
const { as } = plansOn(() => db.database);
const unitId = sampleUnitId("phong-mau-a");
const fields = () => ({
  unitId,
  taskId: taskId as string | null,
  clauseId: null as string | null,
  what: "Thiếu máy quay để làm video",
  proposal: "Cho mượn máy của Văn phòng" as string | null,
});
const raise = (actor: Actor, at: string, changed: Partial<ReturnType<typeof fields>> = {}) =>
  work(db.database, actor, (w) => raiseDifficulty(w, { ...fields(), ...changed }), { at: new Date(at) });
const seen = async (id: string, actor: Actor = people.auditor) =>
  (await difficultiesOf(db.database, actor)).find((row) => row.id === id)!;
const lastNotice = async (account: string) =>
  (
    await db.pool.query<{ title: string }>(
      "select title from notice where person_id = $1 and kind in ('difficulty', 'decision') order by at desc, id desc limit 1",
      [samplePersonId(account)],
    )
  ).rows[0]?.title;

describe("what stands in the way", () => {
  test("is raised by a unit, gathered by the editors, decided by the leadership, each with name and moment", async () => {
    const id = await raise(people.contributor, "2026-05-04T09:00:00+07:00");
    expect(await lastNotice("editor")).toBe(
      "Phòng Mẫu A (văn hóa) nêu khó khăn, vướng mắc: Thiếu máy quay để làm video",
    );
    await expect(
      as(people.leadership, (w) => decideDifficulty(w, { id, decision: "Mua mới" })),
    ).rejects.toThrow(Conflict);
    await as(people.editor, (w) => gatherDifficulty(w, { id, note: "Nhiều đơn vị cùng thiếu" }));
    expect(await lastNotice("leadership")).toContain("chờ quyết định");
    await as(people.leadership, (w) => decideDifficulty(w, { id, decision: "Văn phòng cho mượn máy" }));
    expect(await lastNotice("contributor")).toContain("Lãnh đạo đã quyết định");
    expect(await lastNotice("head")).toContain("Lãnh đạo đã quyết định");
    expect(await seen(id)).toMatchObject({
      state: "decided",
      unitName: "Phòng Mẫu A (văn hóa)",
      raisedByName: "Nguyễn Văn Mẫu",
      gatheredByName: "Lê Thị Mẫu",
      gatheredNote: "Nhiều đơn vị cùng thiếu",
      decidedByName: "Trần Thị Mẫu",
      decision: "Văn phòng cho mượn máy",
    });
    await expect(as(people.editor, (w) => gatherDifficulty(w, { id, note: null }))).rejects.toThrow(Conflict);
    await expect(as(people.editor, (w) => removeTask(w, { id: taskId, reason: "Nhầm" }))).rejects.toThrow(
      Conflict,
    );
  });

  test("is taken back by who raised it until it is gathered, and stays readable", async () => {
    const id = await raise(people.head, "2026-05-05T09:00:00+07:00", { taskId: null, clauseId });
    expect((await seen(id)).about).toMatch(/^Mục /);
    await expect(as(people.contributor, (w) => withdrawDifficulty(w, { id }))).rejects.toThrow(Forbidden);
    await as(people.head, (w) => withdrawDifficulty(w, { id }));
    expect((await seen(id)).state).toBe("withdrawn");
    await expect(as(people.editor, (w) => gatherDifficulty(w, { id, note: null }))).rejects.toThrow(Conflict);
  });

  test("is raised for one's own unit, about one thing of the agency, and decided by nobody else", async () => {
    const at = "2026-05-06T09:00:00+07:00";
    expect((await unitsToRaiseFor(db.database, people.contributor)).map(({ id }) => id)).toEqual([unitId]);
    for (const actor of [people.clerk, people.finance, people.editor])
      await expect(raise(actor, at)).rejects.toThrow("của đơn vị mình");
    for (const actor of [people.leadership, people.auditor, people.administrator])
      await expect(raise(actor, at)).rejects.toThrow(Forbidden);
    await expect(raise(people.head, at, { clauseId })).rejects.toThrow(Unacceptable);
    await expect(raise(people.head, at, { taskId: null })).rejects.toThrow(Unacceptable);
    const outside = { ...stranger, appointments: [{ role: "head" as const, unitId }] };
    await expect(raise(outside, at)).rejects.toThrow(Unacceptable);
    const id = await raise(people.head, at);
    for (const actor of [
      people.contributor,
      people.head,
      people.clerk,
      people.finance,
      people.auditor,
      people.administrator,
    ]) {
      await expect(as(actor, (w) => gatherDifficulty(w, { id, note: null }))).rejects.toThrow(Forbidden);
      await expect(as(actor, (w) => decideDifficulty(w, { id, decision: "x" }))).rejects.toThrow(Forbidden);
    }
    await expect(as(stranger, (w) => gatherDifficulty(w, { id, note: null }))).rejects.toThrow(NotFound);
    expect(await difficultiesOf(db.database, stranger)).toEqual([]);
  });

  test("is told by the report of its period, and by later ones until it is decided", async () => {
    const period = (from: string, to: string) =>
      difficultiesBetween(db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID, { from, to });
    const id = await raise(people.contributor, "2026-01-20T23:30:00+07:00", { what: "Chưa có kinh phí" });
    const tells = async (from: string, to: string) => (await period(from, to)).some((row) => row.id === id);
    expect(await tells("2025-12-15", "2026-01-14")).toBe(false);
    expect(await tells("2026-01-15", "2026-01-20")).toBe(true);
    expect(await tells("2026-02-15", "2026-03-14")).toBe(true);
    const at = { at: new Date("2026-03-10T10:00:00+07:00") };
    await work(db.database, people.editor, (w) => gatherDifficulty(w, { id, note: null }), at);
    await work(
      db.database,
      people.leadership,
      (w) => decideDifficulty(w, { id, decision: "Bố trí quý II" }),
      at,
    );
    expect(await tells("2026-02-15", "2026-03-14")).toBe(true);
    expect(await tells("2026-03-15", "2026-04-14")).toBe(false);
  });
});
