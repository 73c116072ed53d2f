import { Group, Select } from "@mantine/core";
import type { ReactNode } from "react";
import { DateField } from "#ui/date-field.tsx";
import type { TaskView } from "./api.ts";
import { dueKinds, everyWords } from "./words.ts";

export type Due = TaskView["due"];

export const emptyDue: Due = {
  kind: "continuous",
  text: null,
  date: null,
  from: null,
  to: null,
  every: null,
};

/** The last day stands before the first. */
const isBackwards = ({ from, to }: Due) => from !== null && to !== null && from > to;

/** When a task is due: all the time, before a day, between two days, again and again, or not stated. */
export function DueFields({
  value: due,
  onChange,
  error,
}: {
  value: Due;
  onChange: (due: Due) => void;
  error?: ReactNode;
}) {
  return (
    <>
      <Select
        label="Thời gian"
        description={due.text ? `Như in trong kế hoạch: “${due.text}”` : undefined}
        allowDeselect={false}
        data={Object.entries(dueKinds).map(([value, label]) => ({ value, label }))}
        value={due.kind}
        onChange={(kind) => onChange({ ...emptyDue, kind: (kind ?? "none") as Due["kind"] })}
        error={error}
      />
      {due.kind === "date" && (
        <DateField
          label="Hoàn thành trước ngày"
          required
          value={due.date}
          onChange={(date) => onChange({ ...due, date })}
        />
      )}
      {due.kind === "period" && (
        <Group grow align="flex-start">
          <DateField
            label="Từ ngày"
            required
            value={due.from}
            onChange={(from) => onChange({ ...due, from })}
          />
          <DateField
            label="Đến ngày"
            required
            value={due.to}
            onChange={(to) => onChange({ ...due, to })}
            error={isBackwards(due) ? "Ngày cuối phải từ ngày đầu trở đi." : undefined}
          />
        </Group>
      )}
      {due.kind === "recurring" && (
        <Select
          label="Lặp lại"
          required
          data={Object.entries(everyWords).map(([value, label]) => ({ value, label }))}
          value={due.every}
          onChange={(every) => {
            const chosen = every as keyof typeof everyWords | null;
            onChange({ ...due, every: chosen, text: chosen && everyWords[chosen].toLowerCase() });
          }}
        />
      )}
    </>
  );
}
