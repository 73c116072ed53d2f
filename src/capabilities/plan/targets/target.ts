import { isWithin, periodsOfYear, type ReportingPeriod } from "#platform/clock/reporting-period.ts";
import { proofIndex } from "../proof-index.ts";

export const targetPeriods = ["month", "quarter", "half", "year"] as const;
export type TargetPeriod = (typeof targetPeriods)[number];

export const perWords: Record<TargetPeriod, string> = {
  month: "tháng",
  quarter: "quý",
  half: "6 tháng",
  year: "năm",
};

/** What counts one: each living proof of the period, or those alone that are items published here. */
export const targetCounts = ["proofs", "content"] as const;
export type TargetCount = (typeof targetCounts)[number];

export const countWords: Record<TargetCount, string> = {
  proofs: "mỗi minh chứng còn hiệu lực trong kỳ tính một",
  content: "mỗi tin, bài đã đăng trên hệ thống, còn hiệu lực trong kỳ tính một",
};

export interface Target {
  id: string;
  taskId: string | null;
  obligationId: string | null;
  per: TargetPeriod;
  amount: number;
  unit: string;
  counts: TargetCount;
}

/** A target within one of its periods; days are YYYY-MM-DD, both inside. */
export interface TargetProgress extends Target {
  label: string;
  from: string;
  to: string;
  count: number;
  met: boolean;
}

interface Proof {
  source: string;
  at: Date;
  taskIds: string[];
  obligationIds: string[];
}

interface Counted {
  tasks: { id: string; obligationIds: string[] }[];
  /** Living proofs. */
  evidence: Proof[];
}

/** How far targets are in the periods that `periodsOf` names for each. A proof counts once. */
export function countTargets(
  targets: Target[],
  { tasks, evidence }: Counted,
  periodsOf: (target: Target) => ReportingPeriod[],
): TargetProgress[] {
  const proofs = proofIndex(evidence, tasks);
  return targets.flatMap((target) => {
    const task = tasks.find(({ id }) => id === target.taskId);
    const own = task ? proofs.serving(task) : target.obligationId ? proofs.proving(target.obligationId) : [];
    const counted = own.filter(({ source }) => target.counts === "proofs" || source === "newsroom");
    return periodsOf(target).map((period) => {
      const count = counted.filter(({ at }) => isWithin(period, at)).length;
      const { label, from, to } = period;
      return { ...target, label, from, to, count, met: count >= target.amount };
    });
  });
}

/** The period of a target that runs on a day, of a plan's year; before the year its first, after it the last one. */
export function runningPeriod(year: number, { per }: Pick<Target, "per">, day: string): ReportingPeriod {
  const periods = periodsOfYear(year, per, "decree");
  return periods.find(({ to }) => day <= to) ?? periods.at(-1)!;
}

/** The periods of a target that close within a span; where none does, the one that runs on its last day. */
export function periodsToReport(
  year: number,
  target: Pick<Target, "per">,
  { from, to }: { from: string; to: string },
): ReportingPeriod[] {
  const closing = periodsOfYear(year, target.per, "decree").filter((one) => from <= one.to && one.to <= to);
  return closing.length > 0 ? closing : [runningPeriod(year, target, to)];
}

/** "3/4 tin, bài". */
export const targetFigure = ({ count, amount, unit }: TargetProgress): string => `${count}/${amount} ${unit}`;
