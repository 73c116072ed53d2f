import { clean } from "../clean-words.ts";
import { measureOf, type Row, type Shape, shapes, type Template } from "./template.ts";

const LONGEST_TITLE = 140;
const LONGEST_SOURCE = 160;

/** What a picture is drawn from: the table and what stands around it. */
export interface GraphicInput {
  template: string;
  title: string;
  rows: Row[];
  /** Who published the figures, in which report. */
  source: string;
  /** The figures are as of this day, YYYY-MM-DD; null: it has none. */
  day: string | null;
}

/** Something to put right, at the field where it was typed. */
export interface GraphicIssue {
  field: string;
  /** Only this shape is held up; null: several or all are. */
  shape: Shape | null;
  message: string;
}

/** On one line, composed, without what no eye sees. */
const oneLine = (text: string) =>
  clean(text.replace(/[\s\u2028\u2029]+/gu, (space) => (space === "\u00a0" ? space : " ")));

const isEmpty = (row: Row) => Object.values(row).every((words) => words === "");

/** The input as it is drawn and kept: cells of the template's columns alone, no empty rows at the end. */
export function cleanInput(template: Template, input: GraphicInput): GraphicInput {
  const all = input.rows.map((row) =>
    Object.fromEntries(template.columns.map(({ name }) => [name, oneLine(row[name] ?? "")])),
  );
  const rows = all.slice(0, all.findLastIndex((row) => !isEmpty(row)) + 1);
  return {
    template: template.slug,
    title: oneLine(input.title),
    rows,
    source: oneLine(input.source),
    day: input.day,
  };
}

/** How a field is called to whoever typed it: "rows.2.name" is “Tên” of the third row. */
function fieldLabel(template: Template, field: string): string {
  const [part, row, name] = field.split(".");
  if (part === "title") return "Tiêu đề";
  if (part === "source") return "Nguồn số liệu";
  if (part === "agency") return "Tên cơ quan";
  const column = template.columns.find((one) => one.name === name);
  return column ? `Dòng ${Number(row) + 1}, ô “${column.label}”` : "Bảng";
}

/** Every cell with the field that names it. */
const cellsOf = ({ title, source, rows }: GraphicInput): { field: string; words: string }[] => [
  { field: "title", words: title },
  { field: "source", words: source },
  ...rows.flatMap((row, at) =>
    Object.entries(row).map(([name, words]) => ({ field: `rows.${at}.${name}`, words })),
  ),
];

const all = (field: string, message: string): GraphicIssue => ({ field, shape: null, message });

/** What keeps a cleaned input from being drawn at all; `undrawable` tells which letters of a text the font lacks. */
export function inputIssues(
  template: Template,
  input: GraphicInput,
  undrawable: (text: string) => string[],
): GraphicIssue[] {
  const { columns, fewestRows, mostRows } = template;
  const { title, source, rows } = input;
  const label = (field: string) => fieldLabel(template, field);
  const tooLong = (field: string, words: string, longest: number) =>
    words.length > longest
      ? [all(field, `${label(field)} dài ${words.length} ký tự; nhiều nhất ${longest}. Hãy viết ngắn lại.`)]
      : [];
  const measures = columns.filter(({ holds }) => holds === "measure");
  return [
    ...(title === "" ? [all("title", "Hãy ghi tiêu đề của hình.")] : []),
    ...tooLong("title", title, LONGEST_TITLE),
    ...(source === "" ? [all("source", "Hãy ghi nguồn số liệu: cơ quan, báo cáo hoặc văn bản.")] : []),
    ...tooLong("source", source, LONGEST_SOURCE),
    ...(rows.length < fewestRows
      ? [all("rows", `Bảng cần ít nhất ${fewestRows} dòng; hiện có ${rows.length}.`)]
      : []),
    ...(rows.length > mostRows
      ? [all("rows", `Mẫu này vẽ nhiều nhất ${mostRows} dòng; bảng có ${rows.length}. Hãy bớt dòng.`)]
      : []),
    ...rows.flatMap((row, at) =>
      columns.flatMap(({ name, required, longest, holds }) => {
        const field = `rows.${at}.${name}`;
        const words = row[name] ?? "";
        if (words === "") return required ? [all(field, `${label(field)} còn trống.`)] : [];
        if (holds === "measure" && measureOf(words) === null)
          return [all(field, `${label(field)} phải bắt đầu bằng một số, ví dụ 98,7% hoặc 1.240 hồ sơ.`)];
        return tooLong(field, words, longest);
      }),
    ),
    ...measures.flatMap(({ name, label: column }) => {
      const units = rows.map((row) => measureOf(row[name] ?? "")?.unit);
      const other = units.findIndex((unit) => unit !== undefined && unit !== units[0]);
      return other > 0 && units[0] !== undefined
        ? [
            all(
              `rows.${other}.${name}`,
              `Dòng ${other + 1}, ô “${column}” khác đơn vị tính với dòng 1 nên không so với nhau được.`,
            ),
          ]
        : [];
    }),
    ...cellsOf(input).flatMap(({ field, words }) => {
      const lacking = undrawable(words);
      return lacking.length > 0
        ? [
            all(
              field,
              `${label(field)} có ${lacking.map((sign) => `“${sign}”`).join(", ")} mà phông chữ không vẽ được; hãy bỏ hoặc viết bằng chữ.`,
            ),
          ]
        : [];
    }),
  ];
}

/** In words that a text does not fit into a shape; numbers and heads that nobody typed stand for the table as a whole. */
export function tooLongFor(
  template: Template,
  input: GraphicInput,
  written: string,
  unfit: Shape[],
): GraphicIssue {
  const named = shapes.filter(({ slug }) => unfit.includes(slug)).map(({ label }) => `“${label}”`);
  const isTyped = /^(title|source|agency|rows\..+)$/u.test(written);
  const called = isTyped ? fieldLabel(template, written) : `Bảng ${input.rows.length} dòng`;
  return {
    field: isTyped ? written : "rows",
    shape: unfit.length === 1 ? unfit[0]! : null,
    message:
      named.length === shapes.length
        ? `${called} không vừa hình nào dù chữ đã nhỏ hết mức: ${named.join(", ")}; hãy viết ngắn lại hoặc bớt dòng.`
        : `${called} không vừa hình ${named.join(", ")} dù chữ đã nhỏ hết mức; hãy viết ngắn lại, bớt dòng, hoặc không lấy khuôn này.`,
  };
}

/** What does not fit in some shapes: each field once, with all the shapes that it does not fit. */
export function unfitFields(
  template: Template,
  input: GraphicInput,
  drawings: { shape: Shape; issues: { field: string }[] }[],
): GraphicIssue[] {
  const unfit = new Map<string, Shape[]>();
  for (const { shape, issues } of drawings)
    for (const { field } of issues) unfit.set(field, [...(unfit.get(field) ?? []), shape]);
  const cleaned = cleanInput(template, input);
  return [...unfit].map(([field, held]) => tooLongFor(template, cleaned, field, held));
}

/** The most that a description for those who do not see the picture may say; characters. */
const LONGEST_ALT = 500;

/** What the picture shows, for those who do not see it: each row in words, or where to read it when that is too long. */
export function altOf(template: Template, { title, rows }: GraphicInput): string {
  const order = [...template.columns].sort((a, b) => Number(b.takes === "name") - Number(a.takes === "name"));
  const told = rows.flatMap((row) => {
    const [first, ...rest] = order.flatMap(({ name, saidWith }) =>
      row[name] ? `${saidWith} ${row[name]}`.trim() : [],
    );
    return first === undefined ? [] : [rest.length > 0 ? `${first}: ${rest.join(", ")}` : first];
  });
  const whole = `Đồ họa “${title}”.${told.length > 0 ? ` ${told.join("; ")}.` : ""}`;
  return whole.length <= LONGEST_ALT
    ? whole
    : `Đồ họa “${title}”, ${rows.length} dòng; số liệu đầy đủ có trong bảng kèm theo.`;
}
