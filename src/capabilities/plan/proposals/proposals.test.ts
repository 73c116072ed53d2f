import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { raiseDifficulty } from "../difficulties/raise-difficulty.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { clausesOf, taskOf, tasksOf } from "../plan-queries.ts";
import { removeTask } from "../remove-task.ts";
import { SAMPLE_PLAN_ID } from "../seed.ts";
import { decideProposal } from "./decide-proposal.ts";
import { followProposal } from "./follow-proposal.ts";
import { gatherProposal } from "./gather-proposal.ts";
import { makeProposal } from "./make-proposal.ts";
import { proposalsBetween, proposalsOf } from "./proposal-queries.ts";
import { withdrawProposal } from "./withdraw-proposal.ts";

let db: TestDatabase;
let taskId: string;
let clauseId: string;
beforeAll(async () => {
  db = await testDatabase("sample");
  taskId = (await tasksOf(db.database, SAMPLE_PLAN_ID))[0]!.id;
  clauseId = (await clausesOf(db.database, SAMPLE_PLAN_ID))[0]!.id;
});
const { as } = plansOn(() => db.database);
const nothing = {
  taskId: null as string | null,
  clauseId: null as string | null,
  difficultyId: null as string | null,
};
const proposed = (actor: Actor, what: string, about: Partial<typeof nothing> = {}, at = new Date()) =>
  work(db.database, actor, (w) => makeProposal(w, { ...nothing, ...about, what, benefit: null }), { at });
const gather = (id: string) => as(people.editor, (w) => gatherProposal(w, { id, note: null }));
const decide = (id: string, decision: "accepted" | "refused" | "kept", words: string | null = null) =>
  as(people.leadership, (w) => decideProposal(w, { id, decision, words }));
const seen = async (id: string) =>
  (await proposalsOf(db.database, people.auditor)).find((row) => row.id === id)!;
const told = async (account: string) =>
  (
    await db.pool.query<{ title: string }>(
      "select title from notice where person_id = $1 and kind = 'proposal' order by at, id",
      [samplePersonId(account)],
    )
  ).rows.map(({ title }) => title);
const newTask = {
  planId: SAMPLE_PLAN_ID,
  title: "Lập tủ sách dùng chung",
  leadUnitId: sampleUnitId("van-phong"),
  dueDate: "2026-12-01",
  deliverable: null,
};

describe("what somebody proposes", () => {
  test("is gathered, kept for later, accepted and becomes a task; who proposed it is told at each step", async () => {
    const id = await proposed(people.finance, "Lập tủ sách dùng chung", { clauseId });
    expect((await told("editor")).at(-1)).toBe("finance đề xuất giải pháp: Lập tủ sách dùng chung");
    await expect(decide(id, "accepted")).rejects.toThrow(Conflict);
    await gather(id);
    await expect(decide(id, "kept")).rejects.toThrow("Hãy ghi lý do");
    await decide(id, "kept", "Chờ kinh phí quý sau");
    await expect(decide(id, "kept", "Chờ nữa")).rejects.toThrow(Conflict);
    await decide(id, "accepted");
    await as(people.editor, (w) => followProposal(w, { id, taskId: null, task: newTask }));
    expect(await told("finance")).toEqual([
      "Đề xuất của bạn đã được trình lãnh đạo: Lập tủ sách dùng chung",
      "Lãnh đạo để lại, xem xét sau đề xuất: Lập tủ sách dùng chung",
      "Lãnh đạo chấp nhận đề xuất: Lập tủ sách dùng chung",
      "Đề xuất đã được giao thành nhiệm vụ: Lập tủ sách dùng chung",
    ]);
    const row = await seen(id);
    expect(row).toMatchObject({
      state: "followed",
      keptReason: "Chờ kinh phí quý sau",
      followedTaskTitle: "Lập tủ sách dùng chung",
    });
    expect(row.about).toMatch(/^Mục /);
    expect(await taskOf(db.database, SAMPLE_AGENCY_ID, row.followedTaskId!)).toMatchObject({
      clauseId,
      dueDate: "2026-12-01",
      approverPersonId: people.leadership.personId,
    });
    await expect(as(people.editor, (w) => followProposal(w, { id, taskId, task: null }))).rejects.toThrow(
      Conflict,
    );
    await expect(
      as(people.editor, (w) => removeTask(w, { id: row.followedTaskId!, reason: "Nhầm" })),
    ).rejects.toThrow("đề xuất giải pháp");
  });

  test("is followed by a task that is there, in the plan's year, and not by both", async () => {
    const id = await proposed(people.contributor, "Mời cộng tác viên", { taskId });
    await gather(id);
    await decide(id, "accepted", "Làm ngay");
    const follow = (chosen: string | null, task: typeof newTask | null) =>
      as(people.leadership, (w) => followProposal(w, { id, taskId: chosen, task }));
    await expect(follow(taskId, newTask)).rejects.toThrow(Unacceptable);
    await expect(follow(null, { ...newTask, dueDate: "2062-12-01" })).rejects.toThrow("nằm ngoài năm 2026");
    await expect(follow(people.editor.personId, null)).rejects.toThrow(NotFound);
    await follow(taskId, null);
    expect(await seen(id)).toMatchObject({ state: "followed", followedTaskId: taskId });
  });

  test("is refused with a reason alone, and taken back by its proposer alone until it is decided", async () => {
    const refused = await proposed(people.head, "Bỏ họp giao ban");
    await gather(refused);
    await expect(decide(refused, "refused")).rejects.toThrow(Unacceptable);
    await decide(refused, "refused", "Vẫn cần");
    expect((await told("head")).at(-1)).toContain("không chấp nhận");
    const withdraw = (actor: Actor, id: string) => as(actor, (w) => withdrawProposal(w, { id }));
    await expect(withdraw(people.head, refused)).rejects.toThrow(Conflict);
    const mine = await proposed(people.clerk, "Thêm máy quét");
    await gather(mine);
    await expect(withdraw(people.head, mine)).rejects.toThrow(Forbidden);
    await withdraw(people.clerk, mine);
    expect(await seen(mine)).toMatchObject({ state: "withdrawn" });
    expect((await told("editor")).at(-1)).toBe("office rút đề xuất: Thêm máy quét");
    await expect(decide(mine, "accepted")).rejects.toThrow(Conflict);
  });

  test("is about one thing of the agency at most, and moved on by nobody else", async () => {
    await expect(proposed(people.auditor, "x")).rejects.toThrow(Forbidden);
    await expect(proposed(people.head, "x", { taskId, clauseId })).rejects.toThrow(Unacceptable);
    const difficultyId = await as(people.head, (w) =>
      raiseDifficulty(w, {
        unitId: sampleUnitId("phong-mau-a"),
        taskId,
        clauseId: null,
        what: "Thiếu máy",
        proposal: null,
      }),
    );
    for (const about of [{ taskId }, { clauseId }, { difficultyId }])
      await expect(proposed(stranger, "x", about)).rejects.toThrow(Unacceptable);
    const id = await proposed(people.administrator, "Mua chung máy", { difficultyId });
    expect((await seen(id)).about).toBe("Thiếu máy");
    await expect(as(people.head, (w) => gatherProposal(w, { id, note: null }))).rejects.toThrow(Forbidden);
    await expect(as(stranger, (w) => gatherProposal(w, { id, note: null }))).rejects.toThrow(NotFound);
    expect(await proposalsOf(db.database, stranger)).toEqual([]);
  });

  test("is told by the report of its period, and by later ones until it has its decision and its task", async () => {
    const id = await proposed(people.head, "Họp trực tuyến", {}, new Date("2026-01-20T23:30:00+07:00"));
    const tells = async (from: string, to: string) =>
      (await proposalsBetween(db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID, { from, to })).some(
        (row) => row.id === id,
      );
    expect(await tells("2025-12-15", "2026-01-14")).toBe(false);
    expect(await tells("2026-01-15", "2026-01-20")).toBe(true);
    const at = (day: string) => ({ at: new Date(`2026-${day}T10:00:00+07:00`) });
    await work(db.database, people.editor, (w) => gatherProposal(w, { id, note: null }), at("02-01"));
    const accept = { id, decision: "accepted" as const, words: null };
    await work(db.database, people.leadership, (w) => decideProposal(w, accept), at("02-02"));
    expect(await tells("2026-03-15", "2026-04-14")).toBe(true);
    const follow = { id, taskId, task: null };
    await work(db.database, people.editor, (w) => followProposal(w, follow), at("04-10"));
    expect(await tells("2026-03-15", "2026-04-14")).toBe(true);
    expect(await tells("2026-04-15", "2026-05-14")).toBe(false);
  });
});
