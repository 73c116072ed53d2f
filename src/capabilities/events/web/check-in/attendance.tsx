import { Group, Text } from "@mantine/core";
import { LinkButton } from "#ui/navigation.tsx";
import { Section } from "#ui/section.tsx";
import type { EventView } from "../api.ts";

/** Who said that they come, who came, and the way to the door. */
export function Attendance({ view }: { view: EventView }) {
  if (view.state !== "announced" && view.state !== "held") return null;
  const { registered, checkedIn, capacity, takesRegistration } = view;
  return (
    <Section id="diem-danh" title="Đăng ký, điểm danh">
      <Text>
        {takesRegistration || registered > 0
          ? `${registered.toLocaleString("vi-VN")} người đăng ký${capacity === null ? "" : ` trên ${capacity.toLocaleString("vi-VN")} chỗ`} · `
          : "Không nhận đăng ký trước · "}
        {checkedIn.toLocaleString("vi-VN")} người đã điểm danh
      </Text>
      {view.may.hold?.allowed && (
        <Group>
          <LinkButton to={"/diem-danh" as never} search={{ sk: view.id } as never} variant="default">
            Mở điểm danh trên máy này
          </LinkButton>
        </Group>
      )}
      <Text size="sm" c="gray.7">
        Mở một lần khi có mạng; sau đó quét được cả khi mất mạng, có mạng lại thì tự gửi, mỗi lượt một lần.
      </Text>
    </Section>
  );
}
