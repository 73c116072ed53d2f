/** A day that a cell of a workbook shows, as 20261130. */
export class DayCell {
  readonly ymd: number;

  constructor(ymd: number) {
    this.ymd = ymd;
  }
}

/** A cell without a value to read: the error that it shows, or a formula that was never worked out. */
export class FaultCell {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** A cell as it lies in the file; what is empty is undefined. */
export type RowCell = string | number | boolean | DayCell | FaultCell | undefined;

/** Takes the rows of a file one after another, none of them kept. */
export interface RowVisitor {
  /** A sheet begins, or the one list of a text file; false: its rows are not wanted. */
  sheet: (name: string, facts: { from1904: boolean }) => boolean;
  /** A row in which something may stand, with the number at its left edge, from 1; false: enough of this sheet. */
  row: (line: number, cells: RowCell[]) => boolean;
}

/** Bounds of a list, also of what a package holds unpacked. */
export const rowLimits = {
  fileBytes: 50 * 1024 * 1024,
  /** One sheet, unpacked. */
  sheetBytes: 1024 * 1024 * 1024,
  /** The texts that the sheets share, unpacked. */
  textBytes: 256 * 1024 * 1024,
  texts: 6_000_000,
  rows: 500_000,
  columns: 200,
  cells: 30_000_000,
  /** An old workbook is held in memory as a whole. */
  oldFileBytes: 20 * 1024 * 1024,
} as const;
