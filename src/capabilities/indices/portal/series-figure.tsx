/** @jsxImportSource hono/jsx */

import type { Line } from "../published.ts";
import { EDGE, layOutSeries, markNames, markPoints } from "../published.ts";

const WIDTH = 360;
const HEIGHT = 220;
/** How the entities differ beside their colours: by dashes and by the mark at each result. */
const dashes = [undefined, "7 4", "2 4", "10 3 2 3"] as const;

function Mark({ at, x, y }: { at: number; x: number; y: number }) {
  const mark = markNames[at]!;
  const look = `series-mark series-${at + 1}`;
  return mark === "circle" ? (
    <circle class={look} cx={x} cy={y} r="5" />
  ) : (
    <polygon class={look} points={markPoints(mark, x, y)} />
  );
}

/** Results over the editions; the table beside it says the same, hence hidden from readers. */
export function SeriesFigure({
  lines,
  best,
  nameOf,
  valueInWords,
  caption,
}: {
  lines: Line[];
  best: "high" | "low";
  nameOf: (entityId: string) => string;
  valueInWords: (value: number) => string;
  caption: string;
}) {
  const layout = layOutSeries(lines, { width: WIDTH, height: HEIGHT, best });
  if (layout === null) return null;
  const { entities } = layout;
  const lookOf = (entityId: string) => entities.indexOf(entityId) % markNames.length;
  // Years stand apart at 360 px: from the seventh on each second one is named.
  const each = layout.years.length > 7 ? 2 : 1;
  return (
    <figure class="series">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        {layout.ticks.map(({ value, y }) => (
          <>
            <line class="series-grid" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y} y2={y} />
            <text x={EDGE.left - 6} y={y + 4} text-anchor="end">
              {valueInWords(value)}
            </text>
          </>
        ))}
        {layout.years.map(
          ({ year, x }, at) =>
            at % each === 0 && (
              <text x={x} y={HEIGHT - 8} text-anchor="middle">
                {year}
              </text>
            ),
        )}
        {layout.lines.map(({ entityId, points }) => (
          <>
            <polyline
              class={`series-line series-${lookOf(entityId) + 1}`}
              points={points.map(({ x, y }) => `${x},${y}`).join(" ")}
              stroke-dasharray={dashes[lookOf(entityId)]}
            />
            {points.map(({ x, y }) => (
              <Mark at={lookOf(entityId)} x={x} y={y} />
            ))}
          </>
        ))}
      </svg>
      <ul class="series-names" aria-hidden="true">
        {entities.map((entityId) => (
          <li>
            <svg viewBox="0 0 40 16" width="40" height="16" aria-hidden="true" focusable="false">
              <line
                class={`series-line series-${lookOf(entityId) + 1}`}
                x1="0"
                x2="40"
                y1="8"
                y2="8"
                stroke-dasharray={dashes[lookOf(entityId)]}
              />
              <Mark at={lookOf(entityId)} x={20} y={8} />
            </svg>
            {nameOf(entityId)}
          </li>
        ))}
      </ul>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
