import { lineOf, type TextLine, textOf } from "./text-lines.ts";

/** Two columns that stand beside each other: the head of a document, or recipients and signature. */
export interface SideBySide {
  kind: "columns";
  y: number;
  left: TextLine[];
  right: TextLine[];
}

type Part = { kind: "line"; line: TextLine } | SideBySide;
type Sides = { left: TextLine | null; right: TextLine | null };

/** Gaps between columns, in letter heights: where the right one was printed later, and where typed in one go. */
const laterGap = 0.9;
const typedGap = 2.5;
const leastGutter = 6;

/** A number or dash that a list prints before its tab. */
const label =
  /^(?:[-–—−+•●○▪■*\uf020-\uf0ff]|[IVXLC]{1,6}[.)]|[A-ZĐ][.)]|\(?\p{Ll}[.)]|\(?\d{1,3}(?:\.\d{1,3}){0,5}[.)]?)$/u;
/** The widest tab after a label, in letter heights. */
const labelTab = 4;
const recipients = /^nơi nhận/iu;

/** The gaps of a line that may part columns. */
function gapsOf({ words, size }: TextLine): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let end = words[0]!.x1;
  for (const [at, word] of words.entries()) {
    if (at === 0) continue;
    const wide = word.order === words[at - 1]!.order + 1 ? typedGap : laterGap;
    const tab = at === 1 && label.test(words[0]!.text) && word.x0 - end < labelTab * size;
    if (!tab && word.x0 - end > wide * size) gaps.push({ from: end, to: word.x0 });
    end = Math.max(end, word.x1);
  }
  return gaps;
}

/** The parts of a line beside a gutter, and the gutter that it leaves; null where its words cross it. */
function divided(line: TextLine, from: number, to: number): (Sides & { from: number; to: number }) | null {
  const left = line.words.filter(({ x0, x1 }) => x0 + x1 < from + to);
  const right = line.words.filter(({ x0, x1 }) => x0 + x1 >= from + to);
  const least = Math.max(from, ...left.map(({ x1 }) => x1));
  const most = Math.min(to, ...right.map(({ x0 }) => x0));
  if (most - least < leastGutter) return null;
  return {
    from: least,
    to: most,
    left: left.length > 0 ? lineOf(left) : null,
    right: right.length > 0 ? lineOf(right) : null,
  };
}

const topOf = (column: TextLine[]): TextLine => column.reduce((top, line) => (line.y < top.y ? line : top));

const middle = ({ x0, x1 }: TextLine) => (x0 + x1) / 2;

/** Whether a line stands in the middle of one of a column. */
function isCentredOn(line: TextLine, column: TextLine[]): boolean {
  return column.some((other) => Math.abs(middle(other) - middle(line)) < 4);
}

/** Whether a line that stands alone goes on with the column over or under it. */
function belongs(line: TextLine, column: TextLine[]): boolean {
  return column.some(
    (other) => Math.abs(middle(other) - middle(line)) < 4 || Math.abs(other.x0 - line.x0) < 4,
  );
}

/** Whether the space between two parts of a line is plainly wider than those between its words. */
function isParted(left: TextLine, right: TextLine): boolean {
  const spaces = [left, right]
    .flatMap(({ words }) => words.slice(1).map((word, at) => word.x0 - words[at]!.x1))
    .filter((space) => space > 1)
    .sort((a, b) => a - b);
  const usual = spaces[Math.floor(spaces.length / 2)] ?? 0;
  const size = Math.max(left.size, right.size);
  return right.x0 - left.x1 >= Math.max(0.6 * size, 1.6 * usual);
}

/** Words that begin the document under its head, wherever they stand. */
const startsBody = /^(?:kế hoạch|quyết định|chương trình|đề án|báo cáo|phụ lục|căn cứ)(?!\p{L})/iu;

function zoneAround(
  lines: TextLine[],
  seed: number,
  gap: { from: number; to: number },
  firstFree: number,
): { from: number; to: number; zone: SideBySide } | null {
  let { from, to } = gap;
  const rows = new Map<number, Sides>();
  const left: TextLine[] = [];
  const right: TextLine[] = [];
  const take = (at: number, sides: Sides) => {
    rows.set(at, sides);
    if (sides.left) left.push(sides.left);
    if (sides.right) right.push(sides.right);
  };
  take(seed, divided(lines[seed]!, from, to)!);
  const walk = (step: 1 | -1) => {
    // A line of one side counts once one of both sides follows, or at once where it stands in its column's place.
    let waiting: [number, Sides][] = [];
    const settle = () => {
      for (const [place, held] of waiting) take(place, held);
      waiting = [];
    };
    for (let at = seed + step; at >= firstFree && at < lines.length; at += step) {
      const line = lines[at]!;
      const distance = Math.abs(line.y - lines[at - step]!.y);
      if (distance > (step > 0 ? 9 : 3) * line.size) break;
      const sides = startsBody.test(textOf(line)) ? null : divided(line, from, to);
      const both = sides !== null && sides.left !== null && sides.right !== null;
      if (!sides || (both && !isParted(sides.left!, sides.right!))) {
        // What stands close under running text is the end of that text.
        if (step < 0 && distance < 1.8 * line.size) return;
        break;
      }
      if (both) {
        settle();
        ({ from, to } = sides);
        take(at, sides);
        continue;
      }
      // Over the recipients stands the end of the text, however short its lines are.
      if (step < 0 && sides.left && recipients.test(textOf(topOf(left)))) break;
      waiting.push([at, sides]);
      const alone = sides.left ?? sides.right!;
      if (step > 0 && belongs(alone, sides.left ? left : right)) settle();
      if (waiting.length > 6) break;
      from = Math.max(from, sides.from);
      to = Math.min(to, sides.to);
    }
    if (step > 0) return;
    // Lines that only begin where the left column does are the end of the text, unless they begin the recipients.
    const last = waiting.findLastIndex(([, { left: line }]) => line && recipients.test(textOf(line)));
    if (last >= 0) waiting.length = last + 1;
    if (
      waiting.every(([, sides]) =>
        sides.left && last < 0
          ? isCentredOn(sides.left, left)
          : belongs((sides.left ?? sides.right)!, sides.left ? left : right),
      )
    )
      settle();
  };
  walk(1);
  walk(-1);
  if (rows.size < 2) return null;
  const ats = [...rows.keys()].sort((a, b) => a - b);
  const column = (side: "left" | "right") =>
    ats.flatMap((at) => rows.get(at)![side] ?? []).sort((a, b) => a.y - b.y);
  return {
    from: ats[0]!,
    to: ats.at(-1)!,
    zone: { kind: "columns", y: lines[ats[0]!]!.y, left: column("left"), right: column("right") },
  };
}

/** Finds in the lines of a page where two columns stand side by side. */
export function sideBySide(lines: TextLine[]): Part[] {
  const parts: Part[] = [];
  // Lines before this one stand in columns already.
  let firstFree = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    const zones = gapsOf(line).flatMap((gap) => zoneAround(lines, at, gap, firstFree) ?? []);
    const best = zones.reduce<(typeof zones)[number] | null>(
      (most, zone) => (most === null || zone.to - zone.from > most.to - most.from ? zone : most),
      null,
    );
    if (!best) {
      parts.push({ kind: "line", line });
      continue;
    }
    // Lines above that turned out to stand in one of the columns.
    parts.length -= at - best.from;
    parts.push(best.zone);
    at = best.to;
    firstFree = at + 1;
  }
  return parts;
}
