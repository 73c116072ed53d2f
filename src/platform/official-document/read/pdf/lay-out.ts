import type { Block, Paragraph, SourceDocument, Table } from "../block.ts";
import { limits, tooLong } from "../limits.ts";
import { UnreadableDocument } from "../unreadable-document.ts";
import { pageBodies } from "./page-furniture.ts";
import type { PageMarks } from "./page-marks.ts";
import { goesOnWith, type OpenTable, openTable, pitchOf, tableOf } from "./page-tables.ts";
import { groupLines, type LineGroup, type Measure, paragraphOf, type SetLine } from "./paragraphs.ts";
import { ruledTables } from "./ruled-tables.ts";
import { type SideBySide, sideBySide } from "./side-by-side.ts";
import { linesOfWords, type TextLine, textOf } from "./text-lines.ts";
import { type Grid, unruledTables } from "./unruled-tables.ts";

type Part =
  | { kind: "line"; line: TextLine; page: number }
  | (SideBySide & { page: number })
  | { kind: "table"; table: OpenTable };

/** The right margin of official documents at its widest: 20 mm. */
const usualMargin = 57;
/** Left margins of official documents: 30 mm, 35 mm at most. */
const usualLeft = 85;
const widestLeft = 105;
const gutterWidth = 6;

const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const greatest = (values: number[]) => values.reduce((a, b) => Math.max(a, b), 0);

const shapeOf = ({ width, height }: PageMarks) => `${Math.round(width)}×${Math.round(height)}`;

/** The places at which enough lines begin or end, in points. */
function sharedPlaces(values: number[], least: number): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1);
  return [...counts]
    .filter(([place, count]) => count + (counts.get(place - 1) ?? 0) >= least)
    .map(([place]) => place);
}

/** Where lines end: where many do, else where the longest does when others come near, else at the usual margin. */
function rightEdge(lines: TextLine[], width: number): number {
  const ends = lines.map(({ x1 }) => x1).filter((x1) => x1 > width * 0.7);
  const set = sharedPlaces(ends, Math.max(3, lines.length * 0.06));
  if (set.length > 0) return greatest(set);
  const longest = greatest(ends);
  const close = ends.filter((x1) => x1 > longest - usualMargin).length;
  return close >= Math.max(6, lines.length * 0.25) ? longest : Math.max(longest, width - usualMargin);
}

/** The distance of lines after such as fill the measure: there a paragraph goes on more often than not. */
function pitchOfFull(pages: TextLine[][], right: number): number {
  return pitchOf(
    pages.flatMap((lines) =>
      lines
        .slice(1)
        .map((line, at) => [lines[at]!, line])
        .filter(([before, line]) => before!.x1 > right - usualMargin && line!.x0 < before!.x0 + 3),
    ),
  );
}

/** The measure that the running text of pages of one shape is set in. */
function measureOf(pages: TextLine[][], width: number): Measure {
  const lines = pages.flat();
  const starts = lines.map(({ x0 }) => x0);
  const often = sharedPlaces(starts, Math.max(2, lines.length * 0.02));
  const size = usualSize(lines);
  // Stamps and notes are set closer than the text.
  const usual = pages.map((page) => page.filter((line) => Math.abs(line.size - size) < 0.15 * size));
  const begin = least(often.length > 0 ? often : starts);
  // Where every paragraph is of one line, all begin set in and none shows the margin.
  const left = begin > widestLeft ? usualLeft : begin;
  const atLeft = starts.filter((x0) => Math.abs(x0 - left) <= 3).length;
  const right = rightEdge(lines, width);
  return {
    left,
    right,
    pitch: pitchOfFull(usual, right) || pitchOf(usual),
    setIn: atLeft >= lines.length * 0.2,
    cell: false,
  };
}

/** The size that most letters are set in. */
function usualSize(lines: TextLine[]): number {
  const letters = new Map<number, number>();
  for (const { words, size } of lines)
    letters.set(size, (letters.get(size) ?? 0) + words.reduce((sum, { text }) => sum + text.length, 0));
  return [...letters].reduce((most, next) => (next[1] > most[1] ? next : most), [12, 0])[0];
}

/** What stands on each page from top to bottom, and how many notes were left out. */
function partsOf(marks: PageMarks[]): { pages: Part[][]; footnotes: number } {
  const parted = marks.map((page) => {
    const { tables, others } = ruledTables(page);
    return { marks: page, tables, lines: linesOfWords(others) };
  });
  const bodies = pageBodies(parted, usualSize(parted.flatMap(({ lines }) => lines)));
  let before: Grid | null = null;
  const pages = parted.map(({ tables: ruled, marks: { across } }, page) => {
    const unruled = unruledTables(bodies[page]!.lines, across, before);
    before = unruled.open;
    const tables = [...ruled, ...unruled.tables];
    const parts: { y: number; part: Part }[] = tables.map((table) => ({
      y: table.top,
      part: { kind: "table", table: openTable(table, page) },
    }));
    const tops = tables.map(({ top }) => top).sort((a, b) => a - b);
    const runs = new Map<number, TextLine[]>();
    for (const line of unruled.others) {
      const above = tops.findLastIndex((top) => top < line.y);
      const run = runs.get(above);
      if (run) run.push(line);
      else runs.set(above, [line]);
    }
    for (const run of runs.values())
      for (const part of sideBySide(run))
        parts.push({ y: part.kind === "line" ? part.line.y : part.y, part: { ...part, page } });
    return parts.sort((a, b) => a.y - b.y).map(({ part }) => part);
  });
  return { pages, footnotes: bodies.reduce((sum, body) => sum + body.footnotes, 0) };
}

const middle = ({ x0, x1 }: TextLine) => (x0 + x1) / 2;

/** True for a column whose lines all stand in its middle, as the names of agencies do. */
function isCentred(lines: TextLine[]): boolean {
  const middles = lines.map(middle).sort((a, b) => a - b);
  const usual = middles[Math.floor(middles.length / 2)]!;
  const alike = lines.filter((line) => Math.abs(middle(line) - usual) < 5).length;
  const left = least(lines.map(({ x0 }) => x0));
  const flush = lines.filter(({ x0 }) => x0 - left < 3).length;
  return alike >= lines.length * 0.6 && (lines.length < 3 || flush < lines.length * 0.6);
}

/** What every official document prints at its head (Decree 30/2020), over two lines where its column is narrow. */
const heads = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC", "ĐẢNG CỘNG SẢN VIỆT NAM"];
const inHead = (text: string) => text.normalize("NFC").trim().toUpperCase().replace("HOÀ", "HÒA");

class Blocks {
  readonly blocks: Block[] = [];
  #index = 0;
  #characters = 0;

  readonly next = (): number => {
    this.#index += 1;
    if (this.#index > limits.writtenParagraphs) throw tooLong();
    return this.#index - 1;
  };

  text(lines: SetLine[]): void {
    for (const group of groupLines(lines)) this.#add(paragraphOf(group, this.next()));
  }

  columns({ left, right }: SideBySide, page: number, pageRight: number): void {
    const index = this.#index;
    const gutter = least(right.map(({ x0 }) => x0)) - gutterWidth;
    const sides: [TextLine[], number][] = [
      [left, gutter],
      [right, Math.max(pageRight, greatest(right.map(({ x1 }) => x1)))],
    ];
    const cells = sides.map(([lines, edge], column) => ({
      paragraphs: this.#column(lines, page, edge),
      column,
      span: 1,
      continued: false,
    }));
    this.#add({ kind: "table", index, rows: [cells] });
  }

  table(table: OpenTable): void {
    this.#add(tableOf(table, this.next));
  }

  #column(lines: TextLine[], page: number, right: number): Paragraph[] {
    const measure: Measure = {
      left: least(lines.map(({ x0 }) => x0)),
      right,
      pitch: pitchOf([lines]),
      setIn: false,
      cell: false,
    };
    const set = lines.map((line) => ({ line, page, measure }));
    // Names of agencies and titles run over lines in capitals; what reads them knows which belong together.
    const alone = isCentred(lines)
      ? () => true
      : ({ line }: SetLine) => textOf(line) === textOf(line).toUpperCase();
    const groups: LineGroup[] = [];
    let open: SetLine[] = [];
    for (const each of set) {
      if (!alone(each)) {
        open.push(each);
        continue;
      }
      groups.push(...groupLines(open));
      open = [];
      // A place and date too long for its column goes on below: "… năm" over "2026".
      const above = groups.at(-1);
      const over = above ? above.lines.map(({ line }) => textOf(line)).join(" ") : "";
      if (
        above &&
        ((/^[\p{Ll}\d]/u.test(textOf(each.line)) && /\p{Ll}$/u.test(over)) ||
          heads.some((head) => head.startsWith(inHead(`${over} ${textOf(each.line)}`))))
      )
        above.lines.push(each);
      else groups.push({ lines: [each], centred: true });
    }
    groups.push(...groupLines(open));
    return groups.map((group) => paragraphOf(group, this.next()));
  }

  #add(block: Paragraph | Table): void {
    if (block.kind === "paragraph") this.#characters += block.text.length;
    if (this.#characters > limits.characters) throw tooLong();
    this.blocks.push(block);
  }
}

const letter = /\p{L}/u;
/** What letters become whose font does not say which they are. */
const nameless = /[\p{Co}\p{Cc}\ufffd]/u;

function refuseScans(marks: PageMarks[]): number[] {
  const empty = marks.flatMap(({ words, pictured }, page) =>
    words.length === 0 && pictured ? [page + 1] : [],
  );
  let [letters, unknown] = [0, 0];
  for (const { words } of marks)
    for (const { text } of words)
      for (const each of text) {
        if (letter.test(each)) letters += 1;
        else if (nameless.test(each)) unknown += 1;
      }
  if (letters + unknown < 40 * Math.min(marks.length, 3) || empty.length > marks.length / 2)
    throw new UnreadableDocument(
      "scan",
      "Tệp PDF là ảnh chụp hoặc bản quét, không có lớp chữ để đọc; hãy dùng bản .docx hay PDF xuất từ phần mềm soạn thảo, hoặc nhận dạng chữ (OCR) rồi thử lại.",
    );
  if (unknown > letters * 0.1)
    throw new UnreadableDocument(
      "encoding",
      "Chữ trong tệp PDF không kèm bảng mã Unicode nên không đọc được; hãy dùng bản .docx rồi thử lại.",
    );
  return empty;
}

/** Puts what the pages print into paragraphs and tables in reading order. */
export function layOut(marks: PageMarks[]): SourceDocument {
  const unreadPages = refuseScans(marks);
  const { pages, footnotes } = partsOf(marks);
  const byShape = new Map<string, { width: number; pages: TextLine[][] }>();
  for (const [at, parts] of pages.entries()) {
    const shape = shapeOf(marks[at]!);
    const lines = parts.flatMap((part) => (part.kind === "line" ? [part.line] : []));
    const alike = byShape.get(shape) ?? { width: marks[at]!.width, pages: [] };
    alike.pages.push(lines);
    byShape.set(shape, alike);
  }
  const measures = new Map(
    [...byShape].map(([shape, { width, pages: all }]) => [shape, measureOf(all, width)]),
  );

  const made = new Blocks();
  let lines: SetLine[] = [];
  let table: OpenTable | null = null;
  const endText = () => {
    made.text(lines);
    lines = [];
  };
  const endTable = () => {
    if (table) made.table(table);
    table = null;
  };
  for (const part of pages.flat()) {
    if (part.kind === "table") {
      endText();
      if (table && goesOnWith(table, part.table)) continue;
      endTable();
      table = part.table;
      continue;
    }
    endTable();
    if (part.kind === "line") {
      if (textOf(part.line).trim() !== "")
        lines.push({ line: part.line, page: part.page, measure: measures.get(shapeOf(marks[part.page]!))! });
      continue;
    }
    endText();
    made.columns(part, part.page, measures.get(shapeOf(marks[part.page]!))!.right);
  }
  endText();
  endTable();
  return {
    format: "pdf",
    blocks: made.blocks,
    leftOut: { deletions: 0, comments: 0, footnotes, ...(unreadPages.length > 0 && { pages: unreadPages }) },
  };
}
