import { Tabs } from "@mantine/core";
import { useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { ItemsTab } from "./items-tab.tsx";
import { SourcesTab } from "./sources-tab.tsx";

const tabs = [
  { the: "tin", label: "Tin mới", body: <ItemsTab /> },
  { the: "nguon", label: "Nguồn tin", body: <SourcesTab /> },
];

/** What the press and other agencies write, and which of their feeds are followed. */
export default function ListeningPage() {
  const [view, setView] = useFilters({ the: "tin" });
  const tab = tabs.find(({ the }) => the === view.the) ?? tabs[0]!;
  return (
    <Page
      title="Theo dõi báo chí"
      lead="Tin của báo, đài và cổng của cơ quan khác, đọc từ nguồn tin mà nơi ấy công bố. Chỉ giữ tên, phần đầu và đường dẫn; toàn văn đọc ở nơi đăng."
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
