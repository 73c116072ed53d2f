import { IconCalendarStar } from "@tabler/icons-react";
import { lazy } from "react";
import type { NoticeLinks } from "#ui/notice-act.ts";
import type { Screen } from "#ui/screen.ts";

/** Events are settled where they stand. */
export const noticeLinks: NoticeLinks = {
  "event-drafted": "Đọc và công bố",
  "event-soon": "Xem sự kiện",
  "event-unrecorded": "Ghi nhận sự kiện",
  "event-question": "Soạn trả lời",
  "event-answer": "Đọc và duyệt",
  "event-answer-returned": "Sửa trả lời",
  "event-commitment": "Đọc và duyệt",
  "event-result": "Đọc và duyệt",
};

/** Stands open without a sign-in: it shows what this machine keeps of a door, and no person. */
export const placeForCheckIn = {
  path: "/diem-danh",
  component: lazy(() => import("./check-in/check-in.page.tsx")),
};

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/su-kien",
    title: "Sự kiện, đối thoại",
    nav: { label: "Sự kiện, đối thoại", group: "newsroom", order: 34, icon: IconCalendarStar },
    commands: [{ label: "Ghi sự kiện mới", to: "/su-kien?viet=moi" }],
    component: lazy(() => import("./events.page.tsx")),
  },
  {
    path: "/su-kien/$id",
    title: "Sự kiện",
    component: lazy(() => import("./event.page.tsx")),
  },
];
