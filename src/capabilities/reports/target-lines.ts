import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Chain } from "./chain.ts";

/** Targets of tasks and obligations: reached or not where their period is over, else how far they are. */
export function targetLines({ targets = [], period }: Chain): string[] {
  if (targets.length === 0) return [];
  const closed = targets.filter(({ to }) => to <= period.to);
  const met = closed.filter((row) => row.met).length;
  return [
    `Chỉ tiêu theo kỳ${closed.length === 0 ? "" : `: đạt ${met}/${closed.length} chỉ tiêu đã hết kỳ`} (nguồn: minh chứng đã ghi, đếm đến hết ngày ${formatDate(period.to)}):`,
    ...targets.map(({ name, label, to, count, amount, unit, ...row }) => {
      const figure = `${count}/${amount} ${unit}`;
      const state = row.met
        ? `đạt, ${figure}`
        : to <= period.to
          ? `chưa đạt, ${figure}`
          : `đang thực hiện, ${figure}, kỳ đến hết ngày ${formatDate(to)}`;
      return `- “${name.trim().replace(/[.;,]$/u, "")}”, ${label.charAt(0).toLocaleLowerCase("vi")}${label.slice(1)}: ${state}.`;
    }),
  ];
}
