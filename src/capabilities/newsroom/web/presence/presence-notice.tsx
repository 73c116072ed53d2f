import { Alert, Button, Group, Paper, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Presence } from "./use-presence.ts";

/** "09:12", with the day when it was not today. */
function since(moment: string): string {
  const [time, day] = formatDateTime(moment).split(", ");
  const [, today] = formatDateTime(new Date().toISOString()).split(", ");
  return day === today ? time! : `${time} ngày ${day}`;
}

/** Somebody else is writing: read, ask, or take over; both texts are kept. */
export function OtherWriter({
  holder: { name, since: from, askedByMe },
  ousted,
  unsaved,
  onAsk,
  onTakeOver,
}: {
  holder: NonNullable<Presence["holder"]>;
  /** The item was being written here until the other took it over. */
  ousted: boolean;
  /** What was typed here and the server does not have, to read; null: nothing. */
  unsaved: ReactNode;
  onAsk: () => Promise<void>;
  onTakeOver: () => Promise<void>;
}) {
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);
  const run = (act: () => Promise<void>) => async () => {
    setBusy(true);
    await act();
    setBusy(false);
  };
  return (
    <Alert
      color={ousted ? "orange" : "blue"}
      role="status"
      title={ousted ? `${name} đã tiếp quản bài lúc ${since(from)}` : `${name} đang sửa từ ${since(from)}`}
    >
      <Text size="sm" mb="xs">
        Bạn đang đọc; bản mới hiện ra khi người ấy lưu.{" "}
        {unsaved &&
          "Phần bạn đã viết được giữ trên máy này; tiếp quản thì hai bản được đặt cạnh nhau để ghép. "}
        Nếu tiếp quản, người ấy chuyển sang chỉ đọc và không mất chữ nào.
      </Text>
      {shown && unsaved && (
        <Paper withBorder p="md" mb="xs" component="section" aria-label="Phần bạn đã viết, chưa lưu">
          {unsaved}
        </Paper>
      )}
      <Group gap="xs">
        {unsaved && (
          <Button
            size="xs"
            variant="default"
            aria-expanded={shown}
            onClick={() => setShown((before) => !before)}
          >
            {shown ? "Ẩn phần tôi đã viết" : "Xem phần tôi đã viết"}
          </Button>
        )}
        {askedByMe ? (
          <Text size="sm">Đã hỏi; người ấy thấy lời hỏi trên màn hình.</Text>
        ) : (
          <Button size="xs" variant="default" disabled={busy} onClick={run(onAsk)}>
            Xin sửa
          </Button>
        )}
        <Button size="xs" variant="default" disabled={busy} onClick={run(onTakeOver)}>
          Tiếp quản
        </Button>
      </Group>
    </Alert>
  );
}

/** Somebody would like to write next. */
export function AskedToHandOver({ name, onHandOver }: { name: string; onHandOver: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  return (
    <Alert color="yellow" role="status" title={`${name} xin được sửa bài này`}>
      <Group gap="xs">
        <Button
          size="xs"
          loading={busy}
          onClick={async () => {
            setBusy(true);
            await onHandOver();
            setBusy(false);
          }}
        >
          Lưu và nhường
        </Button>
        <Text size="sm">Chưa muốn nhường thì cứ viết tiếp.</Text>
      </Group>
    </Alert>
  );
}
