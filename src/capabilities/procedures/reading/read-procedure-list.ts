import {
  readTable,
  type SkippedBecause,
  type TableChoice,
  type TableFacts,
  type TableKind,
  type TableRow,
} from "#platform/sheets/columns/read-table.ts";
import { cellText, cleanCell, isFault, readDay } from "#platform/sheets/columns/read-values.ts";
import { isoOfYmd } from "#platform/sheets/rows/civil-day.ts";
import { tooLargeList } from "#platform/sheets/rows/refusals.ts";
import { meaningOf, wordMeant } from "./meaning.ts";
import { kindOf, type ProcedureKey, procedureColumns, procedureKeys } from "./procedure-columns.ts";
import { readCode } from "./read-code.ts";

/** Something about a row, by its number in the sheet. */
export interface ListIssue {
  row: number;
  column: ProcedureKey;
  code:
    | "missing-required"
    | "bad-code"
    | "bad-date"
    | "no-value"
    | "numeric-code-restored"
    | "unknown-enum"
    | "old-enum"
    | "odd-code"
    | "superseded";
  message: string;
}

export interface ProcedureRow {
  row: number;
  code: string;
  /** By column: what stands in it, with single spaces; days as 2026-11-30, lists one item a line. */
  written: Partial<Record<ProcedureKey, string>>;
}

export interface ProcedureList
  extends Pick<TableFacts<ProcedureKey>, "sheet" | "sheets" | "headerLine" | "columns" | "lacking"> {
  /** Each procedure of each agency once, in the order of the file. */
  rows: ProcedureRow[];
  counts: {
    read: number;
    accepted: number;
    duplicates: number;
    superseded: number;
    rejected: number;
    skipped: number;
  };
  skipped: { row: number; why: SkippedBecause }[];
  /** Codes of rows that were rejected for something else: they stand in the list all the same. */
  rejectedCodes: string[];
  /** Rows with errors, as they were written. */
  rejected: Pick<ProcedureRow, "row" | "written">[];
  errors: ListIssue[];
  warnings: ListIssue[];
}

/** Without these no row can be taken. */
const requiredColumns: readonly ProcedureKey[] = ["ma_tthc", "ten_tthc"];

const kind: TableKind<ProcedureKey> = {
  name: "danh mục thủ tục hành chính",
  columns: procedureColumns,
  heads: ["ma_tthc", "ten_tthc", "ten_linh_vuc", "ten_co_quan"],
  required: requiredColumns,
  code: "ma_tthc",
  words: { ma_tthc: "Mã TTHC", ten_tthc: "Tên thủ tục" },
};

/** All the texts of a list, in characters. */
const MOST_CHARACTERS = 120_000_000;

/** The name in what the national system gives: [{"MALINHVUC":…,"TENLINHVUC":…}]. */
function namesIn(written: string): string {
  if (!/^[[{]/u.test(written)) return written;
  try {
    const items = [JSON.parse(written)].flat() as Record<string, unknown>[];
    const names = items.flatMap((item) =>
      Object.entries(item).flatMap(([key, value]) =>
        /^ten/iu.test(key) && typeof value === "string" ? [value] : [],
      ),
    );
    return names.length > 0 ? names.join("; ") : written;
  } catch {
    return written;
  }
}

const nested: ReadonlySet<ProcedureKey> = new Set(["ten_linh_vuc", "ten_co_quan"]);

function writtenIn(key: ProcedureKey, cells: TableRow<ProcedureKey>, from1904: boolean): string {
  const cell = cells(key);
  const type = kindOf(key);
  if (type === "day") {
    const day = readDay(cell, from1904);
    if (day !== null) return isoOfYmd(day);
  }
  const text = cleanCell(cellText(cell), type === "list" || type === "set");
  return nested.has(key) ? cleanCell(namesIn(text)) : text;
}

/** Whether two rows say the same, however they are laid out. */
const isSame = (one: ProcedureRow, other: ProcedureRow): boolean =>
  procedureKeys.every(
    (key) => meaningOf(key, one.written[key] ?? "") === meaningOf(key, other.written[key] ?? ""),
  );

/**
 * Reads a list of procedures of any kind that systems export. Throws UnreadableDocument, in words that say what to do,
 * for a file that is no such list; a row that cannot be taken is an error by its number in the sheet. `tell` hears after
 * every row how many have been read.
 */
export async function readProcedureList(
  bytes: Uint8Array,
  choice: TableChoice<ProcedureKey> = {},
  tell: (read: number) => void = () => {},
): Promise<ProcedureList> {
  const byKey = new Map<string, ProcedureRow>();
  const errors: ListIssue[] = [];
  const warnings: ListIssue[] = [];
  const rejected: ProcedureList["rejected"] = [];
  const counts = { read: 0, accepted: 0, duplicates: 0, superseded: 0, rejected: 0, skipped: 0 };
  const rejectedCodes: string[] = [];
  let characters = 0;
  const take = (
    row: number,
    cells: TableRow<ProcedureKey>,
    { from1904, columns }: TableFacts<ProcedureKey>,
  ) => {
    const known = columns.flatMap(({ field }) => field ?? []);
    counts.read += 1;
    tell(counts.read);
    const cell = cells("ma_tthc");
    const code = readCode(typeof cell === "number" ? cell : cleanCell(cellText(cell)));
    const written: ProcedureRow["written"] = {};
    for (const key of known) {
      const text = key === "ma_tthc" ? (code?.code ?? "") : writtenIn(key, cells, from1904);
      if (text !== "") written[key] = text;
      characters += text.length;
    }
    if (characters > MOST_CHARACTERS) throw tooLargeList();
    const faults = faultsOf(row, code, written, cells, known);
    if (faults.length > 0) {
      counts.rejected += 1;
      errors.push(...faults);
      if (code) rejectedCodes.push(code.code);
      const given = cleanCell(cellText(cell));
      rejected.push({ row, written: { ...written, ...(given !== "" && { ma_tthc: given }) } });
      return;
    }
    const read: ProcedureRow = { row, code: code!.code, written };
    warnings.push(...remarksOn(read, code!, String(cellText(cell))));
    const key = `${read.code}|${written.ma_co_quan ?? ""}`;
    const former = byKey.get(key);
    if (former && isSame(former, read)) {
      counts.duplicates += 1;
      return;
    }
    if (former) {
      counts.superseded += 1;
      warnings.push({
        row: former.row,
        column: "ma_tthc",
        code: "superseded",
        message: `Mã ${read.code} có hai dòng khác nhau; lấy dòng ${row}, bỏ dòng ${former.row}.`,
      });
    }
    byKey.set(key, read);
  };
  const facts = await readTable(kind, bytes, take, choice);
  const rows = [...byKey.values()].toSorted((a, b) => a.row - b.row);
  return {
    ...{ sheet: facts.sheet, sheets: facts.sheets, headerLine: facts.headerLine },
    ...{ columns: facts.columns, lacking: facts.lacking },
    rows,
    counts: { ...counts, accepted: rows.length, skipped: facts.skipped.length },
    skipped: facts.skipped,
    rejectedCodes,
    rejected,
    errors,
    warnings: warnings.toSorted((a, b) => a.row - b.row),
  };
}

function faultsOf(
  row: number,
  code: ReturnType<typeof readCode>,
  written: ProcedureRow["written"],
  cells: TableRow<ProcedureKey>,
  known: ProcedureKey[],
): ListIssue[] {
  const faults: ListIssue[] = known.flatMap((column) => {
    const cell = cells(column);
    return isFault(cell) && (column === "ma_tthc" || column === "ten_tthc")
      ? [
          {
            row,
            column,
            code: "no-value" as const,
            message: `Ô không có giá trị (${cell.reason}); hãy gõ lại giá trị vào ô.`,
          },
        ]
      : [];
  });
  if (faults.length > 0) return faults;
  const given = cleanCell(cellText(cells("ma_tthc")));
  if (given === "")
    faults.push({ row, column: "ma_tthc", code: "missing-required", message: "Dòng thiếu mã thủ tục." });
  else if (!code)
    faults.push({
      row,
      column: "ma_tthc",
      code: "bad-code",
      message: `“${given.slice(0, 60)}” không phải mã thủ tục.`,
    });
  if (!written.ten_tthc)
    faults.push({ row, column: "ten_tthc", code: "missing-required", message: "Dòng thiếu tên thủ tục." });
  return faults;
}

function remarksOn(
  { row, code, written }: ProcedureRow,
  read: NonNullable<ReturnType<typeof readCode>>,
  given: string,
): ListIssue[] {
  const remarks: ListIssue[] = [];
  if (read.restored)
    remarks.push({
      row,
      column: "ma_tthc",
      code: "numeric-code-restored",
      message: `Mã là số ${given}; đã đọc thành ${code}.`,
    });
  else if (read.odd)
    remarks.push({
      row,
      column: "ma_tthc",
      code: "odd-code",
      message: `Mã ${code} không theo mẫu thường gặp (ví dụ 1.004628).`,
    });
  for (const [key, text] of Object.entries(written) as [ProcedureKey, string][]) {
    if (kindOf(key) === "day" && !/^\d{4}-\d\d-\d\d$/u.test(text))
      remarks.push({
        row,
        column: key,
        code: "bad-date",
        message: `“${text.slice(0, 60)}” không phải ngày.`,
      });
    if (kindOf(key) !== "word") continue;
    const meant = wordMeant(key, text);
    if (meant === null)
      remarks.push({
        row,
        column: key,
        code: "unknown-enum",
        message: `“${text.slice(0, 60)}” không thuộc danh sách đã biết; giữ nguyên như đã ghi.`,
      });
    else if (meant === "huyen" || (key === "muc_do_dvc" && /3/u.test(text)))
      remarks.push({
        row,
        column: key,
        code: "old-enum",
        message: `“${text.slice(0, 60)}” là cách ghi cũ; hãy kiểm tra lại.`,
      });
  }
  return remarks;
}
