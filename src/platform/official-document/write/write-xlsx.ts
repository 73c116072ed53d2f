import { cleaned, isWebAddress } from "./wording.ts";

interface SheetColumn {
  header: string;
  /** In characters. */
  width: number;
  /** "date": a YYYY-MM-DD text, shown as dd/MM/yyyy. "url": an http(s) address becomes a link, anything else text. */
  kind: "text" | "number" | "date" | "url";
}

export interface Sheet {
  /** At most 31 characters and without []:*?/\ (what Excel allows); longer or other names are shortened. */
  name: string;
  columns: SheetColumn[];
  /** null or undefined: an empty cell. */
  rows: unknown[][];
}

const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/gu, " ")
    .trim()
    .slice(0, 31);

const key = (column: number): string => `c${column}`;

/**
 * Writes sheets as .xlsx: bold frozen heads, filters, wrapped text. Texts are written as texts, so that one that
 * begins with = + - or @ never becomes a formula. `madeAt` (ISO instant; now when left out): the same sheets made at the
 * same moment are the same bytes. Throws RangeError for a date that is no day.
 */
export async function writeXlsx(sheets: Sheet[], madeAt?: string): Promise<Uint8Array> {
  const { cellRef, link, writeXlsx: write } = await import("hucre/xlsx");
  const cellOf = (value: unknown, kind: SheetColumn["kind"]) => {
    if (value === null || value === undefined || value === "") return null;
    if (kind === "number") return Number(value);
    if (kind === "date")
      return new Date(Temporal.PlainDate.from(String(value)).toZonedDateTime("UTC").epochMilliseconds);
    const text = cleaned(String(value));
    return kind === "url" && isWebAddress(text) ? link(text, text) : text;
  };
  const at = madeAt === undefined ? new Date() : new Date(madeAt);
  return write({
    properties: { created: at, modified: at },
    sheets: sheets.map(({ name, columns, rows }) => ({
      name: sheetName(cleaned(name)),
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${cellRef(rows.length, columns.length - 1)}` },
      columns: columns.map(({ header, width, kind }, index) => ({
        header: cleaned(header),
        key: key(index),
        width,
        style: {
          alignment: { wrapText: true, vertical: "top" as const },
          ...(kind === "date" ? { numFmt: "dd/mm/yyyy" } : {}),
        },
      })),
      cells: new Map(
        columns.map((_, index) => [
          `0,${index}`,
          { style: { font: { bold: true }, alignment: { wrapText: true, vertical: "top" as const } } },
        ]),
      ),
      data: rows.map((row) =>
        Object.fromEntries(columns.map(({ kind }, index) => [key(index), cellOf(row[index], kind)])),
      ),
    })),
  });
}
