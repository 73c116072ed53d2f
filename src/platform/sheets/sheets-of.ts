import { readSheets } from "#platform/official-document/read/read-sheets.ts";
import {
  type ReadSheet,
  type SheetCell,
  sheetLimits,
  tidyCell,
  tooLargeSheet,
} from "#platform/official-document/read/read-xlsx.ts";
import { cellText } from "./columns/read-values.ts";
import { DayCell, FaultCell, type RowCell } from "./rows/row-visitor.ts";
import { visitRows } from "./rows/visit-rows.ts";

/** A cell as a person sees it; null for one in which nothing stands. */
function seen(cell: RowCell): SheetCell | null {
  if (cell === undefined) return null;
  if (cell instanceof FaultCell) return { text: "", day: null, fault: cell.reason };
  const text = tidyCell(cellText(cell));
  if (text === "") return null;
  const digits = cell instanceof DayCell ? String(cell.ymd).padStart(8, "0") : null;
  const day = digits && `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return { text, day, fault: null };
}

/** Every sheet in which something stands, within the bounds of a list that people keep by hand. */
async function visited(bytes: Uint8Array): Promise<ReadSheet[]> {
  const sheets: ReadSheet[] = [];
  let cells = 0;
  let isNamed = false;
  await visitRows(bytes, {
    sheet: (name) => {
      if (sheets.length >= sheetLimits.sheets) throw tooLargeSheet();
      sheets.push({ name, rows: [] });
      return true;
    },
    row: (number, given) => {
      const shown = given.slice(0, sheetLimits.columns).map(seen);
      const found = new Map(shown.flatMap((cell, column) => (cell ? [[column, cell] as const] : [])));
      if (found.size === 0) return true;
      cells += found.size;
      const { rows } = sheets.at(-1)!;
      if (rows.length >= sheetLimits.rows || cells > sheetLimits.cells) throw tooLargeSheet();
      // Names of columns that come with each object are a row of heads, numbered 0, before the first.
      isNamed ||= number === 0;
      rows.push({ line: number + (isNamed ? 1 : 0), cells: found, isBand: false });
      return true;
    },
  });
  return sheets;
}

const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** A list within tags or brackets: a page or XML that is named .xls, JSON. */
const begins = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 200))
    .toString("latin1")
    .replace(/[^ -~]/gu, "")
    .trimStart();

/**
 * The sheets of a list of any kind that people keep or systems export, told apart by its bytes: .xlsx with its merged
 * bands, .xls, CSV in any encoding, JSON. Throws UnreadableDocument in words that say what to do.
 */
export async function sheetsOf(bytes: Uint8Array): Promise<ReadSheet[]> {
  const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  return !isWorkbook(bytes) &&
    bytes.byteLength <= sheetLimits.fileBytes &&
    (isOld || /^[[{<]/u.test(begins(bytes)))
    ? visited(bytes)
    : readSheets(bytes);
}
