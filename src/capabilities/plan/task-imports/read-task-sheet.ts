import { Unacceptable } from "#platform/auth/policy.ts";
import {
  type ReadSheet,
  readXlsx,
  type SheetCell,
  type SheetRow,
} from "#platform/official-document/read/read-xlsx.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { guessFields, type TaskSheetField, taskSheetFields } from "./task-sheet-fields.ts";

/** A head stands somewhere within these rows. */
const HEADS_WITHIN = 40;
const MOST_TASKS = 2_000;

/** How the person who imports reads the workbook; what is left out is guessed. */
export interface SheetChoice {
  sheet?: string | undefined;
  /** Number of the row with the heads. */
  headerLine?: number | undefined;
  /** By column: what it holds, or "" for nothing that is taken. */
  columns?: (TaskSheetField | "")[] | undefined;
}

export interface TaskLine {
  line: number;
  cells: Partial<Record<TaskSheetField, SheetCell>>;
  /** A heading over several tasks, or a row that counts the columns. */
  isHeading: boolean;
}

export interface TaskSheet {
  sheet: string;
  sheets: string[];
  headerLine: number;
  columns: { header: string; field: TaskSheetField | null }[];
  lines: TaskLine[];
}

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "file", message }]);
};

const headsOf = ({ cells }: SheetRow): string[] =>
  Array.from({ length: Math.max(-1, ...cells.keys()) + 1 }, (_, column) => cells.get(column)?.text ?? "");

/** How many fields a row names if it holds the heads; a list without a column for the task is none. */
function namedBy(row: SheetRow): number {
  const guessed = guessFields(headsOf(row));
  return guessed.includes("title") ? guessed.filter((field) => field !== null).length : 0;
}

function headRow({ rows }: ReadSheet): { row: SheetRow; names: number } | null {
  let best: { row: SheetRow; names: number } | null = null;
  for (const row of rows.slice(0, HEADS_WITHIN)) {
    const names = namedBy(row);
    if (names > (best?.names ?? 0)) best = { row, names };
  }
  return best;
}

function chosenSheet(sheets: ReadSheet[], name: string | undefined): ReadSheet {
  const named = sheets.find((sheet) => sheet.name === name);
  if (named) return named;
  const [first] = sheets
    .filter(({ rows }) => rows.length > 0)
    .toSorted((a, b) => (headRow(b)?.names ?? 0) - (headRow(a)?.names ?? 0));
  return first ?? refuse("Bảng tính không có dòng nào; hãy chọn tệp khác hoặc điền vào tệp mẫu.");
}

const counts = (text: string) => /^\(?\d{1,2}\)?$/.test(text);
const marks = (text: string) => /^([IVXLC]{1,6}|[A-ZĐ])[.)]?$/u.test(text);

/** "II | Nhóm nhiệm vụ …" over several tasks, or "(1) (2) (3)" under the heads. */
function isHeading({ cells, isBand }: SheetRow, taken: Partial<Record<TaskSheetField, SheetCell>>): boolean {
  const texts = [...cells.values()].map(({ text }) => text).filter((text) => text !== "");
  if (texts.length > 2 && texts.every(counts)) return true;
  const alone = Object.entries(taken).every(
    ([field, cell]) => field === "title" || field === "clause" || cell.text === "",
  );
  return alone && (isBand || (texts.length <= 2 && texts.some(marks)));
}

/**
 * Reads a list of tasks from an .xlsx: which sheet, which row holds the heads and what each column holds is guessed
 * unless it is said. @throws Unacceptable for a file that is refused, in words that say what to do.
 */
export async function readTaskSheet(bytes: Uint8Array, choice: SheetChoice = {}): Promise<TaskSheet> {
  const sheets = await readXlsx(bytes).catch((error: unknown) => {
    if (!(error instanceof UnreadableDocument)) throw error;
    return refuse(error.message);
  });
  const { name, rows } = chosenSheet(sheets, choice.sheet);
  const head = rows.find(({ line }) => line === choice.headerLine) ?? headRow({ name, rows })?.row ?? rows[0];
  if (!head) return refuse(`Trang “${name}” không có dòng nào; hãy chọn trang khác.`);
  const width = Math.max(...rows.map(({ cells }) => Math.max(-1, ...cells.keys()) + 1));
  const headers = Array.from({ length: width }, (_, column) => head.cells.get(column)?.text ?? "");
  const guessed = guessFields(headers);
  const said = choice.columns;
  const fields = said ? headers.map((_, column) => said[column] || null) : guessed;
  const lines = rows
    .filter(({ line }) => line > head.line)
    .map((row): TaskLine => {
      const cells: TaskLine["cells"] = {};
      for (const [column, field] of fields.entries()) {
        const cell = row.cells.get(column);
        if (field && cell) cells[field] = cell;
      }
      return { line: row.line, cells, isHeading: isHeading(row, cells) };
    })
    .filter(({ cells }) => Object.keys(cells).length > 0);
  if (lines.length > MOST_TASKS)
    refuse(
      `Bảng có ${lines.length} dòng; mỗi lần chỉ nhập nhiều nhất 2.000 dòng. Hãy chia thành nhiều tệp rồi nhập lần lượt.`,
    );
  return {
    sheet: name,
    sheets: sheets.map((sheet) => sheet.name),
    headerLine: head.line,
    columns: headers.map((header, column) => ({ header, field: fields[column] ?? null })),
    lines,
  };
}

/** A field is taken from one column only. @throws Unacceptable */
export function demandOneColumnEach(columns: (TaskSheetField | "")[]): void {
  const twice = taskSheetFields.find((field) => columns.filter((taken) => taken === field).length > 1);
  if (!twice) return;
  const message = "Có hai cột cùng được chọn cho một nội dung; hãy chọn lại cột.";
  throw new Unacceptable(message, [{ field: "columns", message }]);
}
