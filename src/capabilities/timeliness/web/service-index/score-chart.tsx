import { Box, Group, Text } from "@mantine/core";
import { formatDate } from "#platform/clock/vietnam-time.ts";

const WIDTH = 600;
const HEIGHT = 140;
const EDGE = 8;

/** Scores by day as a line from 0; the words under it and the table say the same, hence hidden from readers. */
export function ScoreChart({ points, words }: { points: { day: string; value: number }[]; words: string }) {
  const at = points.map(({ day }) => Temporal.PlainDate.from(day).toZonedDateTime("UTC").epochMilliseconds);
  const [first, last] = [at[0]!, at.at(-1)!];
  const most = Math.max(1, ...points.map(({ value }) => value));
  const place = points.map(({ value }, index) => ({
    x: EDGE + ((at[index]! - first) / Math.max(1, last - first)) * (WIDTH - 2 * EDGE),
    y: HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE),
  }));
  return (
    <Box component="figure" m={0} maw={WIDTH}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        aria-hidden="true"
        focusable="false"
        style={{ width: "100%", display: "block" }}
      >
        <line x1={0} x2={WIDTH} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} stroke="var(--mantine-color-gray-5)" />
        <polyline
          points={place.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")}
          fill="none"
          stroke="var(--mantine-color-teal-8)"
          strokeWidth={3}
          strokeLinejoin="round"
        />
        {place.map(({ x, y }) => (
          <circle key={x} cx={x} cy={y} r={4} fill="var(--mantine-color-teal-8)" />
        ))}
      </svg>
      <Group justify="space-between" aria-hidden="true">
        <Text size="xs" c="gray.7">
          {formatDate(points[0]!.day)}
        </Text>
        <Text size="xs" c="gray.7">
          {formatDate(points.at(-1)!.day)}
        </Text>
      </Group>
      <Text component="figcaption" size="sm" c="gray.8">
        {words}
      </Text>
    </Box>
  );
}
