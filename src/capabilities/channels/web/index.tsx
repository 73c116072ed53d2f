import {
  IconChartBar,
  IconNews,
  IconReceipt,
  IconRosetteDiscountCheck,
  IconShare2,
  IconSpeakerphone,
  IconWebhook,
} from "@tabler/icons-react";
import { lazy } from "react";
import type { NoticeLinks } from "#ui/notice-act.ts";
import type { Screen } from "#ui/screen.ts";

export { nextActOf } from "./list/delivery-words.ts";

/** Fills the place of the newsroom's item page for where a text is posted. */
export const ContentDeliveries = lazy(async () => ({
  default: (await import("./content/content-parts.tsx")).ContentParts,
}));

/** Fills the place of the newsroom's calendar for what goes out on the channels. */
export const CalendarDeliveries = lazy(async () => ({
  default: (await import("./calendar/calendar-deliveries.tsx")).CalendarDeliveries,
}));

/** A delivery is settled on its own page: there stands what to do. */
export const noticeLinks: NoticeLinks = {
  "delivery-by-hand": "Đăng tay",
  "delivery-refused": "Xem vì sao",
  "delivery-unknown": "Cho biết đã lên chưa",
  "delivery-partly": "Gửi nơi chưa nhận",
  "delivery-missed": "Xem vì sao chậm",
  "delivery-outdated": "Thay bản cũ",
  "delivery-recalled": "Gỡ khỏi kênh",
  "change-refused": "Xem vì sao",
  "change-unknown": "Cho biết đã xong chưa",
  "change-missed": "Xem vì sao chậm",
  "change-words": "Đọc và duyệt lời mới",
  "change-partly": "Xem nơi chưa được báo",
  "account-administrator-leaves": "Giao người khác",
  "figures-post-gone": "Xem bài trên kênh",
  "figures-missing": "Xem kết nối",
  "account-expires": "Kết nối lại",
  "webhook-off": "Xem và báo lại",
  "press-bounce": "Xem địa chỉ",
  "press-enquiry": "Xem câu hỏi",
  "press-enquiry-due": "Ghi trả lời",
  "press-enquiry-late": "Ghi trả lời",
  "spokesperson-expires": "Xem sổ người phát ngôn",
  "spokesperson-gap": "Ghi người phát ngôn",
  "account-locked-out": "Kết nối lại",
};

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/dang-kenh",
    title: "Đăng trên các kênh",
    nav: { label: "Đăng trên các kênh", group: "newsroom", order: 21, icon: IconShare2 },
    commands: [{ label: "Bài chờ đăng tay", to: "/dang-kenh" }],
    component: lazy(() => import("./list/deliveries.page.tsx")),
  },
  {
    path: "/dang-kenh/bai/$id",
    title: "Sửa, gỡ trên các kênh",
    component: lazy(() => import("./changes/places.page.tsx")),
  },
  {
    path: "/dang-kenh/$id",
    title: "Lượt đăng",
    component: lazy(() => import("./delivery/delivery.page.tsx")),
  },
  {
    path: "/truyen-thanh",
    title: "Truyền thanh cơ sở",
    nav: { label: "Truyền thanh cơ sở", group: "newsroom", order: 22, icon: IconSpeakerphone },
    commands: [
      { label: "Độ phủ loa truyền thanh theo địa bàn", to: "/truyen-thanh?the=do-phu" },
      { label: "Sổ đài, cụm loa", to: "/truyen-thanh?the=dai" },
    ],
    component: lazy(() => import("./grassroots/loudspeakers.page.tsx")),
  },
  {
    path: "/truyen-thanh/nhap-nhat-ky",
    title: "Nhập nhật ký phát",
    component: lazy(() => import("./grassroots/import-plays.page.tsx")),
  },
  {
    path: "/so-lieu-kenh",
    title: "Số liệu trên các kênh",
    nav: { label: "Số liệu trên các kênh", group: "newsroom", order: 23, icon: IconChartBar },
    commands: [{ label: "Tải số liệu trên các kênh", to: "/so-lieu-kenh" }],
    component: lazy(() => import("./figures/figures.page.tsx")),
  },
  {
    path: "/so-lieu-kenh/nhap",
    title: "Nhập số liệu từ tệp",
    commands: [{ label: "Nhập số liệu trên các kênh từ tệp", to: "/so-lieu-kenh/nhap" }],
    component: lazy(() => import("./figures/import-figures.page.tsx")),
  },
  {
    path: "/bao-chi",
    title: "Phòng báo chí",
    nav: { label: "Phòng báo chí", group: "newsroom", order: 27, icon: IconNews },
    commands: [
      { label: "Ghi cơ quan báo chí", to: "/bao-chi?viet=moi" },
      { label: "Ghi yêu cầu của báo chí", to: "/bao-chi?the=hoi&viet=moi" },
      { label: "Soạn thư định hướng gửi báo chí", to: "/bao-chi?the=thu&viet=moi" },
      { label: "Người phát ngôn", to: "/bao-chi?the=phat-ngon" },
    ],
    component: lazy(() => import("./press-room/press-room.page.tsx")),
  },
  {
    path: "/kenh",
    title: "Tài khoản chính thức",
    nav: { label: "Tài khoản chính thức", group: "newsroom", order: 26, icon: IconRosetteDiscountCheck },
    commands: [
      { label: "Ghi tài khoản chính thức", to: "/kenh?viet=moi" },
      { label: "Tạm dừng mọi kênh", to: "/kenh?dung=moi-kenh" },
    ],
    component: lazy(() => import("./register/accounts.page.tsx")),
  },
  {
    path: "/ho-so-thanh-toan",
    title: "Hồ sơ thanh toán",
    nav: { label: "Hồ sơ thanh toán", group: "newsroom", order: 27, icon: IconReceipt },
    component: lazy(() => import("./payment/dossiers.page.tsx")),
  },
  {
    path: "/bao-he-thong-khac",
    title: "Báo tin cho hệ thống khác",
    nav: { label: "Báo tin cho hệ thống khác", group: "settings", order: 79, icon: IconWebhook },
    roles: ["administrator", "auditor"],
    component: lazy(() => import("./systems/systems.page.tsx")),
  },
  {
    path: "/bao-he-thong-khac/$id",
    title: "Nhật ký báo tin",
    component: lazy(() => import("./systems/system.page.tsx")),
  },
  {
    path: "/kenh/gio-dang",
    title: "Giờ đăng",
    commands: [{ label: "Giờ đăng trên các kênh", to: "/kenh/gio-dang" }],
    component: lazy(() => import("./hours/posting-hours.page.tsx")),
  },
];
