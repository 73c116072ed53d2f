import { Tabs } from "@mantine/core";
import { useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { FollowingTab } from "./following/following-tab.tsx";
import { ReportsTab } from "./reports/reports-tab.tsx";
import { VotesTab } from "./reports/votes-tab.tsx";
import { SectionsTab } from "./sections/sections-tab.tsx";

const tabs = [
  { the: "bao-loi", label: "Báo lỗi của người đọc", body: <ReportsTab /> },
  { the: "muc", label: "Mục phải công khai", body: <SectionsTab /> },
  { the: "theo-doi", label: "Theo dõi qua thư", body: <FollowingTab /> },
  { the: "y-kien", label: "Trang có hữu ích không", body: <VotesTab /> },
];

/** How the public site is received and kept alive. */
export default function SitePage() {
  const [view, setView] = useFilters({ the: "bao-loi" });
  const tab = tabs.find(({ the }) => the === view.the) ?? tabs[0]!;
  return (
    <Page
      title="Cổng thông tin"
      lead="Người đọc thấy gì sai, trang nào chưa giúp được, mục nào phải công khai còn trống; không lưu ai đã đọc, ai đã bấm."
    >
      <Tabs
        value={tab.the}
        onChange={(the) => setView({ the: the ?? "" })}
        keepMounted={false}
        activateTabWithKeyboard={false}
      >
        <Tabs.List mb="md">
          {tabs.map(({ the, label }) => (
            <Tabs.Tab key={the} value={the}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab.the}>{tab.body}</Tabs.Panel>
      </Tabs>
    </Page>
  );
}
