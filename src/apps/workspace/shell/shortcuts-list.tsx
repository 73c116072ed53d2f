import { Group, Kbd, Modal, Stack, Text } from "@mantine/core";
import { keysAsText, useActiveShortcuts } from "#ui/shortcuts.ts";
import { isMac } from "./this-device.ts";

/** What the keyboard does on the screen shown. */
export function ShortcutsList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const shortcuts = useActiveShortcuts();
  return (
    <Modal opened={opened} onClose={onClose} title="Phím tắt">
      <Stack gap="sm">
        {[...shortcuts, { keys: "Esc", label: "Đóng hộp thoại đang mở" }].map(({ keys, label }) => (
          <Group key={`${keys} ${label}`} justify="space-between" wrap="nowrap">
            <Text>{label}</Text>
            <Kbd>{keysAsText(keys, isMac())}</Kbd>
          </Group>
        ))}
        <Text size="sm" c="gray.7">
          Phím tắt không chạy khi bạn đang gõ dấu tiếng Việt. Việc nào cũng có nút bấm.
        </Text>
      </Stack>
    </Modal>
  );
}
