/** A result of an index as a whole, as much of it as is drawn. */
export interface Drawn {
  entityId: string;
  edition: number;
  score: string | null;
  rank: number | null;
  ranked: number | null;
  isCertain: boolean;
}

export interface Point {
  edition: number;
  value: number;
  isCertain: boolean;
}

/** Results of one entity that may be joined by a line. */
export interface Line {
  entityId: string;
  points: Point[];
}

/** Whether a line may go from one edition to the next: the year after, and measured in the same way. */
const mayJoin = (from: number, to: number, breaks: readonly number[]): boolean =>
  to === from + 1 && !breaks.some((edition) => from < edition && edition <= to);

function linesOf(
  results: readonly Drawn[],
  breaks: readonly number[],
  measure: (one: Drawn) => number | null,
): Line[] {
  const lines: Line[] = [];
  for (const [entityId, own] of Map.groupBy(results, (one) => one.entityId)) {
    let line: Line | null = null;
    for (const one of own.toSorted((a, b) => a.edition - b.edition)) {
      const value = measure(one);
      if (value === null) continue;
      const last: number | undefined = line?.points.at(-1)?.edition;
      if (line === null || last === undefined || !mayJoin(last, one.edition, breaks)) {
        line = { entityId, points: [] };
        lines.push(line);
      }
      line.points.push({ edition: one.edition, value, isCertain: one.isCertain });
    }
  }
  return lines;
}

/** Scores over the editions, one line for what may be compared. */
export const scoreLines = (results: readonly Drawn[], breaks: readonly number[]): Line[] =>
  linesOf(results, breaks, ({ score }) => (score === null ? null : Number(score)));

/** Ranks, apart by among how many; where that is not known nothing is drawn. */
export function rankLines(
  results: readonly Drawn[],
  breaks: readonly number[],
): { ranked: number; lines: Line[] }[] {
  const known = results.filter(({ rank, ranked }) => rank !== null && ranked !== null);
  return [...Map.groupBy(known, ({ ranked }) => ranked!)]
    .map(([ranked, own]) => ({ ranked, lines: linesOf(own, breaks, ({ rank }) => rank) }))
    .toSorted((a, b) => b.ranked - a.ranked);
}

/** Round numbers for an axis that holds all values, four to seven of them. */
export function ticksFor(least: number, most: number): number[] {
  const span = most - least || Math.max(1, Math.abs(most) / 10);
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((size) => size >= rough)!;
  const first = Number((Math.floor(least / step) * step).toPrecision(12));
  const ticks = [first];
  while (ticks.at(-1)! < most) ticks.push(Number((first + ticks.length * step).toPrecision(12)));
  return ticks.length > 1 ? ticks : [first, first + step];
}
