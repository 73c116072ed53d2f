import {
  type PeriodBasis,
  type PeriodKind,
  periodContaining,
  periodsOfYear,
} from "#platform/clock/reporting-period.ts";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";

const kinds: PeriodKind[] = ["month", "quarter", "half", "nine-months", "year"];

/** Periods that may be reported now, the kinds apart, newest first: this reporting year's that have begun. */
export function periodChoices(basis: PeriodBasis) {
  const day = today();
  const { year } = { year: Number(periodContaining(day, "year", basis).code) };
  const groups: Record<PeriodKind, string> = {
    month: "Tháng",
    quarter: "Quý",
    half: "6 tháng",
    "nine-months": "9 tháng",
    year: "Năm",
  };
  return kinds.map((kind) => ({
    group: groups[kind],
    items: [...periodsOfYear(year - 1, kind, basis), ...periodsOfYear(year, kind, basis)]
      .filter(({ from }) => from <= day.toString())
      .reverse()
      .slice(0, 12)
      .map(({ code, label, to }) => ({
        value: code,
        label: to < day.toString() ? label : `${label} (đến hết ngày ${formatDate(to)})`,
      })),
  }));
}
