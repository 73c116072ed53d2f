import { Checkbox, Select, Stack, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useGo } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { periodChoices } from "../period-choices.ts";

interface UnitName {
  id: string;
  name: string;
}

/** "Số buổi; buổi" a line: the name of a figure and what it counts. */
const extrasIn = (lines: string) =>
  lines
    .split("\n")
    .map((line) => line.split(";"))
    .flatMap(([label = "", unit = ""]) =>
      label.trim() === "" ? [] : [{ label: label.trim(), unit: unit.trim() }],
    );

export const UnitChoice = ({
  units,
  ...field
}: {
  units: UnitName[];
  value?: string[];
  onChange?: (value: string[]) => void;
  error?: React.ReactNode;
}) => (
  <Checkbox.Group label="Đơn vị được yêu cầu" required {...field}>
    <Stack gap={8} mt={6}>
      {units.map(({ id, name }) => (
        <Checkbox key={id} value={id} label={name} />
      ))}
    </Stack>
  </Checkbox.Group>
);

/** Asks units to report on a period by a day, with a note and figures of the asker's own. */
export function AskDialog({
  units,
  opened,
  onClose,
}: {
  units: UnitName[];
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const go = useGo();
  const plans = useQuery(api.plan.list.queryOptions({ enabled: opened }));
  const own = (plans.data?.plans ?? []).filter(({ issuer }) => issuer === null);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Yêu cầu đơn vị báo cáo"
      lead="Người được phân công ở mỗi đơn vị nhận một thông báo; phiếu nằm ở “Việc của tôi” cho đến khi gửi. Mỗi kỳ của một kế hoạch yêu cầu một lần."
      initial={{
        basis: "decree",
        period: null as string | null,
        planId: null as string | null,
        dueOn: null as string | null,
        unitIds: units.map(({ id }) => id),
        note: "",
        extras: "",
      }}
      verb="Gửi yêu cầu"
      submit={({ extras, basis, period, dueOn, ...fields }) =>
        api.reports.askUnits.call({
          ...fields,
          basis: basis === "calendar" ? "calendar" : "decree",
          period: period ?? "",
          dueOn: dueOn ?? "",
          extras: extrasIn(extras),
        })
      }
      onDone={({ id, rows }) => {
        void queries.invalidateQueries({ queryKey: api.reports.key() });
        sayDone(`Đã yêu cầu ${rows.length} đơn vị báo cáo.`);
        go(`/bao-cao-don-vi/${id}`);
      }}
    >
      {(form) => (
        <>
          <Select
            label="Cách tính kỳ"
            allowDeselect={false}
            data={[
              { value: "decree", label: "Chốt ngày 14" },
              { value: "calendar", label: "Tháng dương lịch" },
            ]}
            {...form.getInputProps("basis")}
            onChange={(basis) => form.setValues({ basis: basis ?? "decree", period: null })}
          />
          <Select
            label="Kỳ báo cáo"
            placeholder="Chọn kỳ"
            required
            searchable
            nothingFoundMessage="Không có kỳ này"
            data={periodChoices(form.values.basis === "calendar" ? "calendar" : "decree")}
            {...form.getInputProps("period")}
          />
          {own.length > 1 && (
            <Select
              label="Về kế hoạch"
              description="Không chọn thì lấy kế hoạch đang thực hiện của năm"
              clearable
              clearButtonProps={{ "aria-label": "Bỏ chọn kế hoạch" }}
              data={own.map(({ id, title, year }) => ({ value: id, label: `${title} (năm ${year})` }))}
              {...form.getInputProps("planId")}
            />
          )}
          <DateField
            label="Hạn gửi"
            description="Rơi vào ngày nghỉ thì tính đến hết ngày làm việc tiếp theo"
            required
            {...form.getInputProps("dueOn")}
          />
          <UnitChoice units={units} {...form.getInputProps("unitIds")} />
          <Textarea
            label="Ghi chú cho đơn vị"
            description="Có thể bỏ trống"
            autosize
            minRows={2}
            {...form.getInputProps("note")}
          />
          <Textarea
            label="Số liệu thêm"
            description="Ngoài số liệu hệ thống điền sẵn. Mỗi dòng một số, ví dụ: Số buổi tuyên truyền; buổi"
            autosize
            minRows={2}
            {...form.getInputProps("extras")}
          />
        </>
      )}
    </FormDialog>
  );
}
