import { IconClockCheck } from "@tabler/icons-react";
import { lazy } from "react";
import type { NoticeLinks } from "#ui/notice-act.ts";
import type { Screen } from "#ui/screen.ts";

/** What waits for who signs is settled where it stands. */
export const noticeLinks: NoticeLinks = { "apology-draft": "Đọc và duyệt" };

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/tien-do-ho-so",
    title: "Tiến độ hồ sơ",
    nav: { label: "Tiến độ hồ sơ", group: "procedures", order: 44, icon: IconClockCheck },
    commands: [{ label: "Nhập bảng hồ sơ", to: "/tien-do-ho-so?the=nhap" }],
    component: lazy(() => import("./timeliness.page.tsx")),
  },
  {
    path: "/tien-do-ho-so/ho-so",
    title: "Hồ sơ đứng sau con số",
    component: lazy(() => import("./figures/dossiers.page.tsx")),
  },
];
