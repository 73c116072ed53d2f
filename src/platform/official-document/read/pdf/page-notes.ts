import type { PageMarks, Word } from "./page-marks.ts";
import type { RuledTable } from "./ruled-tables.ts";
import { linesOfWords, type TextLine, textOf } from "./text-lines.ts";

/** The lines of a page without the notes at its foot, and how many notes those were. */
export interface PageBody {
  lines: TextLine[];
  footnotes: number;
}

/** One page whose words are parted into those of its ruled tables and its lines. */
export interface PartedPage {
  marks: PageMarks;
  tables: RuledTable[];
  lines: TextLine[];
}

/** What begins a note; a label of a list ends with a dot or a bracket, and goes on as a number. */
const noteMark = /^[([]?(\d{1,3}|\*{1,3})[)\]]?(?![\d.,:;/)%-])/;
const markText = /^[\d*,()[\]]{1,5}$/;
/** After a unit of length a raised number is its power. */
const lengthUnit = /(?:^|\d)[kcdm]?m$/iu;
/** Notes are set smaller than this share of the text, if they are set smaller at all. */
const noteSize = 0.92;
/** The greatest distance of lines among notes, in letter heights. */
const noteGap = 2.2;

function isRaisedMark(line: TextLine, at: number): boolean {
  const { text, size, y } = line.words[at]!;
  const before = line.words[at - 1];
  return (
    before !== undefined &&
    size < line.size * 0.8 &&
    y < line.y - 0.1 * line.size &&
    markText.test(text) &&
    !lengthUnit.test(before.text)
  );
}

const raisedMarks = (lines: TextLine[]): Word[] =>
  lines.flatMap((line) => line.words.filter((_, at) => isRaisedMark(line, at)));

/** The first line under the short rule that parts notes from the text; null where there is no such rule. */
function underRule(lines: TextLine[], { across, height, width }: PageMarks, bodySize: number): number | null {
  const rule = across.findLast(
    ({ at, from, to }) =>
      at > height / 2 &&
      to - from > 40 &&
      to - from < width * 0.42 &&
      lines.some(({ y }) => y > at && y < at + 24) &&
      lines.every(({ y, size }) => y < at || size < bodySize * noteSize),
  );
  const first = rule ? lines.findIndex(({ y }) => y > rule.at) : -1;
  return first >= 0 && lines.slice(first).some((line) => /^[\d*]/.test(textOf(line))) ? first : null;
}

/** The first of the last lines that begin with the marks raised above them; null where none does. */
function underMarks(lines: TextLine[], top: number, raised: string[], bodySize: number): number | null {
  const open = new Set(raised);
  let first: number | null = null;
  for (let at = lines.length - 1; at > 0; at -= 1) {
    const line = lines[at]!;
    const below = lines[at + 1];
    const small = line.size < bodySize * noteSize;
    if (line.y < top || line.size > bodySize * 1.02 || (!small && open.size === 0)) break;
    if (below && below.y - line.y > noteGap * line.size) break;
    const text = textOf(line);
    const mark = noteMark.exec(text);
    // In the size of the text only what no text begins with is a note: a number that sticks to its word.
    if (!mark || !raised.includes(mark[1]!) || !(small || /^\p{L}/u.test(text.slice(mark[0].length))))
      continue;
    open.delete(mark[1]!);
    first = at;
  }
  return first;
}

/** Takes raised marks out of lines; what follows them moves up to the word that bore them. */
function withoutMarks(line: TextLine): Word[] {
  return line.words.filter((word, at) => {
    if (!isRaisedMark(line, at)) return true;
    const before = line.words[at - 1]!;
    before.x1 = Math.max(before.x1, word.x1);
    return false;
  });
}

/** Leaves out the notes at the foot of a page and the marks in its text and in the cells of its tables. */
export function withoutNotes({ marks, tables, lines }: PartedPage, bodySize: number): PageBody {
  const whole = { lines, footnotes: 0 };
  const last = lines.at(-1);
  const bottom = tables.reduce((most, table) => Math.max(most, table.bottom), marks.height / 2);
  if (!last || last.y < bottom) return whole;
  const cells = tables.flatMap((table) =>
    table.cells.map((cell) => ({ cell, lines: linesOfWords(cell.words) })),
  );
  const raised = raisedMarks([...lines, ...cells.flatMap((cell) => cell.lines)]).map(({ text }) =>
    text.replace(/[^\d*]/g, ""),
  );
  const first = underRule(lines, marks, bodySize) ?? underMarks(lines, bottom, raised, bodySize);
  if (first === null) return whole;
  for (const { cell, lines: own } of cells) cell.words = own.flatMap(withoutMarks);
  const kept = lines.slice(0, first);
  for (const line of kept) line.words = withoutMarks(line);
  const footnotes = lines.slice(first).filter((line) => noteMark.test(textOf(line))).length;
  return { lines: kept, footnotes: Math.max(1, footnotes) };
}
