import { type Line, ticksFor } from "./series.ts";

export const EDGE = { top: 24, right: 16, bottom: 28, left: 44 };

/** Where everything of a chart stands, in units of the drawing. */
export interface SeriesLayout {
  ticks: { value: number; y: number }[];
  years: { year: number; x: number }[];
  lines: { entityId: string; points: { edition: number; x: number; y: number; isCertain: boolean }[] }[];
  /** In the order in which they are drawn. */
  entities: string[];
}

/** First place stands at the top, whatever the others are. */
function ranksFor(worst: number): number[] {
  const [, ...rest] = ticksFor(0, Math.max(5, worst));
  return [1, ...rest];
}

/**
 * Lays results over the editions out on a drawing; null when there is none. `best`: where the best stands, high for
 * scores and low (rank 1) for ranks.
 */
export function layOutSeries(
  lines: readonly Line[],
  { width, height, best }: { width: number; height: number; best: "high" | "low" },
): SeriesLayout | null {
  const points = lines.flatMap((line) => line.points);
  const editions = points.map(({ edition }) => edition);
  if (editions.length === 0) return null;
  const [first, last] = [Math.min(...editions), Math.max(...editions)];
  const values = points.map(({ value }) => value);
  const ticks =
    best === "low" ? ranksFor(Math.max(...values)) : ticksFor(Math.min(...values), Math.max(...values));
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const x = (edition: number) =>
    EDGE.left +
    (first === last ? 0.5 : (edition - first) / (last - first)) * (width - EDGE.left - EDGE.right - 24) +
    12;
  const y = (value: number) => {
    const share = (value - low) / (high - low);
    const up = best === "high" ? share : 1 - share;
    return height - EDGE.bottom - up * (height - EDGE.top - EDGE.bottom);
  };
  return {
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    years: Array.from({ length: last - first + 1 }, (_, n) => ({ year: first + n, x: x(first + n) })),
    lines: lines.map(({ entityId, points: own }) => ({
      entityId,
      points: own.map(({ edition, value, isCertain }) => ({
        ...{ edition, isCertain, x: x(edition), y: y(value) },
      })),
    })),
    entities: [...new Set(lines.map(({ entityId }) => entityId))],
  };
}

export const markNames = ["circle", "square", "triangle", "diamond"] as const;

/** Corners of the mark at a result; a circle has none. */
export function markPoints(mark: (typeof markNames)[number], x: number, y: number): string {
  if (mark === "square") return `${x - 5},${y - 5} ${x + 5},${y - 5} ${x + 5},${y + 5} ${x - 5},${y + 5}`;
  if (mark === "triangle") return `${x},${y - 6} ${x + 6},${y + 5} ${x - 6},${y + 5}`;
  return `${x},${y - 7} ${x + 7},${y} ${x},${y + 7} ${x - 7},${y}`;
}
