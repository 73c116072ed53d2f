import { Group, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Section } from "#ui/section.tsx";
import { api, type FeedbackView } from "../api.ts";

/** Who wrote, shown only when asked for. */
export function SenderSection({ view: { id, may, hasSender, wantsMail, isNamed } }: { view: FeedbackView }) {
  const look = useMutation({ mutationFn: () => api.feedback.sender.call({ id }) });
  const known = look.data;
  const lines: [string, string][] = known
    ? [
        ["Họ tên", known.name],
        ["Điện thoại", known.phone],
        ["Địa chỉ", known.address],
        ["Thư điện tử", known.mail],
      ]
    : [];
  return (
    <Section id="nguoi-gui" title="Người gửi">
      <Text size="sm">
        {isNamed ? "Có ghi tên." : "Không ghi tên."}{" "}
        {wantsMail ? "Được báo qua thư mỗi khi có thay đổi." : "Theo dõi bằng đường dẫn riêng."}
      </Text>
      {known ? (
        <Stack gap={2} role="status">
          {lines
            .filter(([, words]) => words !== "")
            .map(([label, words]) => (
              <Text key={label} style={{ overflowWrap: "anywhere" }}>
                {label}: {words}
              </Text>
            ))}
        </Stack>
      ) : hasSender || wantsMail ? (
        <Group>
          <MayButton
            may={may}
            verb="reveal"
            variant="default"
            loading={look.isPending}
            onClick={() => look.mutate()}
          >
            Xem người gửi (ghi nhật ký)
          </MayButton>
        </Group>
      ) : (
        <Text size="sm" c="gray.7">
          Không có thông tin liên hệ, hoặc đã xóa theo thời hạn lưu.
        </Text>
      )}
      {look.isError && <ErrorNotice error={look.error} />}
    </Section>
  );
}
