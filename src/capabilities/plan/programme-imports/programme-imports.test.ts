import { beforeAll, describe, expect, test } from "vitest";
import { sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound } from "#platform/auth/policy.ts";
import { readXlsx } from "#platform/official-document/read/read-xlsx.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { people, stranger } from "../plan.fixture.ts";
import { correctWorkItem } from "../work-programme/correct-work-item.ts";
import { removeWorkItem } from "../work-programme/remove-work-item.ts";
import { workItemsOf } from "../work-programme/work-item-queries.ts";
import { importWorkItems } from "./import-work-items.ts";
import { daysIn } from "./programme-days.ts";
import { faultyProgrammeLines } from "./programme-sheets.ts";
import { tryProgramme } from "./try-programme.ts";
import { undoWorkItemImport } from "./undo-work-item-import.ts";
import { importsOfUnit } from "./work-item-import-queries.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});

const unitId = sampleUnitId("phong-mau-a");
const year = 2027;
const as = <T>(actor: Actor, act: Parameters<typeof work<T>>[2]) =>
  work(db.database, actor, act, { at: new Date("2027-01-05T09:00:00+07:00") });
/** As the clipboard gives a table: tabs between the cells. */
const pasted = (...rows: string[][]) => Buffer.from(rows.map((row) => row.join("\t")).join("\n"));
const heads = ["STT", "Nội dung công việc", "Thời gian, dự kiến", "Địa điểm", "Mục kế hoạch"];
const look = (bytes: Uint8Array, actor = people.head) =>
  tryProgramme(db.database, actor, { unitId, year, bytes });
const bring = async (bytes: Uint8Array, actor = people.head) => {
  const { seen } = await look(bytes, actor);
  return as(actor, (w) => importWorkItems(w, { unitId, year, bytes, fileName: "Bảng dán vào", seen }));
};
const undo = (id: string, actor = people.head) => as(actor, (w) => undoWorkItemImport(w, { id, unitId }));
const standing = async () =>
  (await workItemsOf(db.database, people.head, year)).filter((item) => item.unitId === unitId);

test("days are read as programmes write them; what names no day is not guessed", () => {
  const days = (text: string) => {
    const read = daysIn({ text, day: null, fault: null }, year);
    return read && [read.firstDay.slice(5), read.lastDay.slice(5), read.supposed];
  };
  expect(days("8h00, sáng 12/6")).toEqual(["06-12", "06-12", null]);
  expect(days("12-14/6/2027")).toEqual(["06-12", "06-14", null]);
  expect(days("12, 14/6")).toEqual(["06-12", "06-14", "between-several"]);
  expect(days("Tháng 6")).toEqual(["06-01", "06-30", "whole-period"]);
  expect(days("2027-06-12")).toEqual(["06-12", "06-12", null]);
  for (const text of ["Tuần 2 tháng 6", "hằng tháng", "thường xuyên", "khi có chỉ đạo"])
    expect(days(text), text).toBeNull();
});

describe("a pasted programme", () => {
  const table = pasted(
    heads,
    ["", "THÁNG 6", "", "", ""],
    ["1", "Hội nghị giao ban, triển khai, nhiệm vụ", "12/6", "Hội trường", "III.4"],
    ["2", "Lớp tập huấn người viết tin", "14-16/6", "", ""],
    ["3", "Chung kết hội thi tìm hiểu cải cách", "Tuần 3 tháng 6", "", ""],
    ["4", "hội nghị giao ban, triển khai, NHIỆM VỤ", "12/06/2027", "", ""],
    ["5", "Việc năm sau", "05/01/2028", "", "XX.9"],
  );

  test("is told line by line what it would become, and what to mend", async () => {
    const { lines, columns } = await look(table);
    expect(columns.map(({ field }) => field)).toEqual([null, "title", "first", "place", "serves"]);
    expect(lines.map(({ line, state }) => [line, state])).toEqual([
      [2, "heading"],
      [3, "new"],
      [4, "new"],
      [5, "bad"],
      [6, "bad"],
      [7, "bad"],
    ]);
    expect(lines[1]!.item).toMatchObject({ kind: "conference", firstDay: "2027-06-12", place: "Hội trường" });
    expect(lines[1]!.item!.clauseIds).toHaveLength(1);
    expect(lines[2]!.item).toMatchObject({ kind: "training", lastDay: "2027-06-16" });
    expect(lines[3]!.errors.join()).toContain("Chưa đọc được thời gian “Tuần 3 tháng 6”");
    expect(lines[4]!.errors.join()).toContain("Trùng với dòng 3");
    expect(lines[5]!.errors.join()).toContain("nằm ngoài năm 2027");
    expect(lines[5]!.errors.join()).toContain("Không có mục hay nghĩa vụ “XX.9”");
    const [sheet] = await readXlsx(
      await faultyProgrammeLines(db.database, people.head, { unitId, year, bytes: table }),
    );
    expect(sheet!.rows).toHaveLength(4);
  });

  test("is brought in one act, adds nothing a second time, and goes back whole", async () => {
    const { importId, added } = await bring(table);
    expect(added).toBe(2);
    const [meeting] = await standing();
    const { taskIds, obligationIds, clauseIds } = { taskIds: [], obligationIds: [], clauseIds: [] };
    await as(people.head, (w) =>
      correctWorkItem(w, { ...meeting!, title: "Giao ban quý II", taskIds, obligationIds, clauseIds }),
    );
    expect((await look(table)).lines.map(({ state }) => state)).toContain("present");
    await expect(bring(table)).rejects.toBeInstanceOf(Conflict);
    await expect(undo(importId)).rejects.toThrow("“Giao ban quý II”: đã được sửa");
    expect(await standing()).toHaveLength(2);
    await as(people.head, (w) => removeWorkItem(w, { id: meeting!.id }));
    await undo(importId);
    expect(await standing()).toEqual([]);
    await expect(undo(importId)).rejects.toThrow("đã được lấy lại");
    expect((await bring(table)).added).toBe(2);
    const imports = await importsOfUnit(db.database, people.head.agencyId, unitId);
    expect(imports.map(({ left, undoneAt }) => [left, undoneAt === null])).toEqual([
      [2, true],
      [0, false],
    ]);
  });

  test("is refused to others, and once the programme has changed under the trial", async () => {
    const one = pasted(heads, ["1", "Sinh hoạt chuyên đề", "20/7", "", ""]);
    const { seen } = await look(one);
    const { importId } = await bring(one);
    const stale = { unitId, year, bytes: one, fileName: "a", seen };
    await expect(as(people.head, (w) => importWorkItems(w, stale))).rejects.toThrow("từ lúc xem thử");
    await expect(look(one, people.auditor)).rejects.toBeInstanceOf(Forbidden);
    await expect(look(one, stranger)).rejects.toBeInstanceOf(Forbidden);
    await expect(undo(importId, people.auditor)).rejects.toBeInstanceOf(Forbidden);
    await expect(undo(importId, stranger)).rejects.toBeInstanceOf(Forbidden);
    await expect(undo(unitId)).rejects.toBeInstanceOf(NotFound);
  });
});
