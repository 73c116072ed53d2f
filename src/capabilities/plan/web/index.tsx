import {
  IconAlertCircle,
  IconBellRinging,
  IconBuildingCommunity,
  IconBulb,
  IconCalendarEvent,
  IconCalendarOff,
  IconClipboardList,
  IconClipboardX,
  IconCompass,
  IconLayoutGrid,
} from "@tabler/icons-react";
import { lazy } from "react";
import type { NoticeActs, NoticeLinks } from "#ui/notice-act.ts";
import type { Screen } from "#ui/screen.ts";

export { DueLight } from "./due-light.tsx";
export { TargetBadge } from "./targets/target-badge.tsx";

const decide = () => import("./notice-acts/decide-in-notice.tsx");
const guide = () => import("./notice-acts/guidance-in-notice.tsx");
const difficulty = lazy(async () => ({ default: (await decide()).DecideDifficulty }));
const proposal = lazy(async () => ({ default: (await decide()).DecideProposal }));

/** What is done straight from a notice of the plan. */
export const noticeActs: NoticeActs = {
  "plan-distributed": lazy(async () => ({
    default: (await import("./notice-acts/acknowledge-plan.tsx")).AcknowledgePlan,
  })),
  "guidance-sent": lazy(async () => ({ default: (await guide()).AcknowledgeGuidance })),
  "guidance-reminded": lazy(async () => ({ default: (await guide()).AcknowledgeGuidance })),
  "guidance-asked": lazy(async () => ({ default: (await guide()).AnswerQuestion })),
  "extension-asked": lazy(async () => ({ default: (await decide()).DecideExtension })),
  "difficulty-raised": difficulty,
  "difficulty-gathered": difficulty,
  "proposal-made": proposal,
  "proposal-gathered": proposal,
  "proposal-accepted": proposal,
};

export const noticeLinks: NoticeLinks = {
  "task-assigned": "Mở nhiệm vụ",
  "task-due": "Mở nhiệm vụ",
  gap: "Gắn minh chứng hoặc ghi lý do",
  "shortcoming-noted": "Ghi cách khắc phục",
  "shortcoming-fixed": "Xem và xác nhận",
  "plan-handed-over": "Xem và xác nhận",
};

/** Fills the people's place for what a person who leaves hands over. */
export const WorkInName = lazy(async () => ({
  default: (await import("./work-in-name.tsx")).WorkInName,
}));

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/ke-hoach",
    title: "Kế hoạch",
    nav: { label: "Kế hoạch", group: "plan", order: 10, icon: IconClipboardList },
    component: lazy(() => import("./plan-list.page.tsx")),
  },
  {
    path: "/bao-phu",
    title: "Bảng bao phủ",
    nav: { label: "Bảng bao phủ", group: "plan", order: 15, icon: IconLayoutGrid },
    component: lazy(() => import("./coverage.page.tsx")),
  },
  {
    path: "/huong-dan",
    title: "Hướng dẫn đơn vị",
    nav: { label: "Hướng dẫn đơn vị", group: "plan", order: 16, icon: IconCompass },
    component: lazy(() => import("./guidance/guidance.page.tsx")),
  },
  {
    path: "/chuong-trinh",
    title: "Chương trình công tác của đơn vị",
    nav: { label: "Chương trình", group: "plan", order: 16, icon: IconCalendarEvent },
    component: lazy(() => import("./work-programme/work-programme.page.tsx")),
  },
  {
    path: "/chuong-trinh/nhap-bang",
    title: "Nhập bảng chương trình công tác",
    component: lazy(() => import("./programme-imports/import-programme.page.tsx")),
  },
  {
    path: "/kho-khan",
    title: "Khó khăn, vướng mắc",
    nav: { label: "Khó khăn", group: "plan", order: 17, icon: IconAlertCircle },
    component: lazy(() => import("./difficulties/difficulties.page.tsx")),
  },
  {
    path: "/de-xuat",
    title: "Đề xuất giải pháp",
    nav: { label: "Đề xuất", group: "plan", order: 18, icon: IconBulb },
    component: lazy(() => import("./proposals/proposals.page.tsx")),
  },
  {
    path: "/ton-tai",
    title: "Tồn tại, hạn chế",
    nav: { label: "Tồn tại", group: "plan", order: 19, icon: IconClipboardX },
    component: lazy(() => import("./shortcomings/shortcomings.page.tsx")),
  },
  {
    path: "/co-quan-khac",
    title: "Cơ quan khác",
    nav: { label: "Cơ quan khác", group: "together", order: 65, icon: IconBuildingCommunity },
    component: lazy(() => import("./handovers/other-agencies.page.tsx")),
  },
  {
    path: "/co-quan-khac/ke-hoach/$id",
    title: "Kế hoạch được chuyển đến",
    component: lazy(() => import("./handovers/received.page.tsx")),
  },
  {
    path: "/ngay-nghi",
    title: "Ngày nghỉ, ngày làm bù",
    nav: { label: "Ngày nghỉ", group: "settings", order: 78, icon: IconCalendarOff },
    roles: ["administrator", "auditor"],
    component: lazy(() => import("./calendar/calendar.page.tsx")),
  },
  {
    path: "/nhac-viec",
    title: "Nhắc việc",
    nav: { label: "Nhắc việc", group: "settings", order: 79, icon: IconBellRinging },
    roles: ["administrator", "editor", "auditor"],
    component: lazy(() => import("./reminders/reminders.page.tsx")),
  },
  {
    path: "/ke-hoach/xem-truoc/$id",
    title: "Xem trước kế hoạch",
    component: lazy(() => import("./import.page.tsx")),
  },
  {
    path: "/ke-hoach/xem-truoc/$id/so-sanh/$planId",
    title: "So với bản đang có",
    component: lazy(() => import("./versions/compare.page.tsx")),
  },
  {
    path: "/ke-hoach/$id/ban/$version",
    title: "Một bản của kế hoạch",
    component: lazy(() => import("./versions/version.page.tsx")),
  },
  {
    path: "/ke-hoach/$id/nhap-nhiem-vu",
    title: "Nhập nhiệm vụ từ Excel",
    component: lazy(() => import("./task-imports/import-tasks.page.tsx")),
  },
  {
    path: "/ke-hoach/$id/mau",
    title: "Mẫu theo loại cơ quan",
    component: lazy(() => import("./templates/templates.page.tsx")),
  },
  { path: "/ke-hoach/$id", title: "Kế hoạch", component: lazy(() => import("./plan.page.tsx")) },
  { path: "/nhiem-vu/$id", title: "Nhiệm vụ", component: lazy(() => import("./task.page.tsx")) },
];
