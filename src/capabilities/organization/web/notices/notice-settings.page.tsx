import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Asked } from "#ui/loading.tsx";
import { Page } from "#ui/page.tsx";
import { api } from "../api.ts";
import { NoticeHours } from "./notice-hours.tsx";
import { NoticeKinds } from "./notice-kinds.tsx";
import { PushDevices } from "./push-devices.tsx";

/** How one is told of each kind of notices, in one's own settings. */
export default function NoticeSettingsPage() {
  const settings = useQuery(api.organization.getNoticeSettings.queryOptions());
  return (
    <Page
      title="Cách nhận thông báo"
      width="text"
      crumbs={[{ label: "Tài khoản của tôi", to: "/tai-khoan" }]}
      lead="Mọi thông báo luôn hiện trong hệ thống, ở chuông góc trên. Tại đây bạn chọn thông báo nào còn được gửi ra ngoài."
    >
      <Asked query={settings}>
        {(found) => (
          <Stack gap="xl">
            <PushDevices />
            <NoticeHours key={found.hoursBy} settings={found} whose="me" />
            <NoticeKinds settings={found} whose="me" />
          </Stack>
        )}
      </Asked>
    </Page>
  );
}
