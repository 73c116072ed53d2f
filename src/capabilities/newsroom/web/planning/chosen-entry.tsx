import { ActionIcon, Box, Button, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import type { CalendarEntry, Entry } from "../api.ts";
import { ContentStateBadge, PlannedStateBadge } from "../content-state.tsx";
import classes from "./calendar.module.css";
import { clashInWords, meanings, titleOf } from "./entry-words.ts";
import type { Moves } from "./use-moves.tsx";

/** What is chosen in table, board or calendar, and what can be done with it; stands at the foot of the window. */
export function ChosenEntry({
  entry,
  moves,
  onClose,
  children,
}: {
  entry: Entry & Partial<Pick<CalendarEntry, "clash">>;
  moves: Moves;
  onClose: () => void;
  /** The step that comes next, where the view knows one. */
  children?: ReactNode;
}) {
  const { item, deliverable, state, at, means, kindLabel, channelLabel, unitName, personName, move } = entry;
  const clash = clashInWords(entry.clash ?? null);
  return (
    <Box component="section" aria-label="Đang chọn" className={classes.chosen}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={2} miw={0}>
          <Text fw={600} style={{ overflowWrap: "anywhere" }} lineClamp={2}>
            {titleOf(entry)}
          </Text>
          <Group gap="xs">
            {item ? <ContentStateBadge item={item} /> : <PlannedStateBadge state={state} />}
            <Text size="sm">
              {kindLabel} · {channelLabel} · {unitName} · {personName ?? "chưa giao người"}
              {at && means && (
                <>
                  {" · "}
                  {meanings[means]} <MomentText at={at} />
                </>
              )}
            </Text>
          </Group>
          {clash && (
            <Text size="sm" c="gray.9" fw={600}>
              <IconAlertTriangle size={14} aria-hidden /> {clash}
            </Text>
          )}
          {move.what === null && (
            <Text size="xs" c="gray.7">
              {move.why}
            </Text>
          )}
        </Stack>
        <ActionIcon variant="subtle" color="gray" aria-label="Bỏ chọn" onClick={onClose}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Group gap="xs" mt="xs">
        {children}
        {item && (
          <LinkButton
            size="xs"
            variant={children ? "default" : "filled"}
            to="/noi-dung/$id"
            params={{ id: item.id }}
          >
            Mở bài
          </LinkButton>
        )}
        {deliverable && (
          <LinkButton
            size="xs"
            variant={item || children ? "default" : "filled"}
            to="/de-tai/$id"
            params={{ id: deliverable.storyId }}
          >
            Mở đề tài
          </LinkButton>
        )}
        {move.what !== null && (
          <Button size="xs" variant="default" onClick={() => moves.ask(entry)}>
            Chuyển sang ngày…
          </Button>
        )}
      </Group>
    </Box>
  );
}
