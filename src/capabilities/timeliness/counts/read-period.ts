import {
  InvalidPeriod,
  type PeriodKind,
  parsePeriod,
  periodsOfYear,
} from "#platform/clock/reporting-period.ts";
import { cellText, cleanCell, readDay } from "#platform/sheets/columns/read-values.ts";
import { isoOfYmd } from "#platform/sheets/rows/civil-day.ts";
import { DayCell, type RowCell } from "#platform/sheets/rows/row-visitor.ts";
import { plain } from "#platform/text/unit-named.ts";

const romans: Record<string, string> = { i: "1", ii: "2", iii: "3", iv: "4" };
const kinds: PeriodKind[] = ["month", "quarter", "half", "nine-months", "year"];

const written: [RegExp, (found: string[]) => string][] = [
  [/^(?:thang )?(\d{1,2}) (?:nam )?(20\d\d)$/u, ([, month, year]) => `${year}-${month!.padStart(2, "0")}`],
  [/^(20\d\d) ?(0[1-9]|1[0-2])$/u, ([, year, month]) => `${year}-${month}`],
  [/^quy (i{1,3}|iv|[1-4]) (?:nam )?(20\d\d)$/u, ([, at, year]) => `${year}-Q${romans[at!] ?? at}`],
  [/^6 thang dau (?:nam )?(20\d\d)$/u, ([, year]) => `${year}-H1`],
  [/^6 thang cuoi (?:nam )?(20\d\d)$/u, ([, year]) => `${year}-H2`],
  [/^9 thang(?: dau)? (?:nam )?(20\d\d)$/u, ([, year]) => `${year}-9M`],
  [/^(?:nam )?(20\d\d)$/u, ([, year]) => year!],
];

const known = (code: string): string | null => {
  try {
    return parsePeriod(code, "decree").code;
  } catch (error) {
    if (!(error instanceof InvalidPeriod)) throw error;
    return null;
  }
};

/** The code of the period that a cell names, "2026-11"; null when it names none. A day that a sheet made of "11/2026" is its month. */
export function readPeriod(cell: RowCell): string | null {
  if (cell instanceof DayCell) return known(isoOfYmd(cell.ymd).slice(0, 7));
  const text = cleanCell(cellText(cell));
  const asCode = known(text);
  if (asCode !== null) return asCode;
  const words = plain(text);
  for (const [pattern, codeOf] of written) {
    const found = pattern.exec(words);
    if (found) return known(codeOf(found));
  }
  return null;
}

/** The period from one day to another, both inside, of the decree or of the calendar; null when there is none. */
export function periodBetween(from: RowCell, to: RowCell, from1904: boolean): string | null {
  const [first, last] = [readDay(from, from1904), readDay(to, from1904)];
  if (first === null || last === null) return null;
  const year = Math.floor(last / 10_000);
  for (const basis of ["decree", "calendar"] as const)
    for (const kind of kinds) {
      const fits = periodsOfYear(year, kind, basis).find(
        (period) => period.from === isoOfYmd(first) && period.to === isoOfYmd(last),
      );
      if (fits) return fits.code;
    }
  return null;
}
