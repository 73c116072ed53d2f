import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  type IParagraphOptions,
  type ITableBordersOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Block, Cell, RichText, Table as TableBlock } from "./document.ts";
import { layout } from "./layout.ts";
import { fullCell, isTall, isWebAddress, runs, shares } from "./wording.ts";

/** Millimetres as twips. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
/** Points as half-points, the unit of type sizes in Word. */
export const halfPoints = (points: number): number => points * 2;
/** Points as twentieths, the unit of spacing in Word. */
export const twentieths = (points: number): number => points * 20;

interface Style {
  /** In points; the body's when left out. */
  size?: number;
  bold?: boolean;
  italic?: boolean;
}

function textRuns(text: RichText, { size = layout.size.body, bold, italic }: Style) {
  return runs(text).map((run) => {
    const lines = run.text.split("\n").map(
      (line, index) =>
        new TextRun({
          text: line,
          break: index === 0 ? 0 : 1,
          size: halfPoints(size),
          bold: bold === true || run.bold === true,
          italics: italic === true || run.italic === true,
          ...(run.link === undefined ? {} : { underline: {} }),
        }),
    );
    return run.link !== undefined && isWebAddress(run.link)
      ? [new ExternalHyperlink({ link: run.link, children: lines })]
      : lines;
  });
}

/** One paragraph in one style. */
export const line = (text: RichText, style: Style, options: Omit<IParagraphOptions, "children"> = {}) =>
  new Paragraph({ ...options, children: textRuns(text, style).flat() });

/** Spacing of everything that reads as body. */
export const bodySpacing = {
  after: twentieths(layout.paragraphGap),
  line: Math.round(240 * layout.lineSpacing),
  // Left out, some programs read the figure as an exact height and set the lines too close.
  lineRule: LineRuleType.AUTO,
} as const;

const headingLevels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

function paragraph(block: Exclude<Block, { kind: "table" }>, keepNext: boolean): Paragraph {
  const indent = { firstLine: twips(layout.firstLine) };
  if (block.kind === "heading") {
    const label = block.label ?? null;
    return line(
      label === null ? block.text : `${label} ${block.text}`,
      { bold: block.level < 3, italic: block.level === 3 },
      {
        heading: headingLevels[block.level - 1]!,
        alignment: AlignmentType.JUSTIFIED,
        spacing: bodySpacing,
        indent,
        keepNext: true,
      },
    );
  }
  const text: RichText =
    block.kind === "bullet" ? [{ text: block.level === 2 ? "+ " : "- " }, ...runs(block.text)] : block.text;
  return line(text, {}, { alignment: AlignmentType.JUSTIFIED, spacing: bodySpacing, indent, keepNext });
}

/** Shares of a width in whole twips; the last takes what rounding leaves. */
function columnsOf(widths: number[], total: number): number[] {
  const parts = shares(widths, total).map(Math.floor);
  parts[parts.length - 1]! += total - parts.reduce((a, b) => a + b, 0);
  return parts;
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function tableCell(cell: Cell, width: number): TableCell {
  const { text, align, columns, bold } = fullCell(cell);
  return new TableCell({
    columnSpan: columns,
    width: { size: width, type: WidthType.DXA },
    margins: { left: twips(1.2), right: twips(1.2), top: twips(0.6), bottom: twips(0.6) },
    children: [line(text, { size: layout.size.table, bold }, { alignment: alignments[align] })],
  });
}

function table(block: TableBlock, width: number): (Paragraph | Table)[] {
  const widths = block.widths ?? block.head.map(() => 1);
  const columns = columnsOf(widths, width);
  const millimetres = columns.map((twip) => (twip * 25.4) / 1440);
  const row = (cells: Cell[]) => {
    let column = 0;
    return new TableRow({
      cantSplit: !isTall(cells, millimetres),
      children: cells.map((cell) => {
        const span = fullCell(cell).columns;
        const cellWidth = columns.slice(column, column + span).reduce((a, b) => a + b, 0);
        column += span;
        return tableCell(cell, cellWidth);
      }),
    });
  };
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.head.map(
      (text, index) =>
        new TableCell({
          width: { size: columns[index]!, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          margins: { left: twips(1), right: twips(1), top: twips(0.6), bottom: twips(0.6) },
          children: [
            line(text, { size: layout.size.table, bold: true }, { alignment: AlignmentType.CENTER }),
          ],
        }),
    ),
  });
  return [
    ...(block.caption === undefined
      ? []
      : [
          line(
            block.caption,
            { size: layout.size.caption, bold: true },
            {
              alignment: AlignmentType.CENTER,
              spacing: { before: twentieths(6), after: twentieths(6) },
              keepNext: true,
            },
          ),
        ]),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: width, type: WidthType.DXA },
      columnWidths: columns,
      rows: [head, ...block.rows.map(row)],
    }),
    new Paragraph({ spacing: { after: twentieths(layout.paragraphGap) } }),
  ];
}

/**
 * The body as Word paragraphs and tables; `width` of the text area in millimetres. `signed`: what signs the body
 * follows, and never stands alone on a page.
 */
export const bodyParts = (body: Block[], width: number, signed = false): (Paragraph | Table)[] =>
  body.flatMap((block, index) =>
    block.kind === "table"
      ? table(block, twips(width))
      : [paragraph(block, signed && index === body.length - 1)],
  );

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const borderless: ITableBordersOptions = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

/** Two blocks side by side without borders, as the header and the closing of a document are built. */
export function twoBlocks(left: Paragraph[], right: Paragraph[], width: number): Table {
  const columns = columnsOf([layout.leftBlock, layout.rightBlock], twips(width));
  const cell = (children: Paragraph[], index: number) =>
    new TableCell({
      children,
      width: { size: columns[index]!, type: WidthType.DXA },
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
      borders: { top: none, bottom: none, left: none, right: none },
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns[0]! + columns[1]!, type: WidthType.DXA },
    columnWidths: columns,
    borders: borderless,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: [new TableRow({ cantSplit: true, children: [cell(left, 0), cell(right, 1)] })],
  });
}

/** A solid rule of `length`, centred in `width` (both in millimetres). */
export function rule(length: number, width: number): Paragraph {
  const side = twips((width - length) / 2);
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 0 } },
    indent: { left: side, right: side },
    spacing: { before: twentieths(2), after: 0, line: 60, lineRule: "exact" },
    children: [],
  });
}
