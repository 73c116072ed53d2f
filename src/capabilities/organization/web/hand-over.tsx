import { Button, CopyButton, Group, Modal, Stack, Text } from "@mantine/core";

/** A one-time link that was just made; it is shown this once. */
export interface OneTimeLink {
  /** Whose it is. */
  name: string;
  link: string;
  minutes: number;
}

/** Shows the link to hand over, over the page, so that it is not missed; it cannot be shown again. */
export function HandOver({ given, onClose }: { given: OneTimeLink; onClose: () => void }) {
  const { name, link, minutes } = given;
  const address = `${location.origin}${link}`;
  const lasts = minutes >= 1440 ? `${minutes / 1440} ngày` : `${minutes} phút`;
  return (
    <Modal opened onClose={onClose} title={`Đường dẫn dùng một lần cho ${name}`} closeOnClickOutside={false}>
      <Stack>
        <Text size="sm">
          Chuyển tận tay cho {name}: mở một lần để tự đặt mật khẩu. Có hiệu lực {lasts}. Đóng ô này rồi thì
          không xem lại được; khi cần, hãy tạo đường dẫn mới.
        </Text>
        <Text size="sm" ff="monospace" style={{ overflowWrap: "anywhere" }}>
          {address}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Đóng
          </Button>
          <CopyButton value={address} timeout={4000}>
            {({ copied, copy }) => (
              <Button onClick={copy} data-autofocus>
                {copied ? "Đã chép" : "Chép đường dẫn"}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Modal>
  );
}
