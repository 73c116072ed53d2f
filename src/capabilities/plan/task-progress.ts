import { isWithin, type PeriodKind, parsePeriod, periodsOfYear } from "#platform/clock/reporting-period.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { proofIndex } from "./proof-index.ts";

/** The reporting period that a task is measured in; days as YYYY-MM-DD, both inside. */
export interface MeasuringPeriod {
  /** "2026-Q4", "2026-11" or "2026". */
  code: string;
  kind: PeriodKind;
  label: string;
  from: string;
  to: string;
}

export interface TaskProgress {
  /** Living proofs of the period. */
  evidenceCount: number;
  done: boolean;
  period: MeasuringPeriod;
}

/** How many of a plan's tasks have a proof: numerator, denominator, and the periods that they are counted in. */
export interface PlanProgress {
  tasksDone: number;
  tasksTotal: number;
  /** One for each period, the shortest first. */
  parts: { period: MeasuringPeriod; tasksDone: number; tasksTotal: number }[];
}

interface Due {
  kind: string;
  every: string | null;
}

const kindOfRecurrence: Record<string, PeriodKind> = {
  day: "month",
  week: "month",
  month: "month",
  quarter: "quarter",
  "half-year": "half",
  year: "year",
};

const kindOf = ({ kind, every }: Due): PeriodKind => {
  if (kind === "continuous") return "quarter";
  if (kind === "recurring") return kindOfRecurrence[every ?? ""] ?? "quarter";
  return "year";
};

/**
 * The period that a task of a plan for `year` is measured in on a day (YYYY-MM-DD): what goes on all the time in the
 * running quarter, what recurs in its own running period, everything else in the year; closing on the 14th (Decree
 * 09/2019/NĐ-CP, Article 12). Before the plan's year its first period, after it the last one.
 */
export function measuringPeriod(year: number, due: Due, day: string): MeasuringPeriod {
  const periods = periodsOfYear(year, kindOf(due), "decree");
  const running = periods.find(({ to }) => day <= to) ?? periods.at(-1)!;
  const { code, kind, label, from, to } = running;
  return { code, kind, label, from, to };
}

/** First and last day of the plan's reporting year: no task is measured outside. */
export function reportingYear(year: number): { from: string; to: string } {
  const { from, to } = parsePeriod(String(year), "decree");
  return { from, to };
}

interface Proof {
  at: Date;
  taskIds: string[];
  obligationIds: string[];
}

interface CountedTask {
  id: string;
  obligationIds: string[];
  due: Due;
}

/** Progress of each task of a plan on a day, by the living proofs. */
export function taskProgress(
  { year, tasks, evidence }: { year: number; tasks: CountedTask[]; evidence: Proof[] },
  day: string,
): Map<string, TaskProgress> {
  const proofs = proofIndex(evidence, tasks);
  return new Map(
    tasks.map((task) => {
      const period = measuringPeriod(year, task.due, day);
      const span = parsePeriod(period.code, "decree");
      const evidenceCount = proofs.serving(task).filter(({ at }) => isWithin(span, at)).length;
      return [task.id, { evidenceCount, done: evidenceCount > 0, period }];
    }),
  );
}

const lengths: PeriodKind[] = ["month", "quarter", "half", "nine-months", "year"];

/** Adds the tasks up, for every screen and page alike. */
export function planProgress(tasks: Iterable<TaskProgress>): PlanProgress {
  const parts = new Map<string, PlanProgress["parts"][number]>();
  for (const { done, period } of tasks) {
    const part = parts.get(period.code) ?? { period, tasksDone: 0, tasksTotal: 0 };
    part.tasksTotal += 1;
    if (done) part.tasksDone += 1;
    parts.set(period.code, part);
  }
  const counted = [...parts.values()].sort(
    (a, b) => lengths.indexOf(a.period.kind) - lengths.indexOf(b.period.kind),
  );
  return {
    tasksDone: counted.reduce((sum, part) => sum + part.tasksDone, 0),
    tasksTotal: counted.reduce((sum, part) => sum + part.tasksTotal, 0),
    parts: counted,
  };
}

const workMeasuredIn: Record<PeriodKind, string> = {
  month: "việc hằng tháng hoặc thường xuyên hơn",
  quarter: "việc thường xuyên hoặc hằng quý",
  half: "việc sáu tháng một lần",
  "nine-months": "việc chín tháng",
  year: "việc có thời hạn, hằng năm hoặc chưa nêu thời gian",
};

/** "Quý IV năm 2026 (15/09/2026 – 14/12/2026)". */
export const periodInWords = ({ label, from, to }: MeasuringPeriod): string =>
  `${label} (${formatDate(from)} – ${formatDate(to)})`;

/** "Quý IV năm 2026 (15/09/2026 – 14/12/2026): 12 trên 27 việc thường xuyên hoặc hằng quý đã có minh chứng". */
export const partInWords = ({ period, tasksDone, tasksTotal }: PlanProgress["parts"][number]): string =>
  `${periodInWords(period)}: ${tasksDone} trên ${tasksTotal} ${workMeasuredIn[period.kind]} đã có minh chứng`;
