import { Alert } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { IconWifiOff } from "@tabler/icons-react";
import { LinkText } from "#ui/navigation.tsx";

/** Says that the network is gone, and that what is on the screen stays. */
export function OfflineBanner() {
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert color="orange" icon={<IconWifiOff />} role="status" mb="md" title="Đang mất mạng">
      Bạn vẫn xem và viết tiếp được; hãy giữ trang này mở. Khi có mạng lại, hãy lưu hoặc thử lại việc dang dở.
      Muốn bắt đầu bài khác thì vào <LinkText to="/viet-tam">Viết khi mất mạng</LinkText>.
    </Alert>
  );
}
