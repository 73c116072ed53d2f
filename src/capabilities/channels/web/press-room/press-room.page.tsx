import { TabbedPage } from "#ui/tabbed-page.tsx";
import { EnquiriesTab } from "./enquiries-tab.tsx";
import { LettersTab } from "./letters-tab.tsx";
import { ListsTab } from "./lists-tab.tsx";
import { OutletsTab } from "./outlets-tab.tsx";
import { PickupsTab } from "./pickups-tab.tsx";
import { SpokespeopleTab } from "./spokespeople-tab.tsx";

/** Everything between the agency and the press. */
export default function PressRoomPage() {
  return (
    <TabbedPage
      title="Phòng báo chí"
      lead="Sổ cơ quan báo chí, ai đang nhận thư, gửi theo nhóm nào, ai được phát ngôn; thư chỉ tới hộp thư công vụ của tòa soạn và người đã đồng ý."
      tabs={[
        { the: "so", label: "Cơ quan báo chí", body: <OutletsTab /> },
        { the: "nhom", label: "Nhóm nhận", body: <ListsTab /> },
        { the: "hoi", label: "Yêu cầu của báo chí", body: <EnquiriesTab /> },
        { the: "thu", label: "Thư định hướng", body: <LettersTab /> },
        { the: "dung-lai", label: "Tin báo chí dùng lại", body: <PickupsTab /> },
        { the: "phat-ngon", label: "Người phát ngôn", body: <SpokespeopleTab /> },
      ]}
    />
  );
}
