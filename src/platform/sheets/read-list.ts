import { Unacceptable } from "#platform/auth/policy.ts";
import type { ReadSheet, SheetCell, SheetRow } from "#platform/official-document/read/read-xlsx.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { isUnderHeads, wordsOver } from "./columns/joined-heads.ts";
import { fieldsOf, guessFields, type ListWords } from "./list-fields.ts";
import type { Cells, ListKind } from "./list-kind.ts";
import { sheetsOf } from "./sheets-of.ts";

/** A head stands somewhere within these rows. */
const HEADS_WITHIN = 40;

/** How the person who imports reads the workbook; what is left out is guessed. */
export interface SheetChoice<Field extends string> {
  sheet?: string | undefined;
  /** Number of the row with the heads. */
  headerLine?: number | undefined;
  /** By column: what it holds, or "" for nothing that is taken. */
  columns?: (Field | "")[] | undefined;
  /** What the agency's people said of heads before (`said-heads.ts`). */
  heads?: ReadonlyMap<string, string> | undefined;
}

export interface ListLine<Field extends string> {
  line: number;
  cells: Cells<Field>;
  /** A heading over several lines, or a row that counts the columns. */
  isHeading: boolean;
}

export interface ReadList<Field extends string> {
  sheet: string;
  sheets: string[];
  headerLine: number;
  columns: { header: string; field: Field | null }[];
  lines: ListLine<Field>[];
}

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "file", message }]);
};

/** How many rows the heads take at most. */
const MOST_SPAN = 3;

/** Heads over one to three rows, joined: a group of columns and its parts. */
interface Heads {
  row: SheetRow;
  /** The last of their rows. */
  lastLine: number;
  headers: string[];
}

const textsOf = ({ cells }: SheetRow): string[] =>
  Array.from({ length: Math.max(-1, ...cells.keys()) + 1 }, (_, column) => cells.get(column)?.text ?? "");

function headsAt(rows: SheetRow[], first: number): Heads {
  const texts = [textsOf(rows[first]!)];
  while (texts.length < MOST_SPAN && first + texts.length < rows.length) {
    const below = textsOf(rows[first + texts.length]!);
    if (!isUnderHeads(texts, below)) break;
    texts.push(below);
  }
  const width = Math.max(...texts.map(({ length }) => length));
  return {
    row: rows[first]!,
    lastLine: rows[first + texts.length - 1]!.line,
    headers: Array.from({ length: width }, (_, column) =>
      texts.length === 1 ? texts[0]![column]! : [...new Set(wordsOver(texts, column))].join(" / "),
    ),
  };
}

/** How many fields heads name; without one that every such list has they are none. */
function namedBy<Field extends string>(
  { words, heads }: ListKind<Field>,
  headers: string[],
  said: SheetChoice<Field>["heads"],
): number {
  const guessed = guessFields(words, headers, said);
  return heads.some((field) => guessed.includes(field))
    ? guessed.filter((field) => field !== null).length
    : 0;
}

function likelyHeads<Field extends string>(
  kind: ListKind<Field>,
  { rows }: ReadSheet,
  said: SheetChoice<Field>["heads"],
): (Heads & { names: number }) | null {
  let best: (Heads & { names: number }) | null = null;
  for (const first of rows.slice(0, HEADS_WITHIN).keys()) {
    const heads = headsAt(rows, first);
    const names = namedBy(kind, heads.headers, said);
    if (names > (best?.names ?? 0)) best = { ...heads, names };
  }
  return best;
}

function chosenSheet<Field extends string>(
  kind: ListKind<Field>,
  sheets: ReadSheet[],
  { sheet: name, heads }: SheetChoice<Field>,
): ReadSheet {
  const named = sheets.find((sheet) => sheet.name === name);
  if (named) return named;
  const [first] = sheets
    .filter(({ rows }) => rows.length > 0)
    .toSorted(
      (a, b) => (likelyHeads(kind, b, heads)?.names ?? 0) - (likelyHeads(kind, a, heads)?.names ?? 0),
    );
  return first ?? refuse("Bảng tính không có dòng nào; hãy chọn tệp khác hoặc điền vào tệp mẫu.");
}

/** A field is taken from one column only. @throws Unacceptable */
function demandOneColumnEach<Field extends string>(words: ListWords<Field>, columns: (Field | "")[]): void {
  const twice = fieldsOf(words).find((field) => columns.filter((taken) => taken === field).length > 1);
  if (!twice) return;
  const message = "Có hai cột cùng được chọn cho một nội dung; hãy chọn lại cột.";
  throw new Unacceptable(message, [{ field: "columns", message }]);
}

/**
 * Reads a list of any kind that people keep: which sheet, which row holds the heads and what each column holds is guessed
 * unless it is said. @throws Unacceptable for a file that is refused, in words that say what to do.
 */
export async function readList<Field extends string>(
  kind: ListKind<Field>,
  bytes: Uint8Array,
  choice: SheetChoice<Field> = {},
): Promise<ReadList<Field>> {
  demandOneColumnEach(kind.words, choice.columns ?? []);
  const sheets = await sheetsOf(bytes).catch((error: unknown) => {
    if (!(error instanceof UnreadableDocument)) throw error;
    return refuse(error.message);
  });
  const { name, rows } = chosenSheet(kind, sheets, choice);
  if (rows.length === 0) return refuse(`Trang “${name}” không có dòng nào; hãy chọn trang khác.`);
  const chosen = rows.findIndex(({ line }) => line === choice.headerLine);
  const head =
    chosen >= 0
      ? headsAt(rows, chosen)
      : (likelyHeads(kind, { name, rows }, choice.heads) ?? headsAt(rows, 0));
  const width = Math.max(...rows.map(({ cells }) => Math.max(-1, ...cells.keys()) + 1));
  const headers = Array.from({ length: width }, (_, column) => head.headers[column] ?? "");
  const said = choice.columns;
  const fields = said
    ? headers.map((_, column) => said[column] || null)
    : guessFields(kind.words, headers, choice.heads);
  const lines = rows
    .filter(({ line }) => line > head.lastLine)
    .map((row): ListLine<Field> => {
      const cells: Cells<Field> = {};
      for (const [column, field] of fields.entries()) {
        const cell = row.cells.get(column);
        if (field && cell) cells[field] = cell;
      }
      return { line: row.line, cells, isHeading: kind.isHeading(row, cells) };
    })
    .filter(({ cells }) => Object.keys(cells).length > 0);
  if (lines.length > kind.mostLines)
    refuse(
      `Bảng có ${lines.length} dòng; mỗi lần chỉ nhập nhiều nhất ${kind.mostLines.toLocaleString("vi-VN")} dòng. Hãy chia thành nhiều tệp rồi nhập lần lượt.`,
    );
  return {
    sheet: name,
    sheets: sheets.map((sheet) => sheet.name),
    headerLine: head.row.line,
    columns: headers.map((header, column) => ({ header, field: fields[column] ?? null })),
    lines,
  };
}

/** A line as it was written; a cell without a value tells why. */
export const writtenIn = <Field extends string>(cells: Cells<Field>): Partial<Record<Field, string>> =>
  Object.fromEntries(
    Object.entries<SheetCell | undefined>(cells).map(([field, cell]) => [
      field,
      cell?.text || (cell?.fault ? `(${cell.fault})` : ""),
    ]),
  ) as Partial<Record<Field, string>>;

/** What to do about cells that have no value to read. */
export const faultsIn = <Field extends string>(words: ListWords<Field>, cells: Cells<Field>): string[] =>
  fieldsOf(words).flatMap((field) => {
    const fault = cells[field]?.fault;
    return fault ? [`Ô “${words[field].header}” không có giá trị (${fault}); hãy gõ lại giá trị vào ô.`] : [];
  });
