import type { Block, Paragraph, Table, TableCell } from "./block.ts";
import { cleanText } from "./clean-text.ts";
import { codingOf } from "./legacy-letters.ts";
import { limits, tooLong } from "./limits.ts";
import type { NumberingCounter } from "./numbering.ts";
import { addPiece, emphasisOf, type Piece, settleLetters } from "./pieces.ts";
import { applyProperty, isOn, type Look, type Styles } from "./read-styles.ts";
import type { Attributes, XmlHandler } from "./read-xml.ts";

/** Elements whose whole content is not part of the text as it stands. */
const leftOutElements = new Set([
  "del",
  "moveFrom",
  "delText",
  "delInstrText",
  "pPrChange",
  "rPrChange",
  "tblPrChange",
  "tblPrExChange",
  "tblGridChange",
  "tcPrChange",
  "trPrChange",
  "sectPrChange",
  "numberingChange",
  "rt",
  "sectPr",
]);

/** A table of contents longer than this was never closed: what follows is text. */
const longestContents = 500;

interface OpenParagraph {
  pieces: Piece[];
  styleId: string | null;
  direct: Look;
  /** The paragraph mark is deleted: the text runs on into the next paragraph. */
  markDeleted: boolean;
  characters: number;
  boldCharacters: number;
  italicCharacters: number;
}

interface OpenTable {
  table: Table;
  row: TableCell[];
  column: number;
  rowDeleted: boolean;
  cell: TableCell;
  merge: "none" | "start" | "continue";
  /** The cell that a vertical merge continues, by first column. */
  above: Map<number, TableCell>;
}

/** Turns the events of word/document.xml into blocks. */
export class DocxBody implements XmlHandler {
  readonly blocks: Block[] = [];
  readonly leftOut = { deletions: 0, comments: 0, footnotes: 0 };
  #styles: Styles;
  #numbers: NumberingCounter;
  #path: string[] = [];
  #skipping = 0;
  #paragraphs: OpenParagraph[] = [];
  #tables: OpenTable[] = [];
  #run: Look | null = null;
  #runStyle: Look = {};
  #inText = false;
  #inInstruction = false;
  #carried: Piece[] = [];
  /** Open content controls, each with what is skipped in it, and open fields from the outermost. */
  #controls: { placeholder: boolean; contents: boolean }[] = [];
  #fields: { instruction: string; result: boolean; paragraphs: number }[] = [];
  #index = 0;
  #written = 0;
  #cells = 0;
  #characters = 0;

  constructor(styles: Styles, numbers: NumberingCounter) {
    this.#styles = styles;
    this.#numbers = numbers;
  }

  open(name: string, attributes: Attributes, word: boolean): void {
    if (this.#skipping > 0) {
      this.#skipping += 1;
      return;
    }
    const parent = this.#path.at(-1);
    const control = name === "sdtContent" && word ? this.#controls.at(-1) : undefined;
    if (
      name === "Fallback" ||
      control?.placeholder ||
      control?.contents ||
      (word && this.#isLeftOut(name, parent))
    ) {
      this.#skipping = 1;
      return;
    }
    this.#path.push(name);
    if (!word) {
      // A share or a formula may be typed as an equation: its letters belong to the sentence.
      if (name === "t" && this.#path.at(-2) === "r" && this.#path.includes("oMath")) this.#inText = true;
      return;
    }
    switch (name) {
      case "sdt":
        this.#controls.push({ placeholder: false, contents: false });
        break;
      case "showingPlcHdr": {
        const own = this.#controls.at(-1);
        if (own && parent === "sdtPr") own.placeholder = isOn(attributes);
        break;
      }
      case "docPartGallery": {
        const own = this.#controls.at(-1);
        if (own) own.contents = attributes.val === "Table of Contents";
        break;
      }
      case "fldChar":
        this.#field(attributes.fldCharType);
        break;
      case "instrText":
        this.#inInstruction = true;
        break;
      case "sym":
        if (parent === "r")
          this.#write(String.fromCharCode(0xf000 | (Number.parseInt(attributes.char ?? "", 16) & 0xff)));
        break;
      case "p":
        this.#paragraphs.push({
          pieces: [],
          styleId: null,
          direct: {},
          markDeleted: false,
          characters: 0,
          boldCharacters: 0,
          italicCharacters: 0,
        });
        break;
      case "r":
        this.#run = {};
        this.#runStyle = {};
        break;
      case "t":
        this.#inText = true;
        break;
      case "br":
      case "cr":
        if (parent === "r") this.#write("\n");
        break;
      case "tab":
      case "ptab":
        if (parent === "r") this.#write("\t");
        break;
      case "noBreakHyphen":
        this.#write("-");
        break;
      case "softHyphen":
        // In TCVN3 fonts its place is a letter; elsewhere it vanishes.
        this.#write("\u00ad");
        break;
      case "footnoteReference":
      case "endnoteReference":
        this.leftOut.footnotes += 1;
        break;
      case "commentReference":
        this.leftOut.comments += 1;
        break;
      case "tbl":
        this.#openTable();
        break;
      case "tr":
        this.#openRow();
        break;
      case "tc":
        this.#openCell();
        break;
      case "gridSpan": {
        const table = this.#tables.at(-1);
        const span = Math.trunc(Number(attributes.val));
        if (table && span > 0 && span <= 1000) table.cell.span = span;
        break;
      }
      case "vMerge": {
        const table = this.#tables.at(-1);
        if (table) table.merge = attributes.val === "restart" ? "start" : "continue";
        break;
      }
      case "gridBefore": {
        const table = this.#tables.at(-1);
        if (table) table.column += Math.min(Math.max(Math.trunc(Number(attributes.val)) || 0, 0), 1000);
        break;
      }
      default:
        this.#property(name, attributes, parent);
    }
  }

  close(name: string, word: boolean): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    this.#path.pop();
    if (name === "t") this.#inText = false;
    if (!word) return;
    if (name === "instrText") this.#inInstruction = false;
    else if (name === "sdt") this.#controls.pop();
    else if (name === "r") this.#run = null;
    else if (name === "p") this.#closeParagraph();
    else if (name === "tc") this.#closeCell();
    else if (name === "tr") this.#closeRow();
    else if (name === "tbl") this.#closeTable();
  }

  text(text: string): void {
    if (this.#skipping > 0) return;
    const field = this.#fields.at(-1);
    if (this.#inInstruction && field && field.instruction.length < 100)
      field.instruction += text.slice(0, 100);
    if (this.#inText) this.#write(text);
  }

  /** Fields print their result; a table of contents only repeats the headings. */
  #field(kind: string | undefined): void {
    const field = this.#fields.at(-1);
    if (kind === "begin" && this.#fields.length < 50)
      this.#fields.push({ instruction: "", result: false, paragraphs: 0 });
    else if (kind === "separate" && field) field.result = true;
    else if (kind === "end") this.#fields.pop();
  }

  get #inContents(): boolean {
    return this.#fields.some(
      ({ instruction, result, paragraphs }) =>
        result && paragraphs < longestContents && /^\s*TOC\b/i.test(instruction),
    );
  }

  #isLeftOut(name: string, parent: string | undefined): boolean {
    if (!leftOutElements.has(name)) return false;
    if (name === "del" || name === "moveFrom") {
      this.leftOut.deletions += 1;
      if (parent === "rPr" && this.#path.at(-2) === "pPr") {
        const paragraph = this.#paragraphs.at(-1);
        if (paragraph) paragraph.markDeleted = true;
      } else if (parent === "trPr") {
        const table = this.#tables.at(-1);
        if (table) table.rowDeleted = true;
      }
    }
    return true;
  }

  #property(name: string, attributes: Attributes, parent: string | undefined): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    if (parent === "rPr" && this.#run && this.#path.at(-3) === "r") {
      if (name === "rStyle") this.#runStyle = this.#styles.runLook(attributes.val ?? "");
      else applyProperty(this.#run, name, attributes);
    } else if (parent === "pPr") {
      if (name === "pStyle") paragraph.styleId = attributes.val ?? null;
      else applyProperty(paragraph.direct, name, attributes);
    } else if (parent === "numPr") applyProperty(paragraph.direct, name, attributes);
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    this.#characters += text.length;
    if (this.#characters > limits.characters) throw tooLong();
    const look = { ...this.#styles.look(paragraph.styleId), ...this.#runStyle, ...this.#run };
    if (look.hidden || this.#inContents) return;
    addPiece(paragraph.pieces, {
      text,
      strong: Boolean(look.bold || look.italic),
      caps: look.caps === true,
      coding: codingOf(look.font),
    });
    const visible = text.trim().length;
    paragraph.characters += visible;
    if (look.bold) paragraph.boldCharacters += visible;
    if (look.italic) paragraph.italicCharacters += visible;
  }

  #closeParagraph(): void {
    const open = this.#paragraphs.pop();
    if (!open) return;
    const pieces = this.#carried.length > 0 ? [...this.#carried, ...open.pieces] : open.pieces;
    this.#carried = [];
    if (open.markDeleted) {
      this.#carried = pieces;
      return;
    }
    for (const field of this.#fields) field.paragraphs += 1;
    const style = this.#styles.look(open.styleId);
    const look: Look = { ...style, ...open.direct };
    const { label, labelLevel } = this.#label(open, style);
    if (this.#styles.isContents(open.styleId)) return;
    const settled = settleLetters(pieces);
    const text = cleanText(settled.map((piece) => piece.text).join(""));
    const most = Math.max(open.characters * 0.9, 1);
    this.#place({
      kind: "paragraph",
      index: this.#index,
      text,
      label,
      labelLevel,
      align: look.align ?? null,
      bold: open.boldCharacters >= most,
      italic: open.italicCharacters >= most,
      emphasis: emphasisOf(settled),
    });
    this.#index += 1;
    if (text.trim() !== "") this.#written += 1;
    if (this.#index > limits.paragraphs || this.#written > limits.writtenParagraphs) throw tooLong();
  }

  #label(open: OpenParagraph, style: Look): Pick<Paragraph, "label" | "labelLevel"> {
    const numId = open.direct.numId ?? style.numId;
    if (numId === undefined || numId === "0") return { label: null, labelLevel: null };
    let level = open.direct.level;
    if (level === undefined && open.direct.numId === undefined) {
      const namedBy = style.numberedBy;
      level =
        (open.styleId !== null ? this.#numbers.levelOfStyle(numId, open.styleId) : null) ??
        (namedBy !== undefined ? this.#numbers.levelOfStyle(numId, namedBy) : null) ??
        style.level;
    }
    const label = this.#numbers.next(numId, level ?? 0);
    return label === null || label === ""
      ? { label: null, labelLevel: null }
      : { label, labelLevel: level ?? 0 };
  }

  #place(paragraph: Paragraph): void {
    const table = this.#tables.at(-1);
    if (!table) this.blocks.push(paragraph);
    else table.cell.paragraphs.push(paragraph);
  }

  #openTable(): void {
    this.#tables.push({
      table: { kind: "table", index: this.#index, rows: [] },
      row: [],
      column: 0,
      rowDeleted: false,
      cell: { paragraphs: [], column: 0, span: 1, continued: false },
      merge: "none",
      above: new Map(),
    });
  }

  #openRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.row = [];
    table.column = 0;
    table.rowDeleted = false;
  }

  #openCell(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.#cells += 1;
    if (this.#cells > limits.cells) throw tooLong();
    table.cell = { paragraphs: [], column: table.column, span: 1, continued: false };
    table.merge = "none";
  }

  #closeCell(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    const { cell, merge, above } = table;
    if (merge === "continue") {
      const start = above.get(cell.column);
      if (start) {
        cell.continued = true;
        cell.paragraphs = start.paragraphs;
      }
    } else if (merge === "start") above.set(cell.column, cell);
    else above.delete(cell.column);
    table.row.push(cell);
    table.column = cell.column + cell.span;
  }

  #closeRow(): void {
    const table = this.#tables.at(-1);
    if (table && !table.rowDeleted && table.row.length > 0) table.table.rows.push(table.row);
  }

  #closeTable(): void {
    const closed = this.#tables.pop();
    if (!closed) return;
    const outer = this.#tables.at(-1);
    if (!outer) {
      if (closed.table.rows.length > 0) this.blocks.push(closed.table);
      return;
    }
    for (const row of closed.table.rows)
      for (const cell of row)
        if (!cell.continued) for (const paragraph of cell.paragraphs) outer.cell.paragraphs.push(paragraph);
  }
}
