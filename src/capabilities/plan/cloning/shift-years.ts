import type { TaskDue } from "../reading/plan-reading.ts";

/** "số 36/KH-UBND ngày 05/02/2026", "Kế hoạch 12/KH-SM ngày 05 tháng 01 năm 2026": that document stays what it is. */
const cited =
  /\d+\/(?:\d{4}\/)?\p{Lu}[\p{L}\d./-]*(?:\s+ngày\s+\d{1,2}(?:\/\d{1,2}\/|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4})?/gu;

/** The words with the plan's year written as the next one; documents that are cited keep their day. */
export function withNextYear(text: string, year: number): string {
  let shifted = "";
  let from = 0;
  const next = (part: string) => part.replace(new RegExp(`(?<!\\d)${year}(?!\\d)`, "gu"), String(year + 1));
  for (const { 0: document, index } of text.matchAll(cited)) {
    shifted += next(text.slice(from, index)) + document;
    from = index + document.length;
  }
  return shifted + next(text.slice(from));
}

/** A day a year later; 29 February becomes the 28th. */
const aYearLater = (day: string | null): string | null =>
  day === null ? null : Temporal.PlainDate.from(day).add({ years: 1 }).toString();

/** When a task of the next year's plan is due. */
export const dueNextYear = (due: TaskDue, year: number): TaskDue => ({
  ...due,
  text: due.text === null ? null : withNextYear(due.text, year),
  date: aYearLater(due.date),
  from: aYearLater(due.from),
  to: aYearLater(due.to),
});
