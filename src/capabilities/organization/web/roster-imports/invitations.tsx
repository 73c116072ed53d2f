import { Button, CopyButton, Group, List, Modal, ScrollArea, Stack, Text } from "@mantine/core";
import { saveFile } from "#ui/save-file.ts";
import type { api } from "../api.ts";

export type Brought = Awaited<ReturnType<typeof api.organization.importRoster.call>>;

/** Quoted for a spreadsheet, which is not to take a name for a formula. */
const cell = (text: string) => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The links of everybody who was just added, to be handed over; they cannot be shown again. */
export function Invitations({ brought, onClose }: { brought: Brought; onClose: () => void }) {
  const rows = brought.invitations.map(({ name, email, link }) => [name, email, `${location.origin}${link}`]);
  const table = [["Họ và tên", "Thư điện tử", "Đường dẫn dùng một lần"], ...rows];
  const save = () =>
    saveFile(
      new File(
        [`\ufeff${table.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`],
        "duong-dan-moi.csv",
        { type: "text/csv;charset=utf-8" },
      ),
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`Đường dẫn mời của ${rows.length} người`}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <Stack>
        <Text size="sm">
          Chưa có thư nào được gửi. Chuyển cho từng người đường dẫn của họ: mở một lần để tự đặt mật khẩu, có
          hiệu lực {brought.minutes / 1440} ngày. Đóng ô này rồi thì không xem lại được; khi cần, hãy tạo
          đường dẫn mới ở trang Người dùng.
        </Text>
        <ScrollArea.Autosize mah="40vh" viewportProps={{ tabIndex: 0, "aria-label": "Các đường dẫn mời" }}>
          <List size="sm" spacing="xs">
            {rows.map(([name, email, address]) => (
              <List.Item key={email}>
                {name} ({email})
                <Text size="xs" ff="monospace" style={{ overflowWrap: "anywhere" }}>
                  {address}
                </Text>
              </List.Item>
            ))}
          </List>
        </ScrollArea.Autosize>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Đóng
          </Button>
          <CopyButton value={rows.map((row) => row.join("\t")).join("\n")} timeout={4000}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? "Đã chép" : "Chép tất cả"}
              </Button>
            )}
          </CopyButton>
          <Button onClick={save} data-autofocus>
            Tải danh sách (.csv)
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
