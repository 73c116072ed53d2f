import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { readXlsx } from "#platform/official-document/read/read-xlsx.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import { guessFields as guess } from "#platform/sheets/list-fields.ts";
import type { SheetChoice } from "#platform/sheets/read-list.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { acknowledgePlan } from "../acknowledge-plan.ts";
import { distributePlan } from "../distribute-plan.ts";
import { issuePlan } from "../issue-plan.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { planOf, tasksOf } from "../plan-queries.ts";
import { recordEvidence } from "../record-evidence.ts";
import { removeTask } from "../remove-task.ts";
import { assignTask } from "../save-task.ts";
import { importTasks } from "./import-tasks.ts";
import { importsOfPlan } from "./task-import-queries.ts";
import { type TaskSheetField, taskSheetWords } from "./task-sheet-fields.ts";
import { faultyLines, taskTemplate } from "./task-sheets.ts";
import { tryTaskSheet } from "./try-task-sheet.ts";
import { undoTaskImport } from "./undo-task-import.ts";

const guessFields = (headers: string[]) => guess(taskSheetWords, headers);
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, confirmed } = plansOn(() => db.database);
const heads = ["Mục", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Sản phẩm"];
const sheetOf = (rows: unknown[][], headers = heads) =>
  writeXlsx([
    {
      name: "Việc",
      columns: headers.map((header) => ({ header, width: 10, kind: "text" as const })),
      rows,
    },
  ]);
const looked = async (
  planId: string,
  bytes: Uint8Array,
  choice: SheetChoice<TaskSheetField> & { outsideYear?: boolean } = {},
) =>
  tryTaskSheet(db.database, await planOf(db.database, SAMPLE_AGENCY_ID, planId), {
    outsideYear: false,
    bytes,
    ...choice,
  });
const bring = async (planId: string, bytes: Uint8Array, actor = people.editor) => {
  const { seen } = await looked(planId, bytes);
  return as(actor, (w) =>
    importTasks(w, { id: planId, bytes, fileName: "viec.xlsx", outsideYear: false, seen }),
  );
};
const two = [
  ["II.1", "Đăng tin hằng tháng", "Phòng Mẫu A", "Văn phòng Sở; UBND các xã", "hằng tháng", "02 tin"],
  ["", "Tập huấn người viết tin", "Các phòng, đơn vị", "", "30/6", ""],
];

describe("a list of tasks", () => {
  test("has its columns matched without accents, in any order and below a title", async () => {
    expect(
      guessFields([
        "STT",
        "NOI DUNG CONG VIEC",
        "Thời hạn hoàn thành",
        "Cơ quan, đơn vị chủ trì thực hiện",
        "Ghi chú",
        "phối hợp",
      ]),
    ).toEqual([null, "title", "due", "lead", null, "coordinating"]);
    const { planId } = await confirmed("Bảng có tiêu đề ở trên");
    const bytes = await writeXlsx([
      { name: "Bìa", columns: [{ header: "Danh sách", width: 9, kind: "text" }], rows: [] },
      {
        name: "Bảng",
        columns: ["PHỤ LỤC", "", "", ""].map((header) => ({ header, width: 9, kind: "text" as const })),
        rows: [
          ["STT", "Thời gian", "Nhiệm vụ", "Chủ trì"],
          ["(1)", "(2)", "(3)", "(4)"],
          ["I", "", "NHÓM VIỆC", ""],
          ["1", "46568", "Việc một", "van phong so"],
        ],
      },
    ]);
    const trial = await looked(planId, bytes);
    expect([trial.sheet, trial.headerLine]).toEqual(["Bảng", 2]);
    expect(trial.lines.map(({ line, state }) => [line, state])).toEqual([
      [3, "heading"],
      [4, "heading"],
      [5, "new"],
    ]);
    expect(trial.lines[2]!.task).toMatchObject({ due: { kind: "date", date: "2027-06-30" } });
    const corrected = await looked(planId, bytes, {
      sheet: "Bảng",
      headerLine: 2,
      columns: ["", "", "deliverable", "title"],
    });
    expect(corrected.lines.at(-1)!.task).toMatchObject({ title: "van phong so", deliverable: "Việc một" });
    await expect(
      looked(planId, bytes, { sheet: "Bảng", columns: ["title", "title"] }),
    ).rejects.toBeInstanceOf(Unacceptable);
  });

  test("is told line by line what to mend, and the faulty lines alone are read again once mended", async () => {
    const { planId } = await confirmed("Bảng có dòng sai");
    const bytes = await sheetOf([
      ["II.1", "Việc đúng", "Văn phòng Sở", "", "quý II", ""],
      ["II.9", "", "Phòng Mẫu Z", "", "31/02/2027", ""],
      ["Mục II.1.", "việc ĐÚNG", "VĂN PHÒNG SỞ", "", "", ""],
      ["", "Việc năm sau", "", "", "05/01/2028", ""],
    ]);
    const trial = await looked(planId, bytes);
    expect(trial.lines.map(({ state }) => state)).toEqual(["new", "bad", "bad", "bad"]);
    const [, second, third, fourth] = trial.lines.map(({ errors }) => errors.join("\n"));
    expect(second).toContain("Chưa có nội dung nhiệm vụ");
    expect(second).toContain("không có mục “II.9”; gần nhất là “II.1”");
    expect(second).toContain("không có đơn vị “Phòng Mẫu Z”; gần nhất là “Phòng Mẫu");
    expect(second).toContain("Chưa đọc được thời gian “31/02/2027”");
    expect(third).toContain("Trùng với dòng 2");
    expect(fourth).toContain("nằm ngoài năm 2027");
    expect((await looked(planId, bytes, { outsideYear: true })).lines[3]!.state).toBe("new");

    const plan = await planOf(db.database, SAMPLE_AGENCY_ID, planId);
    const faulty = await faultyLines(db.database, plan, { bytes, outsideYear: false });
    const again = await looked(planId, faulty, { outsideYear: true });
    expect(again.lines.map(({ state }) => state)).toEqual(["bad", "new", "new"]);
    const [sheet] = await readXlsx(faulty);
    expect(sheet!.rows[1]!.cells.get(9)!.text).toContain("Hãy ghi đúng tên một đơn vị");
    const [template] = await readXlsx(await taskTemplate(db.database, plan));
    expect(guessFields([...template!.rows[0]!.cells.values()].map(({ text }) => text))).not.toContain(null);
  });

  test("is imported in one act, and a second time adds nothing, also when tasks were given a new name", async () => {
    const { planId } = await confirmed("Nhập hai lần");
    const bytes = await sheetOf(two);
    const before = (await tasksOf(db.database, planId)).length;
    const { added } = await bring(planId, bytes);
    expect(added).toBe(2);
    const tasks = (await tasksOf(db.database, planId)).slice(before);
    expect(tasks).toMatchObject([
      {
        title: "Đăng tin hằng tháng",
        leadUnitId: sampleUnitId("phong-mau-a"),
        coordinatingUnitIds: [sampleUnitId("van-phong")],
        coordinatingText: "Văn phòng Sở; UBND các xã",
        dueKind: "recurring",
        dueEvery: "month",
        deliverable: "02 tin",
      },
      { allUnits: true, clauseId: null, dueDate: "2027-06-30" },
    ]);
    const { obligationIds, coordinatingUnitIds } = tasks[0]!;
    await as(people.editor, (w) =>
      assignTask(w, {
        ...tasks[0]!,
        due: { kind: "continuous", text: null, date: null, from: null, to: null, every: null },
        title: "Đăng tin đều đặn",
        obligationIds,
        coordinatingUnitIds,
      }),
    );
    expect((await looked(planId, bytes)).lines.map(({ state }) => state)).toEqual(["present", "present"]);
    await expect(bring(planId, bytes)).rejects.toBeInstanceOf(Conflict);
    expect(await tasksOf(db.database, planId)).toHaveLength(before + 2);
  });

  test("is not imported once the plan has changed under the trial, nor by who may not", async () => {
    const { planId } = await confirmed("Đổi giữa chừng");
    const bytes = await sheetOf(two);
    const { seen } = await looked(planId, bytes);
    await bring(planId, await sheetOf([two[0]!]));
    const stale = { id: planId, bytes, fileName: "a.xlsx", outsideYear: false, seen };
    await expect(as(people.editor, (w) => importTasks(w, stale))).rejects.toThrow("từ lúc xem thử");
    await expect(bring(planId, bytes, people.head)).rejects.toBeInstanceOf(Forbidden);
    await expect(bring(planId, bytes, stranger)).rejects.toBeInstanceOf(NotFound);
    await expect(looked(planId, Buffer.from("không phải bảng"))).rejects.toMatchObject({
      issues: [{ field: "file", message: expect.stringContaining(".xlsx") }],
    });
  });
});

describe("an import is taken back whole", () => {
  const undo = (id: string, reason: string | null = null, actor = people.editor) =>
    as(actor, (w) => undoTaskImport(w, { id, reason }));

  test("with a reason once the plan is issued, and then again imported", async () => {
    const { planId } = await confirmed("Lấy lại", 2026);
    const bytes = await sheetOf(two);
    const before = (await tasksOf(db.database, planId)).length;
    const { importId } = await bring(planId, bytes);
    await as(people.clerk, (w) => issuePlan(w, { id: planId, number: "77", issuedOn: "2026-01-05" }));
    await expect(undo(importId)).rejects.toBeInstanceOf(Unacceptable);
    await expect(undo(importId, "Nhầm tệp", people.contributor)).rejects.toBeInstanceOf(Forbidden);
    await expect(undo(importId, "Nhầm tệp", stranger)).rejects.toBeInstanceOf(NotFound);
    // One of them is out already; the others go.
    const [, second] = (await tasksOf(db.database, planId)).slice(before);
    await as(people.editor, (w) => removeTask(w, { id: second!.id, reason: "Trùng" }));
    await undo(importId, "Nhầm tệp");
    expect(await tasksOf(db.database, planId)).toHaveLength(before);
    await expect(undo(importId, "Nhầm tệp")).rejects.toThrow("đã được lấy lại");
    expect((await bring(planId, bytes)).added).toBe(2);
    expect(await importsOfPlan(db.database, SAMPLE_AGENCY_ID, planId)).toMatchObject([
      { left: 2, undoneAt: null },
      { left: 0, undoneByName: expect.any(String) },
    ]);
  });

  test("unless a task has a proof, was changed, or its unit has acknowledged the plan: each is named", async () => {
    const { planId } = await confirmed("Không lấy lại được", 2026);
    const before = (await tasksOf(db.database, planId)).length;
    const { importId } = await bring(
      planId,
      await sheetOf([...two, ["", "Việc của phòng B", "Phòng Mẫu B", "", "", ""]]),
    );
    const [news, training, ofB] = (await tasksOf(db.database, planId)).slice(before);
    await as(people.editor, (w) =>
      recordEvidence(w, {
        id: "01970000-0000-7000-8000-0000000a0001",
        taskIds: [news!.id],
        obligationIds: [],
        label: "Tin đã đăng",
        url: "https://example.vn/tin",
        on: "2026-02-01",
        files: [],
      }),
    );
    await as(people.editor, (w) =>
      assignTask(w, {
        ...ofB!,
        due: { kind: "none", text: null, date: null, from: null, to: null, every: null },
        deliverable: "Báo cáo",
      }),
    );
    const unitId = sampleUnitId("phong-mau-a");
    await as(people.clerk, (w) => issuePlan(w, { id: planId, number: "78", issuedOn: "2026-01-05" }));
    await as(people.clerk, (w) => distributePlan(w, { id: planId, unitIds: [unitId] }));
    await as(people.head, (w) => acknowledgePlan(w, { id: planId, unitId }));
    const refused = await undo(importId, "Nhầm tệp").catch((error: unknown) => error as Conflict);
    expect(refused).toBeInstanceOf(Conflict);
    const { message } = refused as Conflict;
    expect(message).toContain("3 trong 3 nhiệm vụ");
    expect(message).toMatch(/“Đăng tin hằng tháng”: có 1 minh chứng[^“]*đã xác nhận nhận kế hoạch/u);
    expect(message).toMatch(/“Tập huấn người viết tin”: Phòng Mẫu A[^“]*đã xác nhận/u);
    expect(message).toContain("“Việc của phòng B”: đã được sửa");
    expect((await tasksOf(db.database, planId)).slice(before).map(({ id }) => id)).toEqual([
      news!.id,
      training!.id,
      ofB!.id,
    ]);
  });
});
