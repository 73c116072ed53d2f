import { Tabs } from "@mantine/core";
import { useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { EnquiriesTab } from "./enquiries-tab.tsx";
import { LettersTab } from "./letters-tab.tsx";
import { ListsTab } from "./lists-tab.tsx";
import { OutletsTab } from "./outlets-tab.tsx";
import { PickupsTab } from "./pickups-tab.tsx";
import { SpokespeopleTab } from "./spokespeople-tab.tsx";

const tabs = [
  { the: "so", label: "Cơ quan báo chí", body: <OutletsTab /> },
  { the: "nhom", label: "Nhóm nhận", body: <ListsTab /> },
  { the: "hoi", label: "Yêu cầu của báo chí", body: <EnquiriesTab /> },
  { the: "thu", label: "Thư định hướng", body: <LettersTab /> },
  { the: "dung-lai", label: "Tin báo chí dùng lại", body: <PickupsTab /> },
  { the: "phat-ngon", label: "Người phát ngôn", body: <SpokespeopleTab /> },
];

/** Everything between the agency and the press. */
export default function PressRoomPage() {
  const [view, setView] = useFilters({ the: "so" });
  const tab = tabs.find(({ the }) => the === view.the) ?? tabs[0]!;
  return (
    <Page
      title="Phòng báo chí"
      lead="Sổ cơ quan báo chí, ai đang nhận thư, gửi theo nhóm nào, ai được phát ngôn; thư chỉ tới hộp thư công vụ của tòa soạn và người đã đồng ý."
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
