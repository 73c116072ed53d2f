import { MultiSelect, Select, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { unaccentedOptions } from "#ui/unaccented-options.ts";
import {
  daysOf,
  type Every,
  rhythms,
  type SentThing,
  sentThings,
  weekdays,
} from "../../../leadership/schedules/schedule.ts";
import { api, type ScheduleRow, type SchedulesView } from "../../api.ts";

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour} giờ` }));

/** Days to choose from, as people call them. */
const dayOptions = (every: Every) => {
  const { from, to } = daysOf(every);
  return Array.from({ length: to - from + 1 }, (_, n) => ({
    value: String(from + n),
    label: every === "week" ? weekdays[n]! : `Ngày ${from + n}`,
  }));
};

/** Makes a schedule, or changes one. */
export function ScheduleDialog({
  opened,
  close,
  edited,
  people,
}: {
  opened: boolean;
  close: () => void;
  edited: ScheduleRow | null;
  people: SchedulesView["people"];
}) {
  const queries = useQueryClient();
  return (
    <FormDialog
      opened={opened}
      onClose={close}
      title={edited ? "Sửa lịch gửi" : "Lập lịch gửi"}
      lead="Bản tóm tắt gửi kèm tệp .pdf, lập theo quyền xem của từng người vào lúc gửi: hằng tuần nói về tháng đang chạy, hằng tháng và hằng quý nói về kỳ vừa chốt ngày 14. Báo cáo kỳ có thông tin nội bộ nên chỉ gửi đường dẫn."
      initial={{
        name: edited?.name ?? "",
        what: (edited?.what ?? "brief") as SentThing,
        every: (edited?.every ?? "week") as Every,
        day: String(edited?.day ?? 1),
        hour: String(edited?.hour ?? 7),
        personIds: edited?.people.map(({ id }) => id) ?? ([] as string[]),
      }}
      check={({ name, personIds }) => ({
        ...(name.trim() === "" ? { name: "Hãy đặt tên cho lịch." } : {}),
        ...(personIds.length === 0 ? { personIds: "Hãy chọn ít nhất một người nhận." } : {}),
      })}
      verb="Ghi lịch gửi"
      submit={({ day, hour, ...values }) =>
        api.reports.saveBriefSchedule.call({
          ...values,
          id: edited?.id ?? null,
          day: Number(day),
          hour: Number(hour),
        })
      }
      onDone={() => queries.invalidateQueries({ queryKey: api.reports.briefSchedules.key() })}
    >
      {(form) => {
        const { what, every } = form.values;
        return (
          <>
            <TextInput label="Tên lịch" withAsterisk maxLength={120} {...form.getInputProps("name")} />
            <Select
              label="Gửi"
              allowDeselect={false}
              data={optionsOf(sentThings)}
              {...form.getInputProps("what")}
            />
            <Select
              label="Nhịp"
              allowDeselect={false}
              data={optionsOf(rhythms)}
              {...form.getInputProps("every")}
              onChange={(value) => {
                const next = (value ?? "week") as Every;
                form.setValues({ every: next, day: String(daysOf(next).from) });
              }}
            />
            <Select
              label={every === "quarter" ? "Ngày trong tháng cuối quý" : "Ngày"}
              allowDeselect={false}
              data={dayOptions(every)}
              {...form.getInputProps("day")}
            />
            <Select
              label="Giờ (Việt Nam)"
              allowDeselect={false}
              data={HOURS}
              {...form.getInputProps("hour")}
            />
            <MultiSelect
              label="Người nhận"
              description="Chỉ có người đang có quyền xem thứ được gửi."
              withAsterisk
              searchable
              clearable
              clearButtonProps={{ "aria-label": "Bỏ hết người nhận" }}
              filter={unaccentedOptions}
              nothingFoundMessage="Không có người này"
              data={people.filter((one) => one[what]).map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps("personIds")}
            />
          </>
        );
      }}
    </FormDialog>
  );
}
