import type { PeriodFigures } from "./period-figures.ts";

/** What the case system itself says of a period. */
export interface Control {
  carriedOver: number;
  filed: number;
  resolved: number;
  pending: number;
  paused: number;
  withdrawn: number;
}

export const controlLabels: Record<keyof Control, string> = {
  carriedOver: "Kỳ trước chuyển sang",
  filed: "Tiếp nhận mới",
  resolved: "Đã giải quyết",
  pending: "Đang giải quyết",
  paused: "Tạm dừng, chờ bổ sung",
  withdrawn: "Rút, từ chối, dừng",
};
export const controlKeys = Object.keys(controlLabels) as [keyof Control, ...(keyof Control)[]];

/** The same numbers as the sheets add up to. */
export const countedAsControl = (one: PeriodFigures): Control => ({
  carriedOver: one.carriedOver,
  filed: one.filed,
  resolved: one.resolved,
  pending: one.inProgressOnTime + one.inProgressOverdue,
  paused: one.paused,
  withdrawn: one.closedWithoutResult,
});

/** How much more came in than is accounted for; 0: carried over + new = resolved + pending + paused + withdrawn. */
export const imbalance = ({ carriedOver, filed, resolved, pending, paused, withdrawn }: Control): number =>
  carriedOver + filed - resolved - pending - paused - withdrawn;
