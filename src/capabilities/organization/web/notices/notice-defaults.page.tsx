import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Asked } from "#ui/loading.tsx";
import { Page } from "#ui/page.tsx";
import { api } from "../api.ts";
import { NoticeHours } from "./notice-hours.tsx";
import { NoticeKinds } from "./notice-kinds.tsx";

/** How the agency's people are told who have chosen nothing themselves. */
export default function NoticeDefaultsPage() {
  const defaults = useQuery(api.organization.getNoticeDefaults.queryOptions());
  return (
    <Page
      title="Cách báo mặc định của cơ quan"
      width="text"
      crumbs={[{ label: "Cơ quan, đơn vị", to: "/co-quan" }]}
      lead="Áp dụng cho người chưa tự chọn; ai đã tự chọn ở Cách nhận thông báo thì lựa chọn của người đó được giữ. Mọi thông báo luôn hiện trong hệ thống."
    >
      <Asked query={defaults}>
        {(found) => (
          <Stack gap="xl">
            <NoticeHours settings={found} whose="agency" />
            <NoticeKinds settings={found} whose="agency" />
          </Stack>
        )}
      </Asked>
    </Page>
  );
}
