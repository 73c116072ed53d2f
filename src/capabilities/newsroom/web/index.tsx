import {
  IconAward,
  IconBook2,
  IconBulb,
  IconChartBar,
  IconFlag,
  IconInbox,
  IconNews,
  IconPhoto,
  IconSend,
  IconSpeakerphone,
  IconStairs,
  IconTextSpellcheck,
  IconWorldShare,
  IconZoomQuestion,
} from "@tabler/icons-react";
import { lazy } from "react";
import type { NoticeLinks } from "#ui/notice-act.ts";
import type { Screen } from "#ui/screen.ts";

export { type AssistantProps, fillAssistantSlot } from "./ai-use/assistant-slot.ts";
export { eventWords } from "./event-words.ts";
export { GoOnWithoutNetwork } from "./offline/go-on-without-network.tsx";
export { UnsentTexts } from "./offline/unsent-texts.tsx";
export { slots } from "./slots.ts";

/** A text is decided where it is read: its notices lead there. */
export const noticeLinks: NoticeLinks = {
  "content-submitted": "Xem và duyệt",
  "content-correction": "Xem đính chính",
  "content-post-check": "Xem và hậu kiểm",
  "content-returned": "Sửa bài",
  "content-refused": "Xem lý do",
  "content-not-published": "Đặt lại giờ đăng",
  "content-held-back": "Mở bài",
  "media-lost-right": "Thay ảnh",
  "tip-sent": "Xem tin",
  "commendation-consent-lost": "Xem bài phải sửa",
  "practice-proposed": "Xem đề nghị",
};

/** Stands open without a sign-in: it shows what this machine keeps of who is signed in here. */
export const placeForWriting = {
  path: "/viet-tam",
  component: lazy(() => import("./offline/offline-writing.page.tsx")),
};

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/noi-dung",
    title: "Tin, bài",
    nav: { label: "Tin, bài", group: "newsroom", order: 20, icon: IconNews },
    commands: [{ label: "Viết tin, bài mới", to: "/noi-dung?viet=moi" }],
    component: lazy(() => import("./content-list.page.tsx")),
  },
  {
    path: "/de-tai",
    title: "Đề tài",
    nav: { label: "Đề tài", group: "newsroom", order: 21, icon: IconBook2 },
    commands: [{ label: "Đề xuất đề tài", to: "/de-tai?viet=moi" }],
    component: lazy(() => import("./planning/stories.page.tsx")),
  },
  {
    path: "/goi-y-de-tai",
    title: "Gợi ý đề tài",
    commands: [{ label: "Gợi ý đề tài", to: "/goi-y-de-tai" }],
    component: lazy(() => import("./suggestions/suggestions.page.tsx")),
  },
  {
    path: "/tim-ma-khong-thay",
    title: "Tìm mà không thấy",
    nav: { label: "Tìm mà không thấy", group: "newsroom", order: 29, icon: IconZoomQuestion },
    roles: ["editor", "office", "leadership", "head", "auditor"],
    component: lazy(() => import("./missed-searches/missed-searches.page.tsx")),
  },
  {
    path: "/dot-cao-diem",
    title: "Đợt cao điểm, sự kiện",
    nav: { label: "Đợt cao điểm, sự kiện", group: "newsroom", order: 21, icon: IconFlag },
    component: lazy(() => import("./campaigns/campaigns.page.tsx")),
  },
  {
    path: "/de-tai/$id",
    title: "Đề tài",
    component: lazy(() => import("./planning/story.page.tsx")),
  },
  {
    path: "/duyet-nhieu-bai",
    title: "Duyệt nhiều bài một lượt",
    commands: [{ label: "Duyệt nhiều bài một lượt", to: "/duyet-nhieu-bai" }],
    roles: ["head", "editor", "office", "leadership"],
    component: lazy(() => import("./review/approve-several.page.tsx")),
  },
  {
    path: "/noi-dung/$id",
    title: "Soạn nội dung",
    component: lazy(() => import("./content-editor.page.tsx")),
  },
  {
    path: "/noi-dung/$id/duyet",
    title: "Duyệt nội dung",
    component: lazy(() => import("./review.page.tsx")),
  },
  {
    path: "/noi-dung/$id/lich-su",
    title: "Các bản đã lưu",
    component: lazy(() => import("./history.page.tsx")),
  },
  {
    path: "/noi-dung/$id/kich-ban",
    title: "Kịch bản và bài gốc",
    component: lazy(() => import("./bulletins/script.page.tsx")),
  },
  {
    path: "/noi-dung/$id/phieu-duyet",
    title: "Phiếu duyệt",
    component: lazy(() => import("./review/approval-sheet.page.tsx")),
  },
  {
    path: "/gui-tin",
    title: "Gửi tin",
    nav: { label: "Gửi tin", group: "newsroom", order: 22, icon: IconSend },
    roles: ["contributor", "head", "editor", "office", "finance", "leadership"],
    component: lazy(() => import("./intake/send-tip.page.tsx")),
  },
  {
    path: "/tin-da-gui",
    title: "Tin đã gửi",
    commands: [{ label: "Tin tôi đã gửi", to: "/tin-da-gui" }],
    component: lazy(() => import("./intake/sent-tips.page.tsx")),
  },
  {
    path: "/tin-gui-ve",
    title: "Tin gửi về",
    nav: { label: "Tin gửi về", group: "newsroom", order: 23, icon: IconInbox },
    roles: ["editor", "office", "leadership", "auditor", "administrator"],
    component: lazy(() => import("./intake/inbox.page.tsx")),
  },
  {
    path: "/tin-gui-ve/$id",
    title: "Tin gửi về",
    component: lazy(() => import("./intake/tip.page.tsx")),
  },
  {
    path: "/tin-theo-don-vi",
    title: "Tin theo đơn vị",
    component: lazy(() => import("./intake/tips-by-unit.page.tsx")),
  },
  {
    path: "/mo-hinh-sang-kien",
    title: "Mô hình, sáng kiến",
    nav: { label: "Mô hình, sáng kiến", group: "newsroom", order: 23, icon: IconBulb },
    component: lazy(() => import("./good-practices/practices.page.tsx")),
  },
  {
    path: "/mo-hinh-sang-kien/$id",
    title: "Mô hình, sáng kiến",
    component: lazy(() => import("./good-practices/practice.page.tsx")),
  },
  {
    path: "/bieu-duong",
    title: "Biểu dương",
    nav: { label: "Biểu dương", group: "newsroom", order: 23, icon: IconAward },
    component: lazy(() => import("./commendations/commendations.page.tsx")),
  },
  {
    path: "/bieu-duong/$id",
    title: "Biểu dương",
    component: lazy(() => import("./commendations/commendation.page.tsx")),
  },
  {
    path: "/kho-tin-chung",
    title: "Kho tin chung",
    nav: { label: "Kho tin chung", group: "newsroom", order: 23, icon: IconWorldShare },
    component: lazy(() => import("./pool/pool.page.tsx")),
  },
  {
    path: "/kho-tu-lieu",
    title: "Kho tư liệu",
    nav: { label: "Kho tư liệu", group: "newsroom", order: 24, icon: IconPhoto },
    component: lazy(() => import("./media-library/media-library.page.tsx")),
  },
  {
    path: "/kho-tu-lieu/$id",
    title: "Tư liệu",
    component: lazy(() => import("./media-library/media.page.tsx")),
  },
  {
    path: "/do-hoa",
    title: "Đồ họa từ số liệu",
    nav: { label: "Đồ họa", group: "newsroom", order: 25, icon: IconChartBar },
    component: lazy(() => import("./infographics/infographics.page.tsx")),
  },
  {
    path: "/do-hoa/moi",
    title: "Vẽ đồ họa từ số liệu",
    commands: [{ label: "Vẽ đồ họa từ số liệu", to: "/do-hoa/moi" }],
    roles: ["contributor", "head", "editor", "office"],
    component: lazy(() => import("./infographics/draw.page.tsx")),
  },
  {
    path: "/do-hoa/$id",
    title: "Đồ họa từ số liệu",
    component: lazy(() => import("./infographics/infographic.page.tsx")),
  },
  {
    path: "/tu-ngu",
    title: "Từ ngữ khi soạn bài",
    nav: { label: "Từ ngữ khi soạn", group: "settings", order: 78, icon: IconTextSpellcheck },
    roles: ["contributor", "head", "editor", "office", "leadership", "auditor", "administrator"],
    component: lazy(() => import("./language/words.page.tsx")),
  },
  {
    path: "/quy-trinh-duyet",
    title: "Quy trình duyệt",
    nav: { label: "Quy trình duyệt", group: "settings", order: 77, icon: IconStairs },
    roles: ["administrator", "leadership", "editor", "auditor"],
    component: lazy(() => import("./review/review-routes.page.tsx")),
  },
  {
    path: "/cach-doc-phat-thanh",
    title: "Cách đọc bản tin phát thanh",
    nav: { label: "Cách đọc phát thanh", group: "settings", order: 78, icon: IconSpeakerphone },
    roles: ["administrator", "editor", "office"],
    component: lazy(() => import("./bulletins/bulletin-settings.page.tsx")),
  },
];
