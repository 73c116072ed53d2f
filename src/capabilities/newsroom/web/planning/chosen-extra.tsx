import { ActionIcon, Box, Group, Stack, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { MomentText } from "#ui/date-text.tsx";
import type { CalendarExtra } from "../slots.ts";
import classes from "./calendar.module.css";
import { titleOf } from "./entry-words.ts";

/** What is chosen in the calendar beside texts, and what can be done with it. */
export function ChosenExtra({
  extra,
  onClose,
  children,
}: {
  extra: CalendarExtra;
  onClose: () => void;
  children: ReactNode;
}) {
  const { what, at, facts, hindrance } = extra;
  return (
    <Box component="section" aria-label="Đang chọn" className={classes.chosen}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={2} miw={0}>
          <Text fw={600} style={{ overflowWrap: "anywhere" }} lineClamp={2}>
            {titleOf(extra)}
          </Text>
          <Text size="sm">
            {facts} · {what} <MomentText at={at} />
          </Text>
          {hindrance !== null && (
            <Text size="xs" c="gray.7">
              {hindrance}
            </Text>
          )}
        </Stack>
        <ActionIcon variant="subtle" color="gray" aria-label="Bỏ chọn" onClick={onClose}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Group gap="xs" mt="xs">
        {children}
      </Group>
    </Box>
  );
}
