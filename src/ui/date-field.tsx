import { ActionIcon, Popover, TextInput, type TextInputProps } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { IconCalendar } from "@tabler/icons-react";
import { type FocusEvent, useEffect, useRef, useState } from "react";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { shownDay, typedDay } from "./typed-day.ts";

const notADay = "Ngày chưa đúng; hãy gõ ngày/tháng/năm, ví dụ 14/11/2026.";
const weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

const spoken = (day: string): string => {
  const { dayOfWeek, day: number, month, year } = Temporal.PlainDate.from(day);
  return `${weekdays[dayOfWeek % 7]}, ngày ${number} tháng ${month} năm ${year}`;
};

/**
 * A calendar day, typed as dd/MM/yyyy in any browser or picked from a calendar. `value` and what `onChange` is given
 * are "2026-11-14", or null ("" counts as null) while the field is empty or what stands in it is no day; what was typed
 * stays, and a form with such a text is not sent. Takes what `form.getInputProps` gives.
 */
export function DateField({
  label,
  value: given,
  onChange,
  onBlur,
  error,
  ...rest
}: Pick<TextInputProps, "description" | "error" | "required" | "disabled" | "onFocus"> & {
  label: string;
  value?: string | null;
  onChange: (day: string | null) => void;
  onBlur?: (event: FocusEvent<HTMLInputElement>) => void;
}) {
  const value = given || null;
  const [typed, setTyped] = useState(value === null ? "" : formatDate(value));
  const [left, setLeft] = useState(false);
  const [opened, setOpened] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const shown = shownDay(typed, value);
  const wrong = shown.trim() !== "" && typedDay(shown, { finished: left }) === null;
  useEffect(() => input.current?.setCustomValidity(wrong ? notADay : ""), [wrong]);

  const type = (text: string) => {
    setTyped(text);
    setLeft(false);
    const day = typedDay(text);
    if (day !== value) onChange(day);
  };
  const leave = () => {
    const day = typedDay(shown, { finished: true });
    setLeft(true);
    if (day === null) return;
    setTyped(formatDate(day));
    if (day !== value) onChange(day);
  };
  const pick = (day: string | null) => {
    setOpened(false);
    if (day === null) return;
    setTyped(formatDate(day));
    onChange(day);
  };

  const calendar = (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      disabled={rest.disabled}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Mở lịch: ${label}`}
          onClick={() => setOpened(!opened)}
          disabled={rest.disabled}
        >
          <IconCalendar size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={undefined} aria-label={`Lịch: ${label}`}>
        <DatePicker
          value={value}
          defaultDate={value ?? today().toString()}
          onChange={pick}
          // A click on the day that is chosen already chooses it again.
          allowDeselect={false}
          monthLabelFormat="[Tháng] M, YYYY"
          getDayAriaLabel={spoken}
          getDayProps={(day) => (day === (value ?? today().toString()) ? { "data-autofocus": true } : {})}
          ariaLabels={{
            previousMonth: "Tháng trước",
            nextMonth: "Tháng sau",
            previousYear: "Năm trước",
            nextYear: "Năm sau",
            previousDecade: "Mười năm trước",
            nextDecade: "Mười năm sau",
          }}
          highlightToday
          hideOutsideDates
          weekendDays={[]}
          // Escape closes the calendar, not the dialog under it.
          __stopPropagation
        />
      </Popover.Dropdown>
    </Popover>
  );
  return (
    <TextInput
      ref={input}
      label={label}
      placeholder="ngày/tháng/năm"
      inputMode="numeric"
      autoComplete="off"
      {...rest}
      value={shown}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={(event) => {
        leave();
        onBlur?.(event);
      }}
      onKeyDown={(event) => event.key === "Enter" && leave()}
      error={error ?? (left && wrong ? notADay : undefined)}
      rightSection={calendar}
    />
  );
}
