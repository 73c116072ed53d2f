import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { explainError } from "./api-error.ts";

const CLOSE = { "aria-label": "Đóng" };

/** Says in passing that something is done: "Đã lưu." */
export function sayDone(message: string): void {
  notifications.show({ message, color: "green", closeButtonProps: CLOSE });
}

/** Says in passing what was not done, what was kept and what to do. */
export function sayNotDone(title: string, message: string): void {
  notifications.show({ title, message, color: "red", autoClose: 12_000, closeButtonProps: CLOSE });
}

/** Says in passing that something failed, in the words of `explainError`. */
export function sayFailed(error: unknown): void {
  const { title, advice } = explainError(error);
  sayNotDone(title, advice);
}

/** Says that something is done and offers to take it back, for as long as the notice stands (in milliseconds). */
export function sayDoneWithUndo(message: string, undo: () => Promise<unknown>, stands = 10_000): void {
  const id = notifications.show({
    color: "green",
    autoClose: stands,
    closeButtonProps: CLOSE,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="xs"
          variant="default"
          flex="none"
          onClick={async () => {
            notifications.hide(id);
            try {
              await undo();
            } catch (error) {
              sayFailed(error);
            }
          }}
        >
          Hoàn tác
        </Button>
      </Group>
    ),
  });
}
