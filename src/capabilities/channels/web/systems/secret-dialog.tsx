import { Alert, Anchor, Button, Code, CopyButton, Group, Modal, Stack, Text } from "@mantine/core";

/** The secret that calls are signed with: shown this once, to be put into the other system. */
export function SecretDialog({
  name,
  secret,
  onClose,
}: {
  name: string;
  secret: string | null;
  onClose: () => void;
}) {
  return (
    <Modal
      opened={secret !== null}
      onClose={onClose}
      title={`Khóa ký: ${name}`}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <Stack>
        <Alert color="yellow" title="Khóa chỉ hiện một lần">
          Hãy chép ngay và đưa vào hệ thống nhận tin. Mất khóa thì bấm “Đổi khóa” để lấy khóa mới.
        </Alert>
        <Code block style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
          {secret}
        </Code>
        <Text size="sm">
          Cách kiểm tra chữ ký:{" "}
          <Anchor href="/api#bao-tin" underline="always">
            Giao diện lập trình, mục Báo tin
          </Anchor>
          .
        </Text>
        <Group justify="flex-end">
          <CopyButton value={secret ?? ""}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy} data-autofocus>
                {copied ? "Đã chép khóa" : "Chép khóa"}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>Tôi đã cất khóa</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
