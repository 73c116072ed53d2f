import { TabbedPage } from "#ui/tabbed-page.tsx";
import { FollowingTab } from "./following/following-tab.tsx";
import { LinksTab } from "./links/links-tab.tsx";
import { ReviewsTab } from "./pages/reviews-tab.tsx";
import { ReportsTab } from "./reports/reports-tab.tsx";
import { VotesTab } from "./reports/votes-tab.tsx";
import { SectionsTab } from "./sections/sections-tab.tsx";

/** How the public site is received and kept alive. */
export default function SitePage() {
  return (
    <TabbedPage
      title="Cổng thông tin"
      lead="Người đọc thấy gì sai, trang nào chưa giúp được, mục nào phải công khai còn trống; không lưu ai đã đọc, ai đã bấm."
      tabs={[
        { the: "bao-loi", label: "Báo lỗi của người đọc", body: <ReportsTab /> },
        { the: "muc", label: "Mục phải công khai", body: <SectionsTab /> },
        { the: "xem-lai", label: "Trang đến hạn xem lại", body: <ReviewsTab /> },
        { the: "lien-ket", label: "Liên kết hỏng", body: <LinksTab /> },
        { the: "theo-doi", label: "Theo dõi qua thư", body: <FollowingTab /> },
        { the: "y-kien", label: "Trang có hữu ích không", body: <VotesTab /> },
      ]}
    />
  );
}
