import { Box, Group, Stack, Text } from "@mantine/core";

export interface Bar {
  key: string;
  label: string;
  value: number;
  text: string;
}

/** Numbers side by side as bars; each bar has its name and number in words, and the table below has all of them. */
export function Bars({ bars }: { bars: Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
      {bars.map(({ key, label, value, text }) => (
        <li key={key}>
          <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-end">
            <Text size="sm" style={{ overflowWrap: "anywhere" }}>
              {label}
            </Text>
            <Text size="sm" fw={600} style={{ whiteSpace: "nowrap" }}>
              {text}
            </Text>
          </Group>
          <Box aria-hidden="true" bg="gray.2" h={10} style={{ borderRadius: 5 }}>
            <Box
              bg="teal.8"
              h={10}
              w={`${((100 * value) / most).toFixed(1)}%`}
              miw={value > 0 ? 4 : 0}
              style={{ borderRadius: 5 }}
            />
          </Box>
        </li>
      ))}
    </Stack>
  );
}
