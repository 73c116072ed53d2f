import type { Block, Paragraph, Table, TableCell } from "./block.ts";
import { limits, tooLong } from "./limits.ts";
import type { Attributes } from "./read-xml.ts";

interface OpenTable {
  table: Table;
  row: TableCell[];
  column: number;
  cell: TableCell | null;
  /** Cells that reach into rows below, by their first column, with the rows still to cover. */
  reaching: Map<number, { cell: TableCell; rows: number }>;
  /** Cells of this row that reach below. */
  begun: Map<number, { cell: TableCell; rows: number }>;
}

const widest = 1000;

function repeated(attributes: Attributes): number {
  return Math.min(
    Math.max(Math.trunc(Number(attributes["table:number-columns-repeated"] ?? 1)) || 1, 1),
    widest,
  );
}

/** Builds blocks out of paragraphs and of the elements of OpenDocument tables. */
export class OdtTables {
  readonly blocks: Block[] = [];
  #open: OpenTable[] = [];
  #cells = 0;

  place(paragraph: Paragraph): void {
    const cell = this.#open.at(-1)?.cell;
    if (this.#open.length === 0) this.blocks.push(paragraph);
    else cell?.paragraphs.push(paragraph);
  }

  open(name: string, attributes: Attributes, index: number): void {
    if (name === "table:table") {
      this.#open.push({
        table: { kind: "table", index, rows: [] },
        row: [],
        column: 0,
        cell: null,
        reaching: new Map(),
        begun: new Map(),
      });
      return;
    }
    const table = this.#open.at(-1);
    if (!table) return;
    if (name === "table:table-row") {
      table.row = [];
      table.column = 0;
      table.begun = new Map();
    } else if (name === "table:table-cell") this.#openCell(table, attributes);
    else if (name === "table:covered-table-cell") this.#cover(table, repeated(attributes));
  }

  close(name: string): void {
    const table = this.#open.at(-1);
    if (!table) return;
    if (name === "table:table-cell") table.cell = null;
    else if (name === "table:table-row") this.#closeRow(table);
    else if (name === "table:table") this.#closeTable();
  }

  #openCell(table: OpenTable, attributes: Attributes): void {
    const count = repeated(attributes);
    const span = Math.min(
      Math.max(Math.trunc(Number(attributes["table:number-columns-spanned"] ?? 1)) || 1, 1),
      widest,
    );
    const rows = Math.trunc(Number(attributes["table:number-rows-spanned"] ?? 1)) || 1;
    for (let time = 0; time < count; time += 1) {
      this.#cells += 1;
      if (this.#cells > limits.cells) throw tooLong();
      const cell: TableCell = { paragraphs: [], column: table.column, span, continued: false };
      table.row.push(cell);
      table.cell = cell;
      table.column += 1;
      if (rows > 1) table.begun.set(cell.column, { cell, rows: rows - 1 });
    }
  }

  /** Covered places continue the cell above, or lie under a wide cell of this row. */
  #cover(table: OpenTable, count: number): void {
    for (let time = 0; time < count; time += 1) {
      const above = table.reaching.get(table.column);
      if (above) table.row.push({ ...above.cell, continued: true });
      table.column += 1;
    }
  }

  #closeRow(table: OpenTable): void {
    if (table.row.length > 0) table.table.rows.push(table.row);
    for (const [column, reach] of table.reaching) {
      reach.rows -= 1;
      if (reach.rows <= 0) table.reaching.delete(column);
    }
    for (const [column, reach] of table.begun) table.reaching.set(column, reach);
  }

  #closeTable(): void {
    const closed = this.#open.pop();
    if (!closed) return;
    const outer = this.#open.at(-1);
    if (!outer) {
      if (closed.table.rows.length > 0) this.blocks.push(closed.table);
      return;
    }
    for (const row of closed.table.rows)
      for (const cell of row)
        if (!cell.continued) for (const paragraph of cell.paragraphs) outer.cell?.paragraphs.push(paragraph);
  }
}
