import type { StateTone } from "#ui/state-badge.tsx";
import { clauseMark } from "../../clause-mark.ts";
import type { api } from "../api.ts";

export type ComparisonView = Awaited<ReturnType<typeof api.plan.compareImport.call>>;
export type VersionView = Awaited<ReturnType<typeof api.plan.getVersion.call>>;
export type ClauseChange = Omit<VersionView["changes"][number], "clauseId"> & {
  clauseId?: string | null;
  obligations?: number;
  tasks?: number;
  evidence?: number;
};

export const toneOf: Record<ClauseChange["kind"], StateTone> = {
  same: "none",
  moved: "note",
  changed: "waiting",
  added: "approved",
  removed: "withdrawn",
};

/** "II.3 → II.4", or the one mark where both sides have the same, or there is one side only. */
export const marksOf = ({ before, after }: Pick<ClauseChange, "before" | "after">): string =>
  [...new Set([before, after].flatMap((side) => (side ? [clauseMark(side.path)] : [])))].join(" → ");

/** "1 nghĩa vụ, 2 nhiệm vụ, 3 minh chứng": what hangs on a clause; empty when nothing does. */
export const hangingIn = ({ obligations = 0, tasks = 0, evidence = 0 }: ClauseChange): string =>
  [[obligations, "nghĩa vụ"] as const, [tasks, "nhiệm vụ"] as const, [evidence, "minh chứng"] as const]
    .flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []))
    .join(", ");
