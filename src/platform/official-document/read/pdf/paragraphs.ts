import type { Paragraph } from "../block.ts";
import { cleanText } from "../clean-text.ts";
import { codingOf } from "../legacy-letters.ts";
import { addPiece, emphasisOf, type Piece, settleLetters } from "../pieces.ts";
import { between, type TextLine, textOf } from "./text-lines.ts";

/** The measure that lines are set in. */
export interface Measure {
  left: number;
  right: number;
  /** The usual distance of lines inside a paragraph. */
  pitch: number;
  /** True when first lines are set in, so that what begins as far in is a new paragraph. */
  setIn: boolean;
  /** True for a cell of a table, whose lines may all stand in the middle. */
  cell: boolean;
}

export interface SetLine {
  line: TextLine;
  page: number;
  measure: Measure;
}

/** A paragraph before its letters are settled: its lines, and whether they stand in the middle. */
export interface LineGroup {
  lines: SetLine[];
  centred: boolean;
}

const begins =
  /^(?:[-–—−+•●○▪■➢✓*\uf020-\uf0ff]\s|[-–—−+•][\p{L}]|(?:phần|chương|mục|điều|phụ lục|bước)\s+[\p{L}\d]{1,12}(?:[.:\s]|$)|[IVXLC]{1,6}[.)/-]\s|[A-ZĐ]\s?[.)]\s|\(?\p{Ll}\s?[.)]\s|\(?\d{1,3}(?:\.\d{1,3}){0,5}[.)]?\s|(?:căn cứ|nơi nhận)\s)/iu;
/** Each basis of a document is a paragraph. */
const basis = /^Căn cứ\s/u;
/** A name and a colon, as before a unit or a time. */
const named = /^\p{Lu}[^:.;]{2,40}:/u;
/** The first words of items of a list, which never stand in the middle. */
const listed = /^(?:\d{1,3}[.)]|[-–—−+•\uf020-\uf0ff]|\(?\p{Ll}\s?[.)])/u;
const ends = /[.;:!?…/]["”’)]?$/u;

const near = (a: number, b: number) => Math.abs(a - b) <= 3;

function isCentred({ line, measure: { left, right, cell } }: SetLine, beside: boolean): boolean {
  const off = Math.abs(line.x0 + line.x1 - left - right) / 2;
  const inset = line.x0 - left;
  if (cell || listed.test(line.words[0]!.text)) return false;
  return off < 4 && right - line.x1 > 3 && (inset > 45 || (beside && inset > 3 && off < 2.5));
}

/** Two lines of different length around one middle stand in the middle, whatever the margins are. */
function isCentredWith({ line, page, measure }: SetLine, other: SetLine | undefined): boolean {
  if (!other || other.page !== page || measure.cell || begins.test(textOf(line))) return false;
  return (
    Math.abs(line.x0 + line.x1 - other.line.x0 - other.line.x1) < 2 &&
    Math.abs(line.x0 - other.line.x0) > 6 &&
    Math.min(line.x0, other.line.x0) > measure.left + 6 &&
    Math.abs(line.y - other.line.y) < 3 * line.size
  );
}

function isMidCell({ line, measure: { left, right, cell } }: SetLine): boolean {
  return cell && Math.abs(line.x0 + line.x1 - left - right) < 6;
}

/** Whether the first word of the next line had no more room in this one. */
function isFull(before: SetLine, after: SetLine): boolean {
  const word = after.line.words[0]!;
  const next = after.line.words.findIndex(
    (each, at) => at > 0 && between(after.line.words[at - 1]!, each) !== "",
  );
  const last = next < 0 ? after.line.words.at(-1)! : after.line.words[next - 1]!;
  const more = 0.22 * before.line.size + (last.x1 - word.x0);
  const { left, right, cell } = before.measure;
  if (isMidCell(before) && before.line.x1 - before.line.x0 + more > right - left - 1) return true;
  return before.line.x1 + more > right - (cell ? 1.5 : 0.5);
}

/** Whether a line leaves its sentence open and the next takes it up in small letters, though ragged text shows no full line. */
function isTakenUp({ line, measure: { left, right, cell } }: SetLine, after: SetLine): boolean {
  const text = textOf(after.line);
  return (
    (cell || line.x1 - left > (right - left) * 0.6) &&
    /[\p{L}\d,]$/u.test(textOf(line).trim()) &&
    /^\p{Ll}/u.test(text) &&
    !begins.test(text)
  );
}

function isStrong(line: TextLine): boolean {
  return line.words.every(({ face }) => face.bold);
}

/** Whether a line in the middle only holds what had no room in the one above, which fills the measure. */
function wrapsInto(before: SetLine, after: SetLine): boolean {
  const { left, right, pitch } = before.measure;
  const [one, other] = [before.line, after.line];
  const first = other.words[0]!;
  return (
    before.page === after.page &&
    Math.abs(one.x0 + one.x1 - other.x0 - other.x1) < 6 &&
    Math.abs(one.size - other.size) < 0.15 * one.size &&
    isStrong(one) === isStrong(other) &&
    other.y - one.y < Math.max(pitch * 1.18 + 0.8, one.size * 1.5) &&
    one.x1 - one.x0 + 0.22 * one.size + first.x1 - first.x0 > right - left - 1
  );
}

/** What begins the name of a unit, and seldom the rest of one. */
const unitHead =
  /^(?:(?:Văn p|P)hòng|Trung tâm|Thanh tra|Chi cục|Bảo tàng|Thư viện|Các phòng)(?=\s\p{L}|,|$)/u;

/** Whether a line of a cell that names units begins another one, though the line above fills its measure. */
function isNextUnit(lines: SetLine[], text: string): boolean {
  if (!unitHead.test(text) || !unitHead.test(textOf(lines[0]!.line))) return false;
  const above = textOf(lines.at(-1)!.line).trim();
  return /[\p{L}\d)]$/u.test(above) && !/(?:^|\s)(?:và|của|thuộc|với|cùng|Lãnh đạo|[Tt]rưởng)$/u.test(above);
}

const isInCapitals = (text: string) => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();

function goesOn(lines: SetLine[], after: SetLine): boolean {
  const before = lines.at(-1)!;
  const first = lines[0]!;
  const { size } = before.line;
  if (Math.abs(size - after.line.size) > 0.15 * size) return false;
  // A table without lines is measured on each page anew.
  const cell = before.measure.cell && after.measure.cell;
  if (!cell && !near(before.measure.right - before.measure.left, after.measure.right - after.measure.left))
    return false;
  if (cell && isNextUnit(lines, textOf(after.line))) return false;
  if (before.page === after.page) {
    const pitch = after.line.y - before.line.y;
    if (pitch > Math.max(before.measure.pitch * 1.18 + 0.8, size * 1.2) || pitch < 0) return false;
  }
  if (!isFull(before, after) && !isTakenUp(before, after)) return false;
  const labelled = begins.test(textOf(after.line));
  const ended = ends.test(textOf(before.line).trim());
  if (ended && (labelled || named.test(textOf(after.line)) || isInCapitals(textOf(after.line)))) return false;
  if (isMidCell(before) && isMidCell(after)) return true;
  if (labelled && isStrong(before.line) !== isStrong(after.line)) return false;
  if (basis.test(textOf(after.line)) && after.line.x0 > first.line.x0 - 3) return false;
  const [from, to] = [first.line.x0 - first.measure.left, after.line.x0 - after.measure.left];
  if (lines.length > 1) {
    const going = lines[1]!.line.x0 - lines[1]!.measure.left;
    return near(going, to);
  }
  if (isStrong(before.line) !== isStrong(after.line) && ended) return false;
  if (near(from, to)) return !(from > 8 && (first.measure.setIn || ended || labelled));
  if (to < from) return !(labelled && to > 8 && first.measure.setIn && near(to, from));
  return begins.test(textOf(first.line));
}

/** Gathers lines that follow one another into paragraphs. */
export function groupLines(lines: SetLine[]): LineGroup[] {
  const groups: LineGroup[] = [];
  let open: SetLine[] = [];
  const end = () => {
    if (open.length > 0) groups.push({ lines: open, centred: false });
    open = [];
  };
  const surely = lines.map(
    (line, at) =>
      isCentred(line, false) || isCentredWith(line, lines[at - 1]) || isCentredWith(line, lines[at + 1]),
  );
  for (const [at, line] of lines.entries()) {
    const beside = [at - 1, at + 1].some(
      (other) =>
        surely[other] &&
        lines[other]!.page === line.page &&
        isStrong(lines[other]!.line) === isStrong(line.line) &&
        Math.abs(lines[other]!.line.y - line.line.y) < 2 * line.line.size,
    );
    if (surely[at] || (beside && isCentred(line, true))) {
      surely[at] = true;
      const before = lines[at - 1];
      if (before && wrapsInto(before, line) && open.length < 2) {
        if (open.length === 0) groups.at(-1)!.lines.push(line);
        else groups.push({ lines: [...open, line], centred: true });
        open = [];
        continue;
      }
      end();
      groups.push({ lines: [line], centred: true });
      continue;
    }
    if (open.length > 0 && !goesOn(open, line)) end();
    open.push(line);
  }
  end();
  return groups;
}

/** A date whose year has gone on into the next line, as a cell narrower than it breaks it. */
const brokenDate = /^\D*\d{1,2}\/\d{1,2}\/(?:\d\n\d{3}|\d{2}\n\d{2}|\d{3}\n\d)(?!\d)/;

/** What stands between two lines of one paragraph: nothing where a word or number was broken at its hyphen. */
function joint(before: string, after: string): string {
  if (before.endsWith("\u00ad")) return "";
  if (brokenDate.test(`${before}\n${after}`)) return "";
  return /[\p{L}\d][-/]$/u.test(before) && /^[\p{L}\d]/u.test(after) ? "" : " ";
}

/** A paragraph of the document from its lines. */
export function paragraphOf({ lines, centred }: LineGroup, index: number): Paragraph {
  const pieces: Piece[] = [];
  let [letters, bold, italic] = [0, 0, 0];
  let before = "";
  for (const { line } of lines) {
    for (const [at, word] of line.words.entries()) {
      const gap = at > 0 ? between(line.words[at - 1]!, word) : before === "" ? "" : joint(before, word.text);
      addPiece(pieces, {
        text: gap + word.text,
        strong: word.face.bold || word.face.italic,
        caps: false,
        coding: codingOf(word.face.name),
      });
      letters += word.text.length;
      if (word.face.bold) bold += word.text.length;
      if (word.face.italic) italic += word.text.length;
      before = word.text;
    }
  }
  const settled = settleLetters(pieces);
  return {
    kind: "paragraph",
    index,
    text: cleanText(settled.map(({ text }) => text).join("")).trim(),
    label: null,
    labelLevel: null,
    align: centred ? "center" : null,
    bold: bold >= Math.max(letters * 0.9, 1),
    italic: italic >= Math.max(letters * 0.9, 1),
    emphasis: emphasisOf(settled),
  };
}
