import { Box, Group, Text } from "@mantine/core";
import type { OverviewClause } from "../../leadership/overview.ts";
import { obligationStates, stateWords } from "../../obligation-state.ts";

/** Told apart by lightness and pattern, not by colour alone; the words with numbers stand beside each bar. */
const looks = {
  proven: "var(--mantine-color-teal-9)",
  explained: "var(--mantine-color-blue-4)",
  "not-due":
    "repeating-linear-gradient(90deg, var(--mantine-color-gray-4) 0 3px, var(--mantine-color-gray-1) 3px 6px)",
  open: "repeating-linear-gradient(45deg, var(--mantine-color-red-8) 0 4px, var(--mantine-color-red-1) 4px 8px)",
} as const;

/** How many of a whole are in which state, drawn; readers hear the words beside it. */
export function StateBar({ counts, total }: Pick<OverviewClause, "counts" | "total">) {
  if (total === 0) return null;
  return (
    <Group
      gap={0}
      h={10}
      wrap="nowrap"
      aria-hidden
      style={{ border: "1px solid var(--mantine-color-gray-6)" }}
    >
      {obligationStates.map((state) => (
        <Box
          key={state}
          h="100%"
          w={`${(counts[state] / total) * 100}%`}
          style={{ background: looks[state] }}
        />
      ))}
    </Group>
  );
}

/** What the patterns mean. */
export function StateLegend() {
  return (
    <Group gap="md" style={{ rowGap: 4 }} aria-hidden>
      {obligationStates.map((state) => (
        <Group key={state} gap={6} wrap="nowrap">
          <Box
            w={14}
            h={14}
            style={{
              background: looks[state],
              border: "1px solid var(--mantine-color-gray-6)",
              flexShrink: 0,
            }}
          />
          <Text size="xs">{stateWords[state]}</Text>
        </Group>
      ))}
    </Group>
  );
}
