import { unitsOfAgency } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import { emptyList, faultyList, textColumn } from "#platform/sheets/list-sheets.ts";
import { clauseMark } from "../clause-mark.ts";
import { clausesOf, type Plan } from "../plan-queries.ts";
import { taskSheetWords } from "./task-sheet-fields.ts";
import { type SheetToTry, tryTaskSheet } from "./try-task-sheet.ts";

/** An empty list to fill in, with how each column is written, and the plan's clauses and the agency's units to copy. */
export async function taskTemplate(q: Queryable, plan: Plan): Promise<Uint8Array> {
  const clauses = await clausesOf(q, plan.id);
  const units = await unitsOfAgency(q, plan.agencyId);
  return writeXlsx([
    ...emptyList("Nhiệm vụ", taskSheetWords),
    {
      name: "Danh mục",
      columns: [
        textColumn("Số mục", 14),
        textColumn("Tên mục", 70),
        textColumn("Tên đơn vị", 44),
        textColumn("Tên ngắn", 20),
      ],
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
  ]);
}

/** Only the lines with faults, as they were written and with what to mend, to be filled in and imported again. */
export async function faultyLines(q: Queryable, plan: Plan, sheet: SheetToTry): Promise<Uint8Array> {
  const { lines } = await tryTaskSheet(q, plan, sheet);
  return writeXlsx([faultyList(taskSheetWords, lines)]);
}
