import { notifications } from "@mantine/notifications";

/** Says in passing why a card stays where it is. */
export function sayRefused(why: string): void {
  notifications.show({
    message: `Không chuyển được. ${why}`,
    color: "orange",
    autoClose: 12_000,
    closeButtonProps: { "aria-label": "Đóng" },
  });
}
