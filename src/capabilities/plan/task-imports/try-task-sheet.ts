import { createHash } from "node:crypto";
import { peopleOfAgency, unitsOfAgency } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { type ReadList, readList, type SheetChoice } from "#platform/sheets/read-list.ts";
import { saidHeads } from "#platform/sheets/said-heads.ts";
import { clauseMark } from "../clause-mark.ts";
import { clausesOf, obligationsOf, type Plan, tasksOf } from "../plan-queries.ts";
import { type JudgedLine, judgeLines, leadKey, type PlanWords } from "./judge-lines.ts";
import { linesOfStandingTasks } from "./task-import-queries.ts";
import { taskList } from "./task-list.ts";
import type { TaskSheetField } from "./task-sheet-fields.ts";

export interface SheetToTry extends SheetChoice<TaskSheetField> {
  bytes: Uint8Array;
  /** Days outside the plan's year are meant. */
  outsideYear: boolean;
}

export interface TaskSheetTrial extends Omit<ReadList<TaskSheetField>, "lines"> {
  lines: JudgedLine[];
  /** Who confirms names the trial that was seen. */
  seen: string;
}

async function wordsOf(q: Queryable, plan: Plan, outsideYear: boolean): Promise<PlanWords> {
  const { agencyId, id, year } = plan;
  const tasks = await tasksOf(q, id);
  return {
    year,
    outsideYear,
    clauses: (await clausesOf(q, id)).map((clause) => ({ id: clause.id, mark: clauseMark(clause.path) })),
    units: await unitsOfAgency(q, agencyId),
    people: await peopleOfAgency(q, agencyId),
    obligations: await obligationsOf(q, id),
    present: [
      ...tasks.map((row) => ({ title: row.title, clauseId: row.clauseId, lead: leadKey(row) })),
      // A task that was since given another name or unit is still the one of its line.
      ...(await linesOfStandingTasks(q, id)).map(({ written }) => ({
        title: written.title,
        clauseId: written.clauseId,
        lead: leadKey(written),
      })),
    ],
  };
}

/** What a spreadsheet would do to a plan, line by line, without doing it. @throws Unacceptable for a file that is refused */
export async function tryTaskSheet(
  q: Queryable,
  plan: Plan,
  { bytes, outsideYear, ...choice }: SheetToTry,
): Promise<TaskSheetTrial> {
  const { lines, ...sheet } = await readList(taskList, bytes, {
    ...choice,
    heads: await saidHeads(q, plan.agencyId, "tasks"),
  });
  const judged = judgeLines(lines, await wordsOf(q, plan, outsideYear));
  const seen = createHash("sha256")
    .update(JSON.stringify([plan.id, sheet, judged]))
    .digest("hex");
  return { ...sheet, lines: judged, seen };
}
