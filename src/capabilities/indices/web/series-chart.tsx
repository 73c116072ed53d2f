import { Box, Group, Text } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import type { Line } from "../series.ts";
import { EDGE, layOutSeries, markPoints } from "../series-layout.ts";

const HEIGHT = 240;
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
  return <polygon points={markPoints(look.mark, x, y)} {...paint} />;
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
  const layout = layOutSeries(lines, { width, height: HEIGHT, best });
  if (layout === null) return null;
  const { entities } = layout;
  const lookOf = (entityId: string) => looks[entities.indexOf(entityId) % looks.length]!;
  return (
    <Box component="figure" m={0} ref={ref}>
      <svg width={width} height={HEIGHT} aria-hidden="true" focusable="false" style={{ display: "block" }}>
        {layout.ticks.map(({ value, y }) => (
          <g key={value}>
            <line x1={EDGE.left} x2={width - EDGE.right} y1={y} y2={y} stroke="var(--mantine-color-gray-3)" />
            <text
              x={EDGE.left - 6}
              y={y + 4}
              textAnchor="end"
              fontSize={12}
              fill="var(--mantine-color-gray-8)"
            >
              {valueInWords(value)}
            </text>
          </g>
        ))}
        {layout.years.map(({ year, x }) => (
          <text
            key={year}
            x={x}
            y={HEIGHT - 8}
            textAnchor="middle"
            fontSize={12}
            fill="var(--mantine-color-gray-8)"
          >
            {year}
          </text>
        ))}
        {layout.lines.map(({ entityId, points: own }) => {
          const look = lookOf(entityId);
          return (
            <g key={`${entityId}-${own[0]!.edition}`}>
              <polyline
                points={own.map(({ x, y }) => `${x},${y}`).join(" ")}
                fill="none"
                stroke={look.colour}
                strokeWidth={2}
                strokeDasharray={look.dash}
              />
              {own.map(({ edition, x, y, isCertain }) => (
                <Mark key={edition} x={x} y={y} look={look} isCertain={isCertain} />
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
