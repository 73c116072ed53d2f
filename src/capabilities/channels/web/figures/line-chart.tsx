import { Box, Group, Text } from "@mantine/core";

interface Point {
  at: number;
  value: number;
}

const WIDTH = 600;
const HEIGHT = 120;
const EDGE = 6;

/**
 * How a number grew, as a line; the words under it and the table beside it say the same, hence hidden from readers.
 */
export function LineChart({
  points,
  words,
  dayOf,
}: {
  /** By moment, the oldest first; two at least. */
  points: Point[];
  words: string;
  dayOf: (at: number) => string;
}) {
  const first = points[0]!;
  const last = points.at(-1)!;
  const most = Math.max(1, ...points.map(({ value }) => value));
  const x = (at: number) => EDGE + ((at - first.at) / Math.max(1, last.at - first.at)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE);
  return (
    <Box component="figure" m={0} maw={WIDTH}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
        style={{ width: "100%", height: HEIGHT, display: "block" }}
      >
        <line
          x1={0}
          x2={WIDTH}
          y1={y(0)}
          y2={y(0)}
          stroke="var(--mantine-color-gray-5)"
          vectorEffect="non-scaling-stroke"
        />
        <polyline
          points={points.map(({ at, value }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(" ")}
          fill="none"
          stroke="var(--mantine-color-teal-8)"
          strokeWidth={3}
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <Group justify="space-between" aria-hidden="true">
        <Text size="xs" c="gray.7">
          {dayOf(first.at)}
        </Text>
        <Text size="xs" c="gray.7">
          {dayOf(last.at)}
        </Text>
      </Group>
      <Text component="figcaption" size="sm" c="gray.8">
        {words}
      </Text>
    </Box>
  );
}
