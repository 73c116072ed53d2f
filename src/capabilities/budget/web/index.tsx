import { IconCoins } from "@tabler/icons-react";
import { lazy } from "react";
import type { NoticeLinks } from "#ui/notice-act.ts";
import type { Screen } from "#ui/screen.ts";

/** What waits for a second person is decided where it stands. */
export const noticeLinks: NoticeLinks = { "money-to-decide": "Xem và quyết định" };

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/kinh-phi",
    title: "Kinh phí",
    nav: { label: "Kinh phí", group: "plan", order: 20, icon: IconCoins },
    roles: ["finance", "leadership", "office", "auditor", "editor", "head"],
    component: lazy(() => import("./estimates/budget.page.tsx")),
  },
  {
    path: "/kinh-phi/quyet-toan",
    title: "Quyết toán",
    component: lazy(() => import("./settlement.page.tsx")),
  },
  {
    path: "/kinh-phi/tiet-kiem",
    title: "Tiết kiệm cho người dân",
    component: lazy(() => import("./savings/savings.page.tsx")),
  },
  {
    path: "/kinh-phi/nhuan-but",
    title: "Nhuận bút",
    component: lazy(() => import("./royalties/royalties.page.tsx")),
  },
  {
    path: "/kinh-phi/chi-phi-san-pham",
    title: "Chi phí sản phẩm",
    component: lazy(() => import("./costs/costs.page.tsx")),
  },
  {
    path: "/kinh-phi/to-trinh/$to-trinh",
    title: "Tờ trình kinh phí",
    component: lazy(() => import("./estimates/proposal.page.tsx")),
  },
  {
    path: "/kinh-phi/dong/$dong",
    title: "Dòng dự toán",
    component: lazy(() => import("./spending/line.page.tsx")),
  },
];
