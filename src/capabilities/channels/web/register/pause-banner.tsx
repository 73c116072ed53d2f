import { Alert, Text } from "@mantine/core";
import { IconPlayerPause } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { MomentText } from "#ui/date-text.tsx";

/** Says that nothing goes out to any channel, since when and why; nothing while the switch is not thrown. */
export function PauseBanner({
  paused,
  children,
}: {
  paused: { reason: string; at: string } | null;
  /** What can be done about it here. */
  children?: ReactNode;
}) {
  if (paused === null) return null;
  return (
    <Alert
      color="civicRed"
      variant="filled"
      icon={<IconPlayerPause />}
      title="Đang tạm dừng mọi kênh"
      styles={{ wrapper: { alignItems: "flex-start" } }}
    >
      <Text size="sm">
        Từ <MomentText at={paused.at} />: {paused.reason}
      </Text>
      <Text size="sm" mb={children ? "xs" : 0}>
        Bài đến giờ vẫn giữ nguyên chỗ; mở lại thì đăng theo thứ tự giờ đã hẹn.
      </Text>
      {children}
    </Alert>
  );
}
