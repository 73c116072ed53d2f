import { Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import classes from "./preview.module.css";
import type { Unsure } from "./unsure.ts";

/** "Chưa chắc" with its reason, right where it stands; "Đã xem" takes it off. */
export function UnsureMark({ unsure, onSettle }: { unsure: Unsure; onSettle: (unsure: Unsure) => void }) {
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" className={classes.unsure}>
      <IconAlertTriangle size={16} aria-hidden className={classes.icon} />
      <Text size="sm" flex={1} miw={0}>
        <b>Chưa chắc:</b> {unsure.message}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => onSettle(unsure)}
        aria-label={`Đã xem: ${unsure.message}`}
      >
        Đã xem
      </Button>
    </Group>
  );
}
