import { Box, Group, Text } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { type Line, ticksFor } from "../series.ts";

const HEIGHT = 240;
const EDGE = { top: 24, right: 16, bottom: 28, left: 44 };
const TABLET = 640;

/** How the entities differ: by colour, by dashes and by the mark at each result. */
const looks = [
  { colour: "var(--mantine-color-teal-9)", dash: undefined, mark: "circle" },
  { colour: "var(--mantine-color-red-9)", dash: "7 4", mark: "square" },
  { colour: "var(--mantine-color-indigo-9)", dash: "2 4", mark: "triangle" },
  { colour: "var(--mantine-color-orange-9)", dash: "10 3 2 3", mark: "diamond" },
] as const;
type Look = (typeof looks)[number];

function Mark({ x, y, look, isCertain }: { x: number; y: number; look: Look; isCertain: boolean }) {
  const paint = { fill: isCertain ? look.colour : "white", stroke: look.colour, strokeWidth: 2 };
  if (look.mark === "circle") return <circle cx={x} cy={y} r={5} {...paint} />;
  if (look.mark === "square") return <rect x={x - 5} y={y - 5} width={10} height={10} {...paint} />;
  const points =
    look.mark === "triangle"
      ? `${x},${y - 6} ${x + 6},${y + 5} ${x - 6},${y + 5}`
      : `${x},${y - 7} ${x + 7},${y} ${x},${y + 7} ${x - 7},${y}`;
  return <polygon points={points} {...paint} />;
}

/**
 * Results over the editions: a line joins only what may be compared. `best`: where the best stands, high for scores and
 * low (rank 1) for ranks. The table under it says the same, hence hidden from readers.
 */
export function SeriesChart({
  lines,
  nameOf,
  valueInWords,
  best,
  caption,
}: {
  lines: Line[];
  nameOf: (entityId: string) => string;
  valueInWords: (value: number) => string;
  best: "high" | "low";
  caption: string;
}) {
  const { ref, width: measured } = useElementSize();
  const width = Math.max(280, measured || TABLET);
  const points = lines.flatMap((line) => line.points);
  const editions = [...new Set(points.map(({ edition }) => edition))].toSorted((a, b) => a - b);
  if (editions.length === 0) return null;
  const [first, last] = [editions[0]!, editions.at(-1)!];
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
    return HEIGHT - EDGE.bottom - up * (HEIGHT - EDGE.top - EDGE.bottom);
  };
  const entities = [...new Set(lines.map(({ entityId }) => entityId))];
  const lookOf = (entityId: string) => looks[entities.indexOf(entityId) % looks.length]!;
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  return (
    <Box component="figure" m={0} ref={ref}>
      <svg width={width} height={HEIGHT} aria-hidden="true" focusable="false" style={{ display: "block" }}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={EDGE.left}
              x2={width - EDGE.right}
              y1={y(tick)}
              y2={y(tick)}
              stroke="var(--mantine-color-gray-3)"
            />
            <text
              x={EDGE.left - 6}
              y={y(tick) + 4}
              textAnchor="end"
              fontSize={12}
              fill="var(--mantine-color-gray-8)"
            >
              {valueInWords(tick)}
            </text>
          </g>
        ))}
        {years.map((year) => (
          <text
            key={year}
            x={x(year)}
            y={HEIGHT - 8}
            textAnchor="middle"
            fontSize={12}
            fill="var(--mantine-color-gray-8)"
          >
            {year}
          </text>
        ))}
        {lines.map(({ entityId, points: own }) => {
          const look = lookOf(entityId);
          return (
            <g key={`${entityId}-${own[0]!.edition}`}>
              <polyline
                points={own.map(({ edition, value }) => `${x(edition)},${y(value)}`).join(" ")}
                fill="none"
                stroke={look.colour}
                strokeWidth={2}
                strokeDasharray={look.dash}
              />
              {own.map(({ edition, value, isCertain }) => (
                <Mark key={edition} x={x(edition)} y={y(value)} look={look} isCertain={isCertain} />
              ))}
            </g>
          );
        })}
      </svg>
      <Group gap="md" aria-hidden="true">
        {entities.map((entityId) => (
          <Group key={entityId} gap={6} wrap="nowrap">
            <svg width={40} height={16} aria-hidden="true" focusable="false">
              <line
                x1={0}
                x2={40}
                y1={8}
                y2={8}
                stroke={lookOf(entityId).colour}
                strokeWidth={2}
                strokeDasharray={lookOf(entityId).dash}
              />
              <Mark x={20} y={8} look={lookOf(entityId)} isCertain />
            </svg>
            <Text size="sm">{nameOf(entityId)}</Text>
          </Group>
        ))}
      </Group>
      <Text component="figcaption" size="sm" c="gray.7">
        {caption} Dấu rỗng là số chưa chắc chắn; chỉ nối các năm liền nhau, đo cùng một cách.
      </Text>
    </Box>
  );
}

/** First place stands at the top, whatever the others are. */
function ranksFor(worst: number): number[] {
  const [, ...rest] = ticksFor(0, Math.max(5, worst));
  return [1, ...rest];
}
