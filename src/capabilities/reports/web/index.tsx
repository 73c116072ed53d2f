import { IconLayoutDashboard, IconReportAnalytics, IconUsersGroup } from "@tabler/icons-react";
import { lazy } from "react";
import type { NoticeActs, NoticeLinks } from "#ui/notice-act.ts";
import type { Screen } from "#ui/screen.ts";

/** Fills the register's place for where a document is used. */
export const DocumentUses = lazy(async () => ({
  default: (await import("./document-uses.tsx")).DocumentUses,
}));

/** What is done straight from a notice of reports. */
export const noticeActs: NoticeActs = {
  "unit-report-sent": lazy(async () => ({
    default: (await import("./unit-reports/receive-in-notice.tsx")).ReceiveInNotice,
  })),
};

export const noticeLinks: NoticeLinks = {
  "unit-report-asked": "Viết báo cáo",
  "unit-report-reminder": "Viết báo cáo",
  "unit-report-returned": "Sửa báo cáo",
  "report-returned": "Sửa báo cáo",
  "brief-not-sent": "Xem lịch gửi",
  "report-reviewed": "Xem và ký duyệt",
};

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/tong-quan-lanh-dao",
    title: "Tổng quan lãnh đạo",
    nav: { label: "Tổng quan lãnh đạo", group: "reports", order: 49, icon: IconLayoutDashboard },
    roles: ["leadership", "office", "editor", "auditor"],
    component: lazy(() => import("./leadership/overview.page.tsx")),
  },
  {
    path: "/tong-quan-lanh-dao/noi-dung",
    title: "Nội dung phải thực hiện trong kỳ",
    component: lazy(() => import("./leadership/lines.page.tsx")),
  },
  {
    path: "/tong-quan-lanh-dao/lich-gui",
    title: "Lịch gửi qua thư",
    roles: ["leadership", "office", "auditor"],
    component: lazy(() => import("./leadership/schedules/schedules.page.tsx")),
  },
  {
    path: "/tong-quan-lanh-dao/so-lieu",
    title: "Các dòng đứng sau số liệu",
    component: lazy(() => import("./leadership/figure.page.tsx")),
  },
  {
    path: "/bao-cao",
    title: "Báo cáo",
    nav: { label: "Báo cáo", group: "reports", order: 50, icon: IconReportAnalytics },
    component: lazy(() => import("./report-list.page.tsx")),
  },
  {
    path: "/bao-cao-don-vi",
    title: "Đơn vị báo cáo",
    nav: { label: "Đơn vị báo cáo", group: "reports", order: 52, icon: IconUsersGroup },
    component: lazy(() => import("./unit-reports/requests.page.tsx")),
  },
  {
    path: "/bao-cao-don-vi/$id",
    title: "Theo dõi đơn vị báo cáo",
    component: lazy(() => import("./unit-reports/board.page.tsx")),
  },
  {
    path: "/bao-cao-don-vi/phieu/$id",
    title: "Báo cáo của đơn vị",
    component: lazy(() => import("./unit-reports/unit-report.page.tsx")),
  },
  {
    path: "/chu-de-kenh",
    title: "Chủ đề × kênh",
    commands: [{ label: "Chủ đề × kênh", to: "/chu-de-kenh" }],
    component: lazy(() => import("./theme-channels/theme-channels.page.tsx")),
  },
  { path: "/bao-cao/$id", title: "Báo cáo kỳ", component: lazy(() => import("./report.page.tsx")) },
  {
    path: "/bao-cao/$id/cac-ban",
    title: "Các bản của báo cáo",
    component: lazy(() => import("./versions.page.tsx")),
  },
  {
    path: "/bao-cao/$id/phu-luc",
    title: "Danh mục nhiệm vụ và minh chứng",
    component: lazy(() => import("./annex.page.tsx")),
  },
];
