import { noList, tooLargeList } from "./refusals.ts";
import { type RowVisitor, rowLimits } from "./row-visitor.ts";

/** Excel's own first line, which names the mark between cells. */
const namedMark = /^sep=([;,\t|])\r?\n/iu;
/** A quote that is not closed within these characters is a character like others. */
const LONGEST_QUOTED = 200_000;

/** Splits a CSV by one mark and gives its records, empty ones too; `take` returns false for enough. */
function scan(text: string, mark: string, take: (cells: string[]) => boolean): void {
  const markCode = mark.charCodeAt(0);
  const { length } = text;
  let at = 0;
  while (at < length) {
    const cells: string[] = [];
    for (;;) {
      let cell = "";
      if (text.charCodeAt(at) === 34) {
        let from = at + 1;
        let close = text.indexOf('"', from);
        while (close >= 0 && text.charCodeAt(close + 1) === 34) {
          cell += text.slice(from, close + 1);
          from = close + 2;
          close = text.indexOf('"', from);
        }
        if (close >= 0 && close - at < LONGEST_QUOTED) {
          cell += text.slice(from, close);
          at = close + 1;
        } else cell = "";
      }
      let end = at;
      for (; end < length; end += 1) {
        const code = text.charCodeAt(end);
        if (code === markCode || code === 10 || code === 13) break;
      }
      cells.push(cell + text.slice(at, end));
      at = end;
      if (at >= length || text.charCodeAt(at) !== markCode) break;
      at += 1;
    }
    if (text.charCodeAt(at) === 13) at += 1;
    if (text.charCodeAt(at) === 10) at += 1;
    if (!take(cells)) return;
  }
}

/** How evenly a mark parts the first records: the width that most of them share, and how many do. */
function evenness(text: string, mark: string): number {
  const widths = new Map<number, number>();
  let seen = 0;
  scan(text, mark, ({ length }) => {
    if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    seen += 1;
    return seen < 60;
  });
  return Math.max(0, ...[...widths].map(([width, times]) => (width - 1) * times * times));
}

function markOf(text: string): string {
  let lines = 0;
  let tabbed = 0;
  scan(text, "\t", ({ length }) => {
    lines += 1;
    if (length > 1) tabbed += 1;
    return lines < 60;
  });
  // A table from the clipboard has tabs in every line, whatever its sentences hold.
  if (tabbed === lines) return "\t";
  const [best] = ["\t", ";", ",", "|"]
    .map((mark) => ({ mark, even: evenness(text, mark) }))
    .toSorted((a, b) => b.even - a.even);
  if (!best || best.even === 0) throw noList();
  return best.mark;
}

/** Reads a CSV as one list: semicolons (which a Vietnamese Excel writes), commas or tabs, whichever part it evenly. */
export function visitCsv(decoded: string, visitor: RowVisitor): void {
  const named = namedMark.exec(decoded);
  const text = named ? decoded.slice(named[0].length) : decoded;
  const mark = named?.[1] ?? markOf(text);
  if (!visitor.sheet("CSV", { from1904: false })) return;
  let line = named ? 1 : 0;
  let cells = 0;
  scan(text, mark, (record) => {
    line += 1;
    cells += record.length;
    if (line > rowLimits.rows + 1_000 || cells > rowLimits.cells) throw tooLargeList();
    if (record.length > rowLimits.columns) record.length = rowLimits.columns;
    // ="0912" is how a text is kept one in Excel.
    for (const [at, cell] of record.entries())
      if (cell.startsWith('="') && cell.endsWith('"')) record[at] = cell.slice(2, -1);
    return visitor.row(line, record);
  });
}
