import { Group } from "@mantine/core";
import { TimePicker } from "@mantine/dates";
import { DateField } from "./date-field.tsx";

/**
 * A day and an hour in Vietnam's time, on a clock of 24 hours in any browser. `value` and what `onChange` is given are
 * "2026-11-14T08:30"; the part that is still missing is left out: "2026-11-14T", "T08:30".
 */
export function MomentField({
  dayLabel,
  timeLabel,
  value,
  onChange,
  required = false,
}: {
  dayLabel: string;
  timeLabel: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
}) {
  const [day = "", time = ""] = value.split("T");
  return (
    <Group grow align="flex-start">
      <DateField
        label={dayLabel}
        required={required}
        value={day || null}
        onChange={(next) => onChange(`${next ?? ""}T${time}`)}
      />
      <TimePicker
        label={timeLabel}
        required={required}
        format="24h"
        hoursInputLabel={`${timeLabel}: giờ`}
        minutesInputLabel={`${timeLabel}: phút`}
        value={time}
        onChange={(next) => onChange(`${day}T${next.slice(0, 5)}`)}
      />
    </Group>
  );
}

/** True when neither the day nor the hour is missing. */
export const isWholeMoment = (value: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value);
