import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID } from "#organization";
import { Conflict, Forbidden, NotFound } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { confirmImport } from "../confirm-import.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { clausesOf, tasksOf } from "../plan-queries.ts";
import { correctImport } from "./correct-import.ts";
import type { Correction } from "./correction.ts";
import { discardImport } from "./discard-import.ts";
import { openPreviews, previewOf } from "./preview-queries.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, readIn } = plansOn(() => db.database);
const { editor, leadership, head, contributor, clerk, auditor } = people;

const edit: Correction = {
  kind: "edit-clause",
  path: "I.p1",
  label: "",
  title: null,
  text: "Làm cho gọn việc và gần dân.",
};
const join: Correction = { kind: "join-clause", path: "I.p1", into: "text" };
const correct = (id: string, version: number, correction: Correction, actor = editor) =>
  as(actor, (w) => correctImport(w, { id, version, correction }));

describe("a preview", () => {
  test("keeps each correction, and what is confirmed is what was corrected", async () => {
    const { id } = await readIn("Sửa rồi xác nhận");
    await correct(id, 1, edit);
    const kept = await as(leadership, (w) => previewOf(w, id));
    expect(kept).toMatchObject({ version: 2, canUndo: true });
    const task = { ...kept.reading.tasks[0]!, title: "Rà soát từng thủ tục", leadUnits: ["Phòng Mẫu A"] };
    const { version } = await correct(id, 2, { kind: "edit-task", index: 0, task });
    const { planId } = await as(editor, (w) => confirmImport(w, { id, year: 2027, version }));
    expect((await clausesOf(db.database, planId)).map(({ text }) => text)).toContain(
      "Làm cho gọn việc và gần dân.",
    );
    expect((await tasksOf(db.database, planId)).map(({ title }) => title)).toEqual(["Rà soát từng thủ tục"]);
    await expect(correct(id, 3, edit)).rejects.toThrow(Conflict);
  });

  test("refuses a correction or a confirmation of what has meanwhile been changed, and loses nothing", async () => {
    const { id } = await readIn("Hai người cùng sửa");
    const [first, second] = await Promise.allSettled([
      correct(id, 1, edit),
      correct(id, 1, join, leadership),
    ]);
    expect([first.status, second.status].toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(as(editor, (w) => confirmImport(w, { id, year: 2027, version: 1 }))).rejects.toThrow(
      "vừa được sửa",
    );
    expect((await as(editor, (w) => previewOf(w, id))).version).toBe(2);
  });

  test("takes back the latest correction, once", async () => {
    const { id, reading, paragraphs } = await readIn("Hoàn tác");
    await correct(id, 1, join);
    const back = await correct(id, 2, { kind: "undo" });
    expect(back).toMatchObject({ reading, paragraphs, version: 3, canUndo: false });
    await expect(correct(id, 3, { kind: "undo" })).rejects.toThrow("Không còn lần sửa nào");
  });

  test("refuses in words what cannot be done, and stays as it is", async () => {
    const { id } = await readIn("Không làm được");
    await expect(correct(id, 1, { kind: "move-clause", path: "I", to: "out" })).rejects.toThrow(
      "cấp ngoài cùng",
    );
    await expect(correct(id, 1, { ...edit, path: "XX" } as Correction)).rejects.toThrow("không còn mục XX");
    expect((await as(editor, (w) => previewOf(w, id))).version).toBe(1);
  });

  test("waits in a list until it is confirmed or thrown away", async () => {
    const { id } = await readIn("Bỏ dở");
    const listed = async () =>
      (await openPreviews(db.database, SAMPLE_AGENCY_ID)).find((row) => row.id === id);
    expect(await listed()).toMatchObject({
      title: "Bỏ dở",
      fileName: "ke-hoach.txt",
      personName: "Lê Thị Mẫu",
    });
    await as(editor, (w) => discardImport(w, { id }));
    expect(await listed()).toBeUndefined();
    await expect(as(editor, (w) => discardImport(w, { id }))).rejects.toThrow(NotFound);
    const done = await readIn("Đã xong");
    await as(editor, (w) => confirmImport(w, { id: done.id, year: 2027, version: 1 }));
    await expect(as(editor, (w) => discardImport(w, { id: done.id }))).rejects.toThrow(Conflict);
  });

  test("is for TTBCXB and the leadership of its agency", async () => {
    const { id } = await readIn("Không phải ai cũng sửa");
    for (const actor of [head, contributor, clerk, auditor]) {
      await expect(correct(id, 1, edit, actor)).rejects.toThrow(Forbidden);
      await expect(as(actor, (w) => discardImport(w, { id }))).rejects.toThrow(Forbidden);
      await expect(as(actor, (w) => confirmImport(w, { id, year: 2027, version: 1 }))).rejects.toThrow(
        Forbidden,
      );
    }
    await expect(correct(id, 1, edit, stranger)).rejects.toThrow(NotFound);
  });
});
