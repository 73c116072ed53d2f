import type { PlanReading, SourceParagraph } from "../reading/plan-reading.ts";

/** What a preview holds: the reading, and the source's paragraphs that point into it. */
export interface PreviewState {
  reading: PlanReading;
  paragraphs: SourceParagraph[];
}

/** The correction cannot be made on the preview as it stands; the message is fit to show. */
export class ImpossibleCorrection extends Error {
  override name = "ImpossibleCorrection";
}

/** Positions after some have been left out. */
const without = (positions: number[] | undefined, gone: Set<number>): number[] =>
  (positions ?? [])
    .filter((position) => !gone.has(position))
    .map((position) => position - [...gone].filter((other) => other < position).length);

const pointing = (
  { tasks: _, warnings: __, ...paragraph }: SourceParagraph,
  tasks: number[],
  warnings: number[],
): SourceParagraph => ({
  ...paragraph,
  ...(tasks.length > 0 && { tasks }),
  ...(warnings.length > 0 && { warnings }),
});

/** Leaves warnings out. */
export function withoutWarnings({ reading, paragraphs }: PreviewState, gone: Set<number>): PreviewState {
  if (gone.size === 0) return { reading, paragraphs };
  return {
    reading: { ...reading, warnings: reading.warnings.filter((_, position) => !gone.has(position)) },
    paragraphs: paragraphs.map((row) => pointing(row, row.tasks ?? [], without(row.warnings, gone))),
  };
}

/** Leaves a task out. */
export function withoutTask({ reading, paragraphs }: PreviewState, index: number): PreviewState {
  const gone = new Set([index]);
  return {
    reading: { ...reading, tasks: reading.tasks.filter((_, position) => position !== index) },
    paragraphs: paragraphs.map((row) => pointing(row, without(row.tasks, gone), row.warnings ?? [])),
  };
}

const ofTasks = new Set([
  "lead-unit-missing",
  "lead-unit-inferred",
  "lead-from-heading",
  "due-missing",
  "year-inferred",
  "due-unclear",
]);

/** Positions of the warnings that speak of a task: of its clause, or of the row of the appendix that states it. */
export function warningsOfTask({ reading, paragraphs }: PreviewState, index: number): number[] {
  const task = reading.tasks[index];
  if (!task) return [];
  const printed = new Set(
    paragraphs.flatMap(({ tasks, warnings }) => (tasks?.includes(index) ? (warnings ?? []) : [])),
  );
  return reading.warnings.flatMap(({ code, where }, position) => {
    if (!ofTasks.has(code) && !code.startsWith("due-")) return [];
    const own = task.appendix === null ? where === task.clause : printed.has(position);
    return own ? [position] : [];
  });
}
