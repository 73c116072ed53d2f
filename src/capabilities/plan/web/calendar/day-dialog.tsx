import { Radio, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import type { CalendarDayView } from "./calendar-view.ts";

const empty = { day: null as string | null, kind: "off" as "off" | "worked", name: "", source: "" };

/** States what one day is: off, or a Saturday or Sunday that is worked. */
export function DayDialog({
  day,
  year,
  onClose,
}: {
  day: CalendarDayView | "new" | null;
  year: number;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  // What is being edited stays while the dialog fades.
  const latest = useRef(day);
  if (day !== null) latest.current = day;
  const row = latest.current === "new" ? null : latest.current;
  return (
    <FormDialog
      key={row?.id ?? "new"}
      opened={day !== null}
      onClose={onClose}
      title={row ? `Sửa ngày ${formatDate(row.day)}` : `Thêm một ngày của năm ${year}`}
      initial={row ? { day: row.day, kind: row.kind, name: row.name, source: row.source ?? "" } : empty}
      verb="Ghi ngày"
      submit={(values) => api.plan.saveCalendarDay.call({ ...values, day: values.day ?? "" })}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone("Đã ghi ngày.");
      }}
    >
      {(form) => (
        <>
          <DateField label="Ngày" required disabled={row !== null} {...form.getInputProps("day")} />
          <Radio.Group label="Loại" required {...form.getInputProps("kind")}>
            <Stack gap="xs" mt="xs">
              <Radio value="off" label="Nghỉ (lễ, Tết, nghỉ bù)" />
              <Radio value="worked" label="Làm bù (thứ Bảy hoặc Chủ nhật đi làm)" />
            </Stack>
          </Radio.Group>
          <TextInput label="Tên ngày" placeholder="Tết Dương lịch" required {...form.getInputProps("name")} />
          <TextInput
            label="Căn cứ"
            description="Số, ngày của thông báo hoặc văn bản nghỉ lễ, nếu có"
            {...form.getInputProps("source")}
          />
        </>
      )}
    </FormDialog>
  );
}
