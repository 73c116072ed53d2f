import { unitsOfAgency } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { type Sheet, writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import { clauseMark } from "../clause-mark.ts";
import { clausesOf, type Plan } from "../plan-queries.ts";
import { taskSheetFields, taskSheetWords } from "./task-sheet-fields.ts";
import { type SheetToTry, tryTaskSheet } from "./try-task-sheet.ts";

const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
const taskColumns = taskSheetFields.map((field) => {
  const { header, width } = taskSheetWords[field];
  return text(header, width);
});

/** An empty list to fill in, with how each column is written, and the plan's clauses and the agency's units to copy. */
export async function taskTemplate(q: Queryable, plan: Plan): Promise<Uint8Array> {
  const clauses = await clausesOf(q, plan.id);
  const units = await unitsOfAgency(q, plan.agencyId);
  const sheets: Sheet[] = [
    { name: "Nhiệm vụ", columns: taskColumns, rows: [] },
    {
      name: "Cách ghi",
      columns: [text("Cột", 24), text("Ghi thế nào", 80), text("Ví dụ", 40)],
      rows: taskSheetFields.map((field) => {
        const { header, how, example } = taskSheetWords[field];
        return [header, how, example];
      }),
    },
    {
      name: "Danh mục",
      columns: [text("Số mục", 14), text("Tên mục", 70), text("Tên đơn vị", 44), text("Tên ngắn", 20)],
      rows: Array.from({ length: Math.max(clauses.length, units.length) }, (_, at) => {
        const clause = clauses[at];
        const unit = units[at];
        return [
          clause && clauseMark(clause.path),
          clause && (clause.title ?? clause.text).slice(0, 200),
          unit?.name,
          unit?.shortName,
        ];
      }),
    },
  ];
  return writeXlsx(sheets);
}

/** Only the lines with faults, as they were written and with what to mend, to be filled in and imported again. */
export async function faultyLines(q: Queryable, plan: Plan, sheet: SheetToTry): Promise<Uint8Array> {
  const { lines } = await tryTaskSheet(q, plan, sheet);
  return writeXlsx([
    {
      name: "Dòng chưa đúng",
      columns: [...taskColumns, text("Cần sửa", 60), text("Dòng trong tệp đã chọn", 12)],
      rows: lines
        .filter(({ state }) => state === "bad")
        .map(({ line, written, errors }) => [
          ...taskSheetFields.map((field) => written[field]),
          errors.join("\n"),
          String(line),
        ]),
    },
  ]);
}
