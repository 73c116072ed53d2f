import { Button, CloseButton, Group, Popover, Portal, Stack, Text } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import type { Remark } from "../../language/remark.ts";
import { KindBadge, shortened, WhereSaid } from "./remark-groups.tsx";

/** A remark that stands open at its passage; `box` is the passage's place on the page. */
export interface OpenRemark {
  remark: Remark;
  box: { left: number; top: number; width: number; height: number };
  /** Opened by a key: the focus goes along. */
  byKey: boolean;
}

/** One remark beside its passage, with what to write for it and the way to the next. */
export function RemarkHere({
  open,
  place,
  count,
  onReplace,
  onDismiss,
  onStep,
  onClose,
}: {
  open: OpenRemark;
  /** Its place among so many. */
  place: number;
  count: number;
  /** Absent: nothing is proposed for these words. */
  onReplace: (() => void) | undefined;
  /** Absent: one may not. */
  onDismiss: (() => void) | undefined;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
}) {
  const { remark, box, byKey } = open;
  useWindowEvent("keydown", (event) => {
    if (event.key === "Escape") onClose();
  });
  return (
    <Popover
      key={`${remark.key} ${remark.field} ${remark.block} ${remark.from}`}
      opened
      onChange={(opened) => !opened && onClose()}
      position="bottom-start"
      width={320}
      shadow="md"
      withinPortal
      withRoles={false}
      trapFocus={byKey}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
    >
      <Portal>
        <Popover.Target>
          <div aria-hidden style={{ position: "absolute", pointerEvents: "none", ...box }} />
        </Popover.Target>
      </Portal>
      <Popover.Dropdown
        role="dialog"
        p="sm"
        aria-label={`Nhận xét ${place} trong ${count}`}
        maw="calc(100vw - 1rem)"
      >
        <Stack gap="xs">
          <Group justify="space-between" wrap="nowrap">
            <KindBadge kind={remark.kind} />
            <CloseButton aria-label="Đóng nhận xét" onClick={onClose} />
          </Group>
          <Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
            “{shortened(remark.passage)}”{remark.field !== "body" && <WhereSaid where={remark.where} />}
          </Text>
          <Text size="sm">{remark.why}</Text>
          <Group gap="xs">
            {onReplace && (
              <Button
                size="xs"
                h="auto"
                mih={30}
                py={4}
                styles={{ label: { whiteSpace: "normal" } }}
                onClick={onReplace}
              >
                Thay bằng “{remark.instead}”
              </Button>
            )}
            {onDismiss && (
              <Button size="xs" variant="default" onClick={onDismiss}>
                Bỏ qua, vì …
              </Button>
            )}
          </Group>
          <Group gap="xs" justify="space-between" wrap="nowrap">
            <Text size="xs">
              {place} trong {count}
            </Text>
            <Group gap="xs" wrap="nowrap">
              <Button size="compact-xs" variant="default" onClick={() => onStep(-1)}>
                Trước
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => onStep(1)} data-autofocus>
                Sau
              </Button>
            </Group>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
