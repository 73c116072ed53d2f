import { TabbedPage } from "#ui/tabbed-page.tsx";
import { CoverageTab } from "./coverage-tab.tsx";
import { IncidentsTab } from "./incidents/incidents-tab.tsx";
import { ItemsTab } from "./items-tab.tsx";
import { SourcesTab } from "./sources-tab.tsx";

/** What the press and other agencies write, and which of their feeds are followed. */
export default function ListeningPage() {
  return (
    <TabbedPage
      title="Theo dõi báo chí"
      lead="Tin của báo, đài và cổng của cơ quan khác, đọc từ nguồn tin mà nơi ấy công bố. Chỉ giữ tên, phần đầu và đường dẫn; toàn văn đọc ở nơi đăng."
      tabs={[
        { the: "tin", label: "Tin mới", body: <ItemsTab /> },
        { the: "vu-viec", label: "Vụ việc", body: <IncidentsTab /> },
        { the: "so-lieu", label: "Số liệu", body: <CoverageTab /> },
        { the: "nguon", label: "Nguồn tin", body: <SourcesTab /> },
      ]}
    />
  );
}
