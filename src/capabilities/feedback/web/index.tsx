import { IconMessageReport } from "@tabler/icons-react";
import { lazy } from "react";
import type { NoticeLinks } from "#ui/notice-act.ts";
import type { Screen } from "#ui/screen.ts";

/** What citizens say is settled where it stands. */
export const noticeLinks: NoticeLinks = {
  "feedback-new": "Phân loại",
  "feedback-given": "Xem và xử lý",
  "feedback-more": "Xem bổ sung",
  "feedback-reopened": "Xem lại",
  "feedback-returned": "Sửa trả lời",
  "feedback-answer": "Đọc và duyệt",
  "feedback-due": "Xử lý",
  "feedback-late": "Xử lý",
  "feedback-case": "Đọc và duyệt",
  "feedback-case-returned": "Sửa trường hợp",
  "feedback-mail": "Đọc và ghi",
  "feedback-mailbox": "Xem hộp thư",
};

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/phan-anh",
    title: "Phản ánh, kiến nghị",
    nav: { label: "Phản ánh, kiến nghị", group: "procedures", order: 42, icon: IconMessageReport },
    roles: ["contributor", "editor", "head", "leadership", "office", "auditor", "administrator"],
    commands: [
      { label: "Ghi phản ánh nhận bằng văn bản, điện thoại", to: "/phan-anh?ghi=1" },
      { label: "Điều được hỏi nhiều, soạn hỏi đáp", to: "/phan-anh/hoi-nhieu" },
      { label: "Trường hợp trước và sau khi xử lý", to: "/phan-anh/truoc-sau" },
      { label: "Lĩnh vực, mẫu trả lời, thời hạn phản ánh", to: "/phan-anh/thiet-lap" },
    ],
    component: lazy(() => import("./feedback-list.page.tsx")),
  },
  {
    path: "/phan-anh/thu",
    title: "Thư gửi tới hộp thư phản ánh",
    component: lazy(() => import("./mail/mails.page.tsx")),
  },
  {
    path: "/phan-anh/hoi-nhieu",
    title: "Hỏi nhiều",
    component: lazy(() => import("./suggesting/often-asked.page.tsx")),
  },
  {
    path: "/phan-anh/truoc-sau",
    title: "Trước và sau",
    component: lazy(() => import("./cases/cases.page.tsx")),
  },
  {
    path: "/phan-anh/truoc-sau/$id",
    title: "Trường hợp trước và sau",
    component: lazy(() => import("./cases/case.page.tsx")),
  },
  {
    path: "/phan-anh/thiet-lap",
    title: "Thiết lập phản ánh",
    component: lazy(() => import("./settings/settings.page.tsx")),
  },
  {
    path: "/phan-anh/$id",
    title: "Phản ánh, kiến nghị",
    component: lazy(() => import("./feedback.page.tsx")),
  },
];
