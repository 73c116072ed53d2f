import { openPackage } from "#platform/official-document/read/open-package.ts";
import { readDayStyles, readWorkbook } from "#platform/official-document/read/read-xlsx.ts";
import { serialYmd } from "./civil-day.ts";
import { MergedDown, MergeFinder } from "./merged-down.ts";
import { inWordsOfLists, noList, tooLargeList } from "./refusals.ts";
import { DayCell, FaultCell, type RowCell, type RowVisitor, rowLimits } from "./row-visitor.ts";
import { inWholeElements, xmlText } from "./scan-xml.ts";

/** What all <t> of a shared or inline string say, without how it is pronounced. */
function textIn(xml: string, prefix: string): string {
  const open = `<${prefix}t`;
  const close = `</${prefix}t>`;
  const heard = xml.includes("rPh") ? xml.replace(/<(\w+:)?rPh[\s>][\s\S]*?<\/(\w+:)?rPh>/gu, "") : xml;
  let text = "";
  for (let at = heard.indexOf(open); at >= 0; at = heard.indexOf(open, at)) {
    const next = heard.charCodeAt(at + open.length);
    const from = heard.indexOf(">", at) + 1;
    at = from;
    // <t>, <t xml:space="preserve">; not <tab/> and not <t/>.
    if ((next !== 62 && next !== 32) || heard.charCodeAt(from - 2) === 47) continue;
    const to = heard.indexOf(close, from);
    if (to < 0) break;
    text += heard.slice(from, to);
    at = to;
  }
  return xmlText(text);
}

type Package = Awaited<ReturnType<typeof openPackage>>;

async function readTexts(source: Package): Promise<string[]> {
  const texts: string[] = [];
  const { write, end } = inWholeElements("si", (xml, prefix) => {
    const close = `</${prefix}si>`;
    let from = xml.indexOf(`<${prefix}si`);
    while (from >= 0) {
      const to = xml.indexOf(close, from);
      const tag = xml.indexOf(">", from);
      if (xml.charCodeAt(tag - 1) === 47) {
        texts.push("");
        from = xml.indexOf(`<${prefix}si`, tag);
        continue;
      }
      if (texts.length >= rowLimits.texts) throw tooLargeList();
      texts.push(textIn(xml.slice(from, to), prefix));
      from = xml.indexOf(`<${prefix}si`, to);
    }
  });
  if (await source.stream("xl/sharedStrings.xml", write, rowLimits.textBytes)) end();
  return texts;
}

/** The column of "AB12", from 0; -1 where nothing names one. */
function columnIn(tag: string): number {
  const at = tag.indexOf(' r="');
  if (at < 0) return -1;
  let column = 0;
  for (let index = at + 4; ; index += 1) {
    const code = tag.charCodeAt(index);
    if (code < 65 || code > 90) return column - 1;
    column = column * 26 + code - 64;
  }
}

function attribute(tag: string, start: string): string {
  const at = tag.indexOf(start);
  return at < 0 ? "" : tag.slice(at + start.length, tag.indexOf('"', at + start.length));
}

interface Known {
  texts: string[];
  dayStyles: boolean[];
  from1904: boolean;
}

const NOT_WORKED_OUT = new FaultCell("công thức chưa được tính");

function cellOf(tag: string, inside: string, prefix: string, known: Known): RowCell {
  const type = attribute(tag, ' t="');
  if (type === "inlineStr") return textIn(inside, prefix) || undefined;
  const open = inside.indexOf(`<${prefix}v`);
  const from = inside.indexOf(">", open) + 1;
  const to = open < 0 ? -1 : inside.indexOf(`</${prefix}v>`, from);
  const value = to < 0 ? "" : inside.slice(from, to);
  if (value === "") return inside.includes(`<${prefix}f`) ? NOT_WORKED_OUT : undefined;
  if (type === "s") return known.texts[Number(value)] || undefined;
  if (type === "e") return new FaultCell(`lỗi ${xmlText(value)}`);
  if (type === "b") return value === "1";
  if (type === "str" || type === "d") return xmlText(value);
  const number = Number(value);
  if (Number.isNaN(number)) return xmlText(value);
  if (!known.dayStyles[Number(attribute(tag, ' s="'))]) return number;
  const day = serialYmd(number, known.from1904);
  return day === null ? number : new DayCell(day);
}

/** Reads the cells of `<row>…</row>` that lies between two places of a piece. */
function cellsIn(xml: string, begin: number, end: number, prefix: string, known: Known): RowCell[] {
  const open = `<${prefix}c`;
  const close = `</${prefix}c>`;
  const cells: RowCell[] = [];
  let column = -1;
  for (let at = xml.indexOf(open, begin); at >= 0 && at < end; at = xml.indexOf(open, at)) {
    const next = xml.charCodeAt(at + open.length);
    const tagEnd = xml.indexOf(">", at);
    if (next !== 32 && next !== 62 && next !== 47 && next !== 10 && next !== 13) {
      at = tagEnd;
      continue;
    }
    const tag = xml.slice(at + open.length, tagEnd);
    const named = columnIn(tag);
    column = named < 0 ? column + 1 : named;
    if (xml.charCodeAt(tagEnd - 1) === 47) {
      at = tagEnd;
      continue;
    }
    const to = xml.indexOf(close, tagEnd);
    if (to < 0) break;
    if (column < rowLimits.columns) {
      const cell = cellOf(tag, xml.slice(tagEnd + 1, to), prefix, known);
      // The places between stay empty ones, so that the list of cells is never one with holes.
      while (cells.length < column) cells.push(undefined);
      cells[column] = cell;
    }
    at = to;
  }
  return cells;
}

/** Thrown by ourselves to leave a part that is streamed. */
class Enough extends Error {}

async function visitSheet(
  source: Package,
  part: string,
  known: Known,
  row: RowVisitor["row"],
): Promise<void> {
  const finder = new MergeFinder();
  await source.stream(part, (bytes) => finder.write(bytes), rowLimits.sheetBytes);
  const merged = new MergedDown(finder.merges);
  let line = 0;
  let rows = 0;
  let cells = 0;
  const { write, end } = inWholeElements("row", (xml, prefix) => {
    const open = `<${prefix}row`;
    const close = `</${prefix}row>`;
    for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
      const tagEnd = xml.indexOf(">", at);
      const next = xml.charCodeAt(at + open.length);
      if (next !== 32 && next !== 62 && next !== 47 && next !== 10 && next !== 13) {
        at = tagEnd;
        continue;
      }
      const tag = xml.slice(at + open.length, tagEnd);
      line = Number(attribute(tag, ' r="')) || line + 1;
      if (xml.charCodeAt(tagEnd - 1) === 47) {
        at = tagEnd;
        continue;
      }
      const to = xml.indexOf(close, tagEnd);
      if (to < 0) break;
      const found = cellsIn(xml, tagEnd, to, prefix, known);
      cells += found.length;
      // Rows that only have a look, down to the last of the sheet, are none.
      if (found.some((cell) => cell !== undefined)) rows += 1;
      if (rows > rowLimits.rows + 100 || cells > rowLimits.cells) throw tooLargeList();
      merged.fill(line, found);
      if (!row(line, found)) throw new Enough();
      at = to;
    }
  });
  try {
    await source.stream(part, write, rowLimits.sheetBytes);
    end();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
}

/** Reads the visible sheets of an .xlsx one after another, in pieces. Formulas are never worked out. */
export async function visitXlsx(bytes: Uint8Array, visitor: RowVisitor): Promise<void> {
  try {
    const source = await openPackage(bytes);
    if (!source.has("xl/workbook.xml")) throw noList();
    const { places, from1904 } = await readWorkbook(source);
    const dayStyles = await readDayStyles(source);
    let known: Known | null = null;
    for (const { name, part } of places) {
      if (!visitor.sheet(name, { from1904 })) continue;
      known ??= { texts: await readTexts(source), dayStyles, from1904 };
      await visitSheet(source, part, known, visitor.row);
    }
  } catch (error) {
    throw inWordsOfLists(error);
  }
}
