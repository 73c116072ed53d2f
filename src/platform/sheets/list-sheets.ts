import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import { fieldsOf, type ListWords } from "./list-fields.ts";

export const textColumn = (header: string, width: number) => ({ header, width, kind: "text" as const });

const columnsOf = <Field extends string>(words: ListWords<Field>) =>
  fieldsOf(words).map((field) => textColumn(words[field].header, words[field].width));

/** An empty list to fill in, and how each of its columns is written. */
export const emptyList = <Field extends string>(name: string, words: ListWords<Field>): Sheet[] => [
  { name, columns: columnsOf(words), rows: [] },
  {
    name: "Cách ghi",
    columns: [textColumn("Cột", 24), textColumn("Ghi thế nào", 80), textColumn("Ví dụ", 40)],
    rows: fieldsOf(words).map((field) => {
      const { header, how, example } = words[field];
      return [header, how, example];
    }),
  },
];

/** Only the lines with faults, as they were written and with what to mend, to be filled in and imported again. */
export const faultyList = <Field extends string>(
  words: ListWords<Field>,
  lines: {
    line: number;
    state: string;
    written: Partial<Record<Field, string>>;
    errors: string[];
  }[],
): Sheet => ({
  name: "Dòng chưa đúng",
  columns: [...columnsOf(words), textColumn("Cần sửa", 60), textColumn("Dòng trong tệp đã chọn", 12)],
  rows: lines
    .filter(({ state }) => state === "bad")
    .map(({ line, written, errors }) => [
      ...fieldsOf(words).map((field) => written[field]),
      errors.join("\n"),
      line,
    ]),
});
