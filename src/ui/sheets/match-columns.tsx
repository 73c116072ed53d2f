import { NumberInput, Select, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { fieldsOf, type ListWords } from "#platform/sheets/list-fields.ts";
import { columnName, type SheetSaid, type SheetTrial } from "./sheet-trial.ts";

/** Which sheet, which row of heads and which column for each field were guessed, each to be set right. */
export function MatchColumns<Field extends string>({
  words,
  required,
  trial,
  said,
  onSay,
  children,
}: {
  words: ListWords<Field>;
  required: readonly Field[];
  trial: SheetTrial<Field>;
  said: SheetSaid<Field>;
  onSay: (said: SheetSaid<Field>) => void;
  /** What else can be said of the sheet. */
  children?: ReactNode;
}) {
  const columns = trial.columns.map(({ header }, column) => ({
    value: String(column),
    label: `${columnName(column)}: ${header || "(không có tiêu đề)"}`,
  }));
  const put = (field: Field, column: string | null) =>
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
      <Text size="sm">
        Các cột đã được ghép theo tên; chỗ nào chưa đúng, hãy chọn lại. Khi nhập, cách ghép của bạn được nhớ
        cho lần sau.
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {trial.sheets.length > 1 && (
          <Select
            label="Trang"
            data={[...new Set(trial.sheets)]}
            allowDeselect={false}
            value={trial.sheet}
            onChange={(sheet) => sheet && onSay({ sheet })}
          />
        )}
        {/* The names of columns that stand with each row have no line. */}
        {trial.headerLine > 0 && (
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
                onSay({ sheet: trial.sheet, headerLine });
            }}
            onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
          />
        )}
        {fieldsOf(words).map((field) => {
          const at = trial.columns.findIndex((column) => column.field === field);
          return (
            <Select
              key={field}
              label={words[field].header}
              required={required.includes(field)}
              placeholder="Không có cột này"
              data={columns}
              searchable
              clearable={!required.includes(field)}
              clearButtonProps={{ "aria-label": `Không lấy cột ${words[field].header}` }}
              value={at < 0 ? null : String(at)}
              onChange={(column) => put(field, column)}
            />
          );
        })}
      </SimpleGrid>
      {children}
    </Stack>
  );
}
