import { TabbedPage } from "#ui/tabbed-page.tsx";
import { ApologiesTab } from "./apologies/apologies-tab.tsx";
import { FiguresTab } from "./figures/figures-tab.tsx";
import { OverTimeTab } from "./figures/over-time-tab.tsx";
import { ImportTab } from "./imports/import-tab.tsx";
import { DueSoonTab } from "./late/due-soon-tab.tsx";
import { LateTab } from "./late/late-tab.tsx";
import { PraiseTab } from "./praise/praise-tab.tsx";
import { PublishingTab } from "./publishing/publishing-tab.tsx";
import { ServiceIndexTab } from "./service-index/service-index-tab.tsx";

/** How the agency keeps to the time it promised: figures of a period, and the sheets they come from. */
export default function TimelinessPage() {
  return (
    <TabbedPage
      title="Tiến độ hồ sơ"
      lead="Hồ sơ thủ tục hành chính giải quyết trước hạn, đúng hạn, quá hạn, đếm từ bảng do hệ thống một cửa xuất ra. Không lưu tên, số giấy tờ, điện thoại, địa chỉ của người nộp."
      tabs={[
        { the: "so-lieu", label: "Số liệu", body: <FiguresTab /> },
        { the: "theo-ky", label: "Theo thời gian", body: <OverTimeTab /> },
        { the: "sap-den-han", label: "Sắp đến hạn", body: <DueSoonTab /> },
        { the: "tre-han", label: "Hồ sơ trễ hạn", body: <LateTab /> },
        { the: "xin-loi", label: "Xin lỗi", body: <ApologiesTab /> },
        { the: "bieu-duong", label: "Biểu dương", body: <PraiseTab /> },
        { the: "cong-khai", label: "Công khai", body: <PublishingTab /> },
        { the: "chi-so", label: "Chỉ số 766", body: <ServiceIndexTab /> },
        { the: "nhap", label: "Nhập bảng hồ sơ", body: <ImportTab /> },
      ]}
    />
  );
}
