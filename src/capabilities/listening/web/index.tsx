import { IconRss } from "@tabler/icons-react";
import { lazy } from "react";
import type { NoticeLinks } from "#ui/notice-act.ts";
import type { Screen } from "#ui/screen.ts";

/** Criticism is answered where it stands. */
export const noticeLinks: NoticeLinks = {
  "listening-incident": "Xem và xử lý",
  "listening-incident-open": "Xem vụ việc",
  "listening-incident-due": "Trả lời",
  "listening-incident-late": "Trả lời",
};

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/theo-doi-bao-chi",
    title: "Theo dõi báo chí",
    nav: { label: "Theo dõi báo chí", group: "newsroom", order: 28, icon: IconRss },
    commands: [{ label: "Theo dõi nguồn tin mới", to: "/theo-doi-bao-chi?the=nguon&viet=moi" }],
    roles: ["contributor", "editor", "head", "leadership", "office", "auditor"],
    component: lazy(() => import("./listening.page.tsx")),
  },
];
