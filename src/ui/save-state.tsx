import { Button, Group, Text } from "@mantine/core";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { ErrorNotice } from "./error-notice.tsx";
import type { SaveState } from "./use-autosave.ts";

const words = (state: SaveState<unknown>): string => {
  switch (state.kind) {
    case "saved":
      return state.at ? `Đã lưu ${formatDateTime(state.at).slice(0, 5)}` : "Mọi thay đổi đã được lưu";
    case "waiting":
      return "Đang viết…";
    case "saving":
      return "Đang lưu…";
    case "offline":
      return "Mất kết nối: bài vẫn được giữ trên máy này và sẽ tự lưu khi có mạng";
    case "stale":
      return "Có bản mới hơn: hãy chọn trước khi viết tiếp";
    case "refused":
      return "Chưa lưu được lên máy chủ; chữ bạn gõ vẫn được giữ trên máy này";
  }
};

/** Says, without ever standing in the way, whether what was typed is safe. */
export function SaveStateLine({ state, retry }: { state: SaveState<unknown>; retry: () => void }) {
  return (
    <>
      <Group gap="xs">
        <Text
          size="sm"
          c={state.kind === "offline" || state.kind === "refused" ? "red.8" : "gray.7"}
          role="status"
        >
          {words(state)}
        </Text>
        {state.kind === "offline" && (
          <Button size="compact-xs" variant="default" onClick={retry}>
            Thử lại ngay
          </Button>
        )}
      </Group>
      {state.kind === "refused" && <ErrorNotice error={state.error} retry={retry} />}
    </>
  );
}
