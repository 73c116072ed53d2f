import { IconWorldWww } from "@tabler/icons-react";
import { lazy } from "react";
import type { NoticeLinks } from "#ui/notice-act.ts";
import type { Screen } from "#ui/screen.ts";

/** A report is answered on its own page. */
export const noticeLinks: NoticeLinks = {
  "section-due": "Xem lại mục",
  "review-due": "Xem lại trang",
  "links-broken": "Xem liên kết hỏng",
  "page-report": "Xem và trả lời",
  "page-report-due": "Trả lời",
  "page-report-late": "Trả lời",
};

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/cong-thong-tin",
    title: "Cổng thông tin",
    nav: { label: "Cổng thông tin", group: "newsroom", order: 28, icon: IconWorldWww },
    commands: [
      { label: "Báo lỗi của người đọc", to: "/cong-thong-tin" },
      { label: "Mục phải công khai theo Nghị định 42", to: "/cong-thong-tin?the=muc" },
      { label: "Trang của cổng đến hạn xem lại", to: "/cong-thong-tin?the=xem-lai" },
      { label: "Liên kết hỏng trong trang của cổng", to: "/cong-thong-tin?the=lien-ket" },
      { label: "Trang có hữu ích không", to: "/cong-thong-tin?the=y-kien" },
    ],
    component: lazy(() => import("./site.page.tsx")),
  },
];
