import type { PageMarks, Rule, Word } from "./page-marks.ts";

/** One cell of a ruled table, by the grid lines that it lies between. */
export interface RuledCell {
  row: number;
  rows: number;
  column: number;
  columns: number;
  x0: number;
  x1: number;
  words: Word[];
}

export interface RuledTable {
  top: number;
  bottom: number;
  /** Grid lines from left to right, and from top to bottom. */
  edges: number[];
  levels: number[];
  cells: RuledCell[];
  /** False for a table that no lines part. */
  ruled: boolean;
}

/** How far apart lines may end that meet, in points. */
const slack = 2.5;
/** Grids beyond this are drawings. */
const mostRules = 3_000;
const mostSlots = 60_000;

/** Lines at one distance made one where they touch. */
function joined(rules: Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at);
  const groups: Rule[][] = [];
  for (const rule of sorted) {
    const group = groups.at(-1);
    if (group && rule.at - group[0]!.at <= 1.5) group.push(rule);
    else groups.push([rule]);
  }
  return groups.flatMap((group) => {
    const made: Rule[] = [];
    for (const rule of group.sort((a, b) => a.from - b.from)) {
      const last = made.at(-1);
      if (last && rule.from <= last.to + slack) last.to = Math.max(last.to, rule.to);
      else made.push({ ...rule });
    }
    return made;
  });
}

function distances(values: number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (found.length === 0 || value - found.at(-1)! > slack + 1) found.push(value);
  return found;
}

/** Lines that hold together by crossing. */
function grids(across: Rule[], down: Rule[]): { across: Rule[]; down: Rule[] }[] {
  const parent = [...across, ...down].map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root]!;
    parent[at] = root;
    return root;
  };
  for (const [i, line] of across.entries())
    for (const [j, post] of down.entries())
      if (
        post.at >= line.from - slack &&
        post.at <= line.to + slack &&
        line.at >= post.from - slack &&
        line.at <= post.to + slack
      )
        parent[rootOf(i)] = rootOf(across.length + j);
  const found = new Map<number, { across: Rule[]; down: Rule[] }>();
  for (const [at, rule] of [...across, ...down].entries()) {
    const root = rootOf(at);
    const grid = found.get(root) ?? { across: [], down: [] };
    (at < across.length ? grid.across : grid.down).push(rule);
    found.set(root, grid);
  }
  return [...found.values()];
}

const covers = (rules: Rule[], at: number, middle: number) =>
  rules.some((rule) => Math.abs(rule.at - at) <= slack + 1 && rule.from < middle && rule.to > middle);

/** Grid lines with the far ends of the lines that cross them: some tables leave their outer borders open. */
function withEnds(own: number[], crossing: Rule[]): number[] {
  const least = Math.min(...crossing.map(({ from }) => from));
  const most = Math.max(...crossing.map(({ to }) => to));
  const all = [...own];
  if (least < all[0]! - 12) all.unshift(least);
  if (most > all.at(-1)! + 12) all.push(most);
  return all;
}

function tableOf(grid: { across: Rule[]; down: Rule[] }): RuledTable | null {
  const [xs, ys] = [
    distances(grid.down.map((rule) => rule.at)),
    distances(grid.across.map((rule) => rule.at)),
  ];
  if (xs.length < 2 || ys.length < 2) return null;
  const edges = withEnds(xs, grid.across);
  const levels = withEnds(ys, grid.down);
  const [columns, rows] = [edges.length - 1, levels.length - 1];
  if (columns * rows > mostSlots) return null;
  const middle = (list: number[], at: number) => (list[at]! + list[at + 1]!) / 2;
  const parted = (row: number, edge: number) => covers(grid.down, edges[edge]!, middle(levels, row));
  const ruled = (level: number, column: number) => covers(grid.across, levels[level]!, middle(edges, column));
  const taken = new Set<number>();
  const cells: RuledCell[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue;
      let right = column;
      while (right + 1 < columns && !taken.has(row * columns + right + 1) && !parted(row, right + 1))
        right += 1;
      let below = row;
      while (below + 1 < rows && !ruled(below + 1, column) && !ruled(below + 1, right)) below += 1;
      for (let r = row; r <= below; r += 1)
        for (let c = column; c <= right; c += 1) taken.add(r * columns + c);
      cells.push({
        row,
        rows: below - row + 1,
        column,
        columns: right - column + 1,
        x0: edges[column]!,
        x1: edges[right + 1]!,
        words: [],
      });
    }
  return { top: levels[0]!, bottom: levels.at(-1)!, edges, levels, cells, ruled: true };
}

/** Parts the words of a page into those of its ruled tables and the others. */
export function ruledTables({ words, across, down }: PageMarks): { tables: RuledTable[]; others: Word[] } {
  const [lines, posts] = [joined(across), joined(down)];
  if (lines.length > mostRules || posts.length > mostRules) return { tables: [], others: words };
  const tables = grids(lines, posts)
    .map(tableOf)
    .filter((table) => table !== null);
  const slots = tables.map((table) => {
    const found = new Map<number, RuledCell>();
    const columns = table.edges.length - 1;
    for (const cell of table.cells)
      for (let r = cell.row; r < cell.row + cell.rows; r += 1)
        for (let c = cell.column; c < cell.column + cell.columns; c += 1) found.set(r * columns + c, cell);
    return found;
  });
  const others = words.filter((word) => {
    const [x, y] = [(word.x0 + word.x1) / 2, word.y - 0.3 * word.size];
    for (const [at, { edges, levels }] of tables.entries()) {
      const column = edges.findLastIndex((edge) => edge <= x);
      const row = levels.findLastIndex((level) => level <= y);
      if (column < 0 || row < 0 || column >= edges.length - 1 || row >= levels.length - 1) continue;
      slots[at]!.get(row * (edges.length - 1) + column)!.words.push(word);
      return false;
    }
    return true;
  });
  return { tables: tables.filter(({ cells }) => cells.some((cell) => cell.words.length > 0)), others };
}
