import { decodeText } from "./decode-text.ts";
import {
  noSheet,
  type ReadSheet,
  readXlsx,
  type SheetCell,
  sheetLimits,
  tidyCell,
  tooLargeSheet,
} from "./read-xlsx.ts";

/** A cell of a CSV as Excel would show it: `="0912"` is its text, any other formula has no value in the file. */
function cellOf(written: string): SheetCell | null {
  const text = tidyCell(/^="([^"]*)"$/u.exec(written.trim())?.[1] ?? written);
  if (text === "") return null;
  return text.startsWith("=")
    ? { text: "", day: null, fault: "công thức chưa được tính" }
    : { text, day: null, fault: null };
}

/** Excel's own first line, which names the mark between cells. */
const namedMark = /^sep=([;,\t])\r?\n/iu;

/**
 * Reads a CSV as one sheet: UTF-8 or UTF-16 with or without its mark, or an old Vietnamese encoding; semicolons (which
 * a Vietnamese Excel writes), commas or tabs, whichever parts the first rows most. Throws UnreadableDocument.
 */
async function readCsv(bytes: Uint8Array): Promise<ReadSheet[]> {
  const decoded = decodeText(bytes)?.replace(/^\ufeff/u, "");
  if (decoded === undefined || /^\s*<|^%PDF|^\{\\rtf/iu.test(decoded)) throw noSheet();
  if (decoded.length > sheetLimits.characters) throw tooLargeSheet();
  const { parseCsv } = await import("hucre/csv");
  const named = namedMark.exec(decoded);
  const text = named ? decoded.slice(named[0].length) : decoded;
  const rowsBy = (delimiter: string, maxRows: number) => parseCsv(text, { delimiter, maxRows });
  // A table from the clipboard has tabs in every line, whatever its sentences hold.
  const tabbed = rowsBy("\t", 30).every((row) => row.length > 1);
  const [best] = (named ? [named[1]!] : tabbed ? ["\t"] : ["\t", ";", ","])
    .map((mark) => ({ mark, cells: rowsBy(mark, 30).reduce((sum, row) => sum + row.length - 1, 0) }))
    .toSorted((a, b) => b.cells - a.cells);
  if (!best || best.cells === 0) throw noSheet();
  const rows = rowsBy(best.mark, sheetLimits.rows + 1);
  if (
    rows.length > sheetLimits.rows ||
    rows.reduce((sum, row) => sum + row.length, 0) > sheetLimits.cells * 2
  )
    throw tooLargeSheet();
  return [
    {
      name: "CSV",
      rows: rows
        .map((row, at) => ({
          line: at + (named ? 2 : 1),
          isBand: false,
          cells: new Map(
            row.slice(0, sheetLimits.columns).flatMap((value, column) => {
              const cell = cellOf(String(value ?? ""));
              return cell ? [[column, cell] as const] : [];
            }),
          ),
        }))
        .filter(({ cells }) => cells.size > 0),
    },
  ];
}

/** The two ways in which a file of Excel begins: a package, or what is encrypted or older. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);

/** Reads a spreadsheet, .xlsx or CSV, told apart by its bytes. Throws UnreadableDocument in words that say what to do. */
export const readSheets = (bytes: Uint8Array): Promise<ReadSheet[]> =>
  isWorkbook(bytes) || bytes.byteLength === 0 || bytes.byteLength > sheetLimits.fileBytes
    ? readXlsx(bytes)
    : readCsv(bytes);
