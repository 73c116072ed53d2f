import type { PageMarks } from "./page-marks.ts";
import { type PageBody, type PartedPage, withoutNotes } from "./page-notes.ts";
import { type TextLine, textOf } from "./text-lines.ts";

const pageNumber = /^(?:trang\s*)?[-–—\s]*(?:\d{1,4}|[ivxlc]{1,6})[-–—\s]*(?:[/|]\s*\d{1,4})?$/i;
/** The share of a page, from its upper and lower edge, in which running heads and page numbers stand. */
const edge = 0.11;

/** A short line at the edge that ends or begins with the number of its page: "DỰ THẢO 2". */
function bearsNumber(text: string, page: number): boolean {
  return page > 1 && text.length < 80 && (text.endsWith(` ${page}`) || text.startsWith(`${page} `));
}

function isAtEdge(line: TextLine, { height }: PageMarks): boolean {
  return line.y < height * edge || line.y > height * (1 - edge);
}

/** A line as it returns on other pages: its words with numbers made alike, and where it stands. */
function signature(line: TextLine, { height }: PageMarks): string {
  const low = line.y > height / 2;
  const place = Math.round((low ? height - line.y : line.y) / 6);
  return `${low ? "below" : "above"} ${place} ${textOf(line).replace(/\d+/g, "#")}`;
}

/** The lines at the upper and lower edge that stand apart from the running text. */
function apart(lines: TextLine[], page: PageMarks): Set<TextLine> {
  const found = new Set<TextLine>();
  for (const inward of [lines, lines.toReversed()])
    for (const [at, line] of inward.entries()) {
      const next = inward[at + 1];
      if (!isAtEdge(line, page) || (next && Math.abs(next.y - line.y) < 1.7 * Math.max(line.size, next.size)))
        break;
      found.add(line);
    }
  return found;
}

/** Drops page numbers, what returns on page after page at its edge, and notes at the foot. */
export function pageBodies(pages: PartedPage[], bodySize: number): PageBody[] {
  const returning = new Map<string, number>();
  const edges = pages.map(({ marks, lines }) => {
    const own = apart(lines, marks);
    for (const key of new Set([...own].map((line) => signature(line, marks))))
      returning.set(key, (returning.get(key) ?? 0) + 1);
    return own;
  });
  return pages.map(({ marks, tables, lines }, at) => {
    const kept = lines.filter((line) => {
      if (!edges[at]!.has(line)) return true;
      const text = textOf(line).trim();
      if (pageNumber.test(text) || bearsNumber(text, at + 1)) return false;
      const on = returning.get(signature(line, marks))!;
      return on < 2 || on < pages.length * 0.3;
    });
    return withoutNotes({ marks, tables, lines: kept }, bodySize);
  });
}
