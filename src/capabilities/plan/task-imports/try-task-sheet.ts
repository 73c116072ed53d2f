import { createHash } from "node:crypto";
import { peopleOfAgency, unitsOfAgency } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { clauseMark } from "../clause-mark.ts";
import { clausesOf, obligationsOf, type Plan, tasksOf } from "../plan-queries.ts";
import { type JudgedLine, judgeLines, leadKey, type PlanWords } from "./judge-lines.ts";
import { demandOneColumnEach, readTaskSheet, type SheetChoice, type TaskSheet } from "./read-task-sheet.ts";
import { linesOfStandingTasks } from "./task-import-queries.ts";

export interface SheetToTry extends SheetChoice {
  bytes: Uint8Array;
  /** Days outside the plan's year are meant. */
  outsideYear: boolean;
}

export interface TaskSheetTrial extends Omit<TaskSheet, "lines"> {
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

/** What an .xlsx would do to a plan, line by line, without doing it. @throws Unacceptable for a file that is refused */
export async function tryTaskSheet(
  q: Queryable,
  plan: Plan,
  { bytes, outsideYear, ...choice }: SheetToTry,
): Promise<TaskSheetTrial> {
  demandOneColumnEach(choice.columns ?? []);
  const { lines, ...sheet } = await readTaskSheet(bytes, choice);
  const judged = judgeLines(lines, await wordsOf(q, plan, outsideYear));
  const seen = createHash("sha256")
    .update(JSON.stringify([plan.id, sheet, judged]))
    .digest("hex");
  return { ...sheet, lines: judged, seen };
}
