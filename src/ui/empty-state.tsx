import { Box, Paper, Stack, Text } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ScreenIcon } from "./screen.ts";

/** An empty place: what belongs here, why, and the button that brings it about. */
export function EmptyState({
  title,
  why,
  action,
  icon: Icon = IconInbox,
}: {
  title: string;
  why: ReactNode;
  action?: ReactNode;
  icon?: ScreenIcon;
}) {
  return (
    <Paper withBorder p="lg" bg="gray.0" style={{ borderStyle: "dashed" }}>
      <Stack gap="xs" align="flex-start">
        <Box c="dimmed" aria-hidden>
          <Icon size={28} stroke={1.5} />
        </Box>
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="gray.8" maw="44rem">
          {why}
        </Text>
        {action && <Box mt="xs">{action}</Box>}
      </Stack>
    </Paper>
  );
}
