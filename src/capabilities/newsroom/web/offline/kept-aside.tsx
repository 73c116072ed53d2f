import { Alert, Button, CopyButton, Group, Paper, Text } from "@mantine/core";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import type { ContentFields } from "../../content-fields.ts";
import { plainText } from "../stored-text.ts";
import { TextView } from "../text-view.tsx";

/** What was typed here and can go into the item no more for now: it is read, copied, and waits on this machine. */
export function KeptAside({
  kind,
  fields,
  onDrop,
}: {
  kind: string;
  fields: ContentFields;
  onDrop?: () => void;
}) {
  const [shown, setShown] = useState(false);
  const [dropping, setDropping] = useState(false);
  return (
    <Alert color="yellow" role="alert" title="Phần bạn viết chưa vào bài">
      <Text size="sm" mb="xs">
        Bài đã chuyển bước trước khi phần ấy kịp lưu. Máy này vẫn giữ đủ; khi bài sửa được, mở bài ở đây là
        đưa vào được.
      </Text>
      {shown && (
        <Paper withBorder p="md" mb="xs" component="section" aria-label="Phần bạn viết chưa vào bài">
          <TextView kind={kind} {...fields} />
        </Paper>
      )}
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          aria-expanded={shown}
          onClick={() => setShown((before) => !before)}
        >
          {shown ? "Ẩn phần ấy" : "Xem phần ấy"}
        </Button>
        <CopyButton value={plainText({ kind, ...fields })}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? "Đã chép" : "Chép chữ"}
            </Button>
          )}
        </CopyButton>
        {onDrop && (
          <Button size="xs" variant="default" onClick={() => setDropping(true)}>
            Bỏ phần ấy
          </Button>
        )}
      </Group>
      {onDrop && (
        <Confirm
          opened={dropping}
          onClose={() => setDropping(false)}
          title="Bỏ phần viết này"
          verb="Bỏ hẳn"
          onConfirm={onDrop}
        >
          Phần này chỉ có trên máy này; bỏ rồi không lấy lại được. Bài trên máy chủ không thay đổi.
        </Confirm>
      )}
    </Alert>
  );
}
