import { beforeAll, describe, expect, test } from "vitest";
import { samplePersonId, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { learnNoticeMatters, whySettled } from "#platform/work/notice-matters.ts";
import { attachEvidence } from "./attach-evidence.ts";
import { decideDifficulty } from "./difficulties/decide-difficulty.ts";
import { gatherDifficulty } from "./difficulties/gather-difficulty.ts";
import { raiseDifficulty } from "./difficulties/raise-difficulty.ts";
import { askForExtension } from "./extensions/ask-for-extension.ts";
import { decideExtension } from "./extensions/decide-extension.ts";
import { noticeMatters } from "./notice-matters.ts";
import { people, plansOn } from "./plan.fixture.ts";
import { removeTask } from "./remove-task.ts";
import { addTask, assignTask } from "./save-task.ts";
import { SAMPLE_PLAN_ID } from "./seed.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
  learnNoticeMatters(noticeMatters);
});
const { as } = plansOn(() => db.database);
const { editor, leadership, head, contributor } = people;

const fields = {
  title: "Biên soạn sổ tay hỏi đáp thủ tục",
  clauseId: null,
  leadUnitId: sampleUnitId("phong-mau-a"),
  allUnits: false,
  responsiblePersonId: samplePersonId("contributor") as string | null,
  approverPersonId: null,
  coordinatingUnitIds: [],
  due: { kind: "date" as const, text: null, date: "2026-07-15", from: null, to: null, every: null },
  deliverable: null,
  obligationIds: [],
};
const add = async () => (await as(editor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...fields }))).id;
const settled = (cause: string, recipient: Actor) => whySettled(db.database, cause, recipient);

describe("a task is told of", () => {
  test("until it is proved", async () => {
    const id = await add();
    const cause = `task-due:${id}:2026-07-15:last`;
    expect(await settled(cause, contributor)).toBeNull();
    await as(editor, (w) =>
      attachEvidence(w, {
        taskIds: [id],
        obligationIds: [],
        source: "test",
        sourceId: id,
        label: "Sổ tay",
        url: null,
        at: new Date("2026-07-01T09:00:00+07:00"),
        revisionHash: null,
      }),
    );
    expect(await settled(cause, contributor)).toBe("Nhiệm vụ đã có minh chứng.");
  });

  test("until its day is moved, it is given to another, or it is taken out", async () => {
    const id = await add();
    const [due, assigned] = [
      `task-due:${id}:2026-07-15:first`,
      `task-assigned:${id}:${contributor.personId}`,
    ];
    await as(editor, (w) => assignTask(w, { id, ...fields, due: { ...fields.due, date: "2026-07-22" } }));
    expect(await settled(due, contributor)).toBe("Hạn của nhiệm vụ đã đổi.");
    expect(await settled(assigned, contributor)).toBeNull();
    await as(editor, (w) => assignTask(w, { id, ...fields, responsiblePersonId: samplePersonId("head") }));
    expect(await settled(due, contributor)).toBe("Nhiệm vụ đã giao cho người khác.");
    expect(await settled(assigned, contributor)).toBe("Nhiệm vụ đã giao cho người khác.");
    expect(await settled(due, head)).toBeNull();
    await as(editor, (w) => removeTask(w, { id, reason: "Nhập trùng" }));
    expect(await settled(due, head)).toBe("Nhiệm vụ không còn trong kế hoạch.");
  });
});

test("a request and a difficulty are told of until somebody has decided, to who may decide", async () => {
  const taskId = await add();
  await as(contributor, (w) =>
    askForExtension(w, {
      id: taskId,
      newDay: today().add({ days: 20 }).toString(),
      reason: "Chờ quy định mới của Bộ",
    }),
  );
  const { rows } = await db.pool.query<{ id: string }>("select id from task_extension where task_id = $1", [
    taskId,
  ]);
  const asked = `extension-asked:${rows[0]!.id}`;
  expect([await settled(asked, leadership), await settled(asked, contributor)]).toEqual([
    null,
    expect.any(String),
  ]);
  await as(editor, (w) => decideExtension(w, { id: rows[0]!.id, granted: true, decision: "Đồng ý" }));
  expect(await settled(asked, leadership)).toContain("Đề nghị này đã xong");

  const difficulty = await as(contributor, (w) =>
    raiseDifficulty(w, {
      taskId,
      clauseId: null,
      unitId: fields.leadUnitId,
      what: "Thiếu người",
      proposal: null,
    }),
  );
  expect(await settled(`difficulty-raised:${difficulty}`, editor)).toBeNull();
  await as(editor, (w) => gatherDifficulty(w, { id: difficulty, note: null }));
  expect(await settled(`difficulty-raised:${difficulty}`, editor)).toContain("Khó khăn này");
  expect(await settled(`difficulty-gathered:${difficulty}`, leadership)).toBeNull();
  await as(leadership, (w) => decideDifficulty(w, { id: difficulty, decision: "Tăng cường một người" }));
  expect(await settled(`difficulty-gathered:${difficulty}`, leadership)).toContain("Khó khăn này");
});
