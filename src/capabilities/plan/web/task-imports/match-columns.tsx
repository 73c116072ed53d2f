import { Checkbox, Group, NumberInput, Select, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import {
  type TaskSheetField,
  taskSheetFields,
  taskSheetWords,
} from "../../task-imports/task-sheet-fields.ts";
import { columnName, type SheetSaid, type Trial } from "./task-sheet.ts";

/** Which sheet, which row of heads and which column for each field were guessed, each to be set right. */
export function MatchColumns({
  trial,
  said,
  year,
  onSay,
}: {
  trial: Trial;
  said: SheetSaid;
  year: number;
  onSay: (said: SheetSaid) => void;
}) {
  const columns = trial.columns.map(({ header }, column) => ({
    value: String(column),
    label: `${columnName(column)}: ${header || "(không có tiêu đề)"}`,
  }));
  const put = (field: TaskSheetField, column: string | null) =>
    onSay({
      ...said,
      sheet: trial.sheet,
      headerLine: trial.headerLine,
      columns: trial.columns.map(({ field: before }, at) => {
        if (String(at) === column) return field;
        return before === field ? "" : (before ?? "");
      }),
    });
  return (
    <Stack gap="sm" component="section" aria-labelledby="ghep-cot">
      <Title order={2} size="h4" id="ghep-cot">
        Cột nào chứa gì
      </Title>
      <Text size="sm">Các cột đã được ghép theo tên; chỗ nào chưa đúng, hãy chọn lại.</Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {trial.sheets.length > 1 && (
          <Select
            label="Trang"
            data={[...new Set(trial.sheets)]}
            allowDeselect={false}
            value={trial.sheet}
            onChange={(sheet) => sheet && onSay({ outsideYear: said.outsideYear, sheet })}
          />
        )}
        <NumberInput
          label="Dòng tiêu đề"
          min={1}
          allowDecimal={false}
          clampBehavior="strict"
          // A new number is taken once it is typed whole.
          key={trial.headerLine}
          defaultValue={trial.headerLine}
          onBlur={(event) => {
            const headerLine = Number(event.currentTarget.value);
            if (headerLine >= 1 && headerLine !== trial.headerLine)
              onSay({ outsideYear: said.outsideYear, sheet: trial.sheet, headerLine });
          }}
          onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
        />
        {taskSheetFields.map((field) => {
          const at = trial.columns.findIndex((column) => column.field === field);
          return (
            <Select
              key={field}
              label={taskSheetWords[field].header}
              required={field === "title"}
              placeholder="Không có cột này"
              data={columns}
              searchable
              clearable={field !== "title"}
              clearButtonProps={{ "aria-label": `Không lấy cột ${taskSheetWords[field].header}` }}
              value={at < 0 ? null : String(at)}
              onChange={(column) => put(field, column)}
            />
          );
        })}
      </SimpleGrid>
      <Group>
        <Checkbox
          label={`Nhận cả ngày ngoài năm ${year} của kế hoạch`}
          checked={said.outsideYear === "yes"}
          onChange={(event) => onSay({ ...said, outsideYear: event.currentTarget.checked ? "yes" : "no" })}
        />
      </Group>
    </Stack>
  );
}
