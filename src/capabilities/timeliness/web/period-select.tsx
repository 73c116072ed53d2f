import { Select } from "@mantine/core";
import { type PeriodKind, periodContaining, periodsOfYear } from "#platform/clock/reporting-period.ts";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";

const groups: [PeriodKind, string][] = [
  ["month", "Tháng"],
  ["quarter", "Quý"],
  ["half", "6 tháng"],
  ["nine-months", "9 tháng"],
  ["year", "Năm"],
];

/** The periods of this reporting year and the one before that have begun, the kinds apart, newest first. */
function choices() {
  const day = today().toString();
  const year = Number(periodContaining(day, "year", "decree").code);
  return groups.map(([kind, group]) => ({
    group,
    items: [...periodsOfYear(year - 1, kind, "decree"), ...periodsOfYear(year, kind, "decree")]
      .filter(({ from }) => from <= day)
      .reverse()
      .map(({ code, label, from, to }) => ({
        value: code,
        label: `${label} (${formatDate(from)} – ${formatDate(to)})`,
      })),
  }));
}

/** The month's period that runs today. */
export const currentPeriod = (): string => periodContaining(today(), "month", "decree").code;

/** The quarter that runs today. */
export const currentQuarter = (): string => periodContaining(today(), "quarter", "decree").code;

/** Chooses a period of Decree 09/2019/NĐ-CP. */
export function PeriodSelect({
  value,
  onChange,
  label = "Kỳ báo cáo",
}: {
  value: string;
  onChange: (period: string) => void;
  label?: string;
}) {
  return (
    <Select
      label={label}
      data={choices()}
      allowDeselect={false}
      searchable
      value={value}
      onChange={(period) => period && onChange(period)}
      flex="1 1 18rem"
      maw="24rem"
    />
  );
}
