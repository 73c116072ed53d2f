import type { RowCell } from "./row-visitor.ts";

/** A cell merged over several rows: its place and the last of its rows. */
export interface MergeDown {
  line: number;
  column: number;
  toLine: number;
}

/** So many are looked at; a list that people keep has far fewer. */
export const MOST_MERGES = 50_000;

/** A cell merged over several rows says the same in each of them: fills it in, row after row. */
export class MergedDown {
  private readonly beginning = new Map<number, MergeDown[]>();
  private open: { column: number; toLine: number; cell: RowCell }[] = [];

  constructor(merges: MergeDown[]) {
    for (const merge of merges) {
      const same = this.beginning.get(merge.line);
      if (same) same.push(merge);
      else this.beginning.set(merge.line, [merge]);
    }
  }

  fill(line: number, cells: RowCell[]): void {
    if (this.beginning.size === 0) return;
    this.open = this.open.filter(({ toLine }) => toLine >= line);
    // What has nothing of its own is no row, however far a merge reaches.
    if (this.open.length > 0 && cells.some((cell) => cell !== undefined))
      for (const { column, cell } of this.open) {
        while (cells.length <= column) cells.push(undefined);
        cells[column] ??= cell;
      }
    for (const { column, toLine } of this.beginning.get(line) ?? [])
      if (cells[column] !== undefined) this.open.push({ column, toLine, cell: cells[column] });
  }
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Listens to the bytes of a sheet's XML for the cells that are merged over rows; they stand behind all rows. */
export class MergeFinder {
  readonly merges: MergeDown[] = [];
  private carried = "";
  private found = false;

  write(bytes: Uint8Array): void {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!this.found) {
      const text = this.carried + piece.toString("latin1", 0, 16);
      this.found = text.includes("mergeCells") || piece.includes("mergeCells");
      this.carried = piece.toString("latin1", Math.max(0, piece.length - 16));
      if (!this.found) return;
      this.carried = "";
    }
    const text = this.carried + piece.toString("latin1");
    for (const [, left, line, , toLine] of text.matchAll(
      /ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/gu,
    ))
      if (this.merges.length < MOST_MERGES && Number(toLine) > Number(line))
        this.merges.push({ line: Number(line), column: columnOf(left!), toLine: Number(toLine) });
    // A name that the next piece goes on with; what has been read is cut off.
    const last = text.lastIndexOf("<");
    this.carried = text.indexOf(">", last) < 0 ? text.slice(last) : "";
  }
}
