import { IconChecklist, IconFileCertificate } from "@tabler/icons-react";
import { lazy } from "react";
import type { NoticeLinks } from "#ui/notice-act.ts";
import type { Screen } from "#ui/screen.ts";

/** What is not posted in time is settled where it stands. */
export const noticeLinks: NoticeLinks = { "posting-late": "Xem nơi còn thiếu" };

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/thu-tuc",
    title: "Thủ tục hành chính",
    nav: { label: "Thủ tục hành chính", group: "procedures", order: 40, icon: IconFileCertificate },
    commands: [
      { label: "Ghi thủ tục mới", to: "/thu-tuc/moi" },
      { label: "Sự kiện trong đời, hoạt động để tìm thủ tục", to: "/thu-tuc/su-kien" },
    ],
    component: lazy(() => import("./procedure-list.page.tsx")),
  },
  {
    path: "/thu-tuc/moi",
    title: "Ghi thủ tục",
    component: lazy(() => import("./editor/new-procedure.page.tsx")),
  },
  {
    path: "/thu-tuc/nhap",
    title: "Nhập danh mục thủ tục",
    component: lazy(() => import("./list-imports/import-list.page.tsx")),
  },
  {
    path: "/thu-tuc/su-kien",
    title: "Sự kiện để tìm thủ tục",
    component: lazy(() => import("./life-events/life-events.page.tsx")),
  },
  {
    path: "/thu-tuc/$id",
    title: "Thủ tục hành chính",
    component: lazy(() => import("./procedure.page.tsx")),
  },
  {
    path: "/thu-tuc/$id/sua",
    title: "Sửa thủ tục",
    component: lazy(() => import("./editor/edit-procedure.page.tsx")),
  },
  {
    path: "/cong-khai-thu-tuc",
    title: "Công khai thủ tục",
    nav: { label: "Công khai thủ tục", group: "procedures", order: 41, icon: IconChecklist },
    component: lazy(() => import("./postings/posting-board.page.tsx")),
  },
  {
    path: "/cong-khai-thu-tuc/quay",
    title: "Thay phiếu ở quầy",
    component: lazy(() => import("./postings/counter.page.tsx")),
  },
  {
    path: "/cong-khai-thu-tuc/man-hinh",
    title: "Màn hình tra cứu ở quầy",
    component: lazy(() => import("./kiosk/kiosk.page.tsx")),
  },
  {
    path: "/cong-khai-thu-tuc/doi-chieu",
    title: "Đối chiếu danh mục",
    component: lazy(() => import("./snapshots/snapshot-list.page.tsx")),
  },
  {
    path: "/cong-khai-thu-tuc/doi-chieu/$id",
    title: "Đối chiếu danh mục",
    component: lazy(() => import("./snapshots/snapshot.page.tsx")),
  },
  {
    path: "/cong-khai-thu-tuc/quyet-dinh",
    title: "Quyết định công bố",
    component: lazy(() => import("./decisions/decision-list.page.tsx")),
  },
  {
    path: "/cong-khai-thu-tuc/quyet-dinh/moi",
    title: "Ghi quyết định công bố",
    component: lazy(() => import("./decisions/new-decision.page.tsx")),
  },
  {
    path: "/cong-khai-thu-tuc/quyet-dinh/$id",
    title: "Quyết định công bố",
    component: lazy(() => import("./decisions/decision.page.tsx")),
  },
];
