import {
  IconAddressBook,
  IconBuilding,
  IconChecklist,
  IconHistory,
  IconShieldCheck,
  IconSignature,
  IconUsers,
} from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "#ui/screen.ts";

export { slots } from "./slots.ts";

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/co-quan",
    title: "Cơ quan, đơn vị",
    nav: { label: "Cơ quan", group: "settings", order: 70, icon: IconBuilding },
    roles: ["administrator", "auditor"],
    component: lazy(() => import("./agency.page.tsx")),
  },
  {
    path: "/danh-ba",
    title: "Danh bạ",
    nav: { label: "Danh bạ", group: "together", order: 66, icon: IconAddressBook },
    component: lazy(() => import("./directory/directory.page.tsx")),
  },
  {
    path: "/nguoi-dung",
    title: "Người dùng",
    nav: { label: "Người dùng", group: "settings", order: 75, icon: IconUsers },
    roles: ["administrator", "auditor"],
    component: lazy(() => import("./people.page.tsx")),
  },
  {
    path: "/nguoi-dung/nhap",
    title: "Nhập đơn vị, người dùng từ bảng tính",
    roles: ["administrator", "auditor"],
    component: lazy(() => import("./roster-imports/import-roster.page.tsx")),
  },
  {
    path: "/chat-luong-du-lieu",
    title: "Chất lượng dữ liệu",
    nav: { label: "Chất lượng dữ liệu", group: "settings", order: 76, icon: IconChecklist },
    roles: ["administrator", "auditor"],
    component: lazy(() => import("./quality.page.tsx")),
  },
  {
    path: "/tham-quyen-ky",
    title: "Thẩm quyền ký",
    nav: { label: "Thẩm quyền ký", group: "settings", order: 77, icon: IconSignature },
    roles: ["administrator", "leadership", "auditor", "office"],
    component: lazy(() => import("./signing.page.tsx")),
  },
  {
    path: "/ra-soat-quyen",
    title: "Rà soát quyền",
    nav: { label: "Rà soát quyền", group: "settings", order: 78, icon: IconShieldCheck },
    roles: ["administrator", "leadership", "auditor", "head"],
    component: lazy(() => import("./rights-review/rights-reviews.page.tsx")),
  },
  {
    path: "/ra-soat-quyen/$id",
    title: "Đợt rà soát quyền",
    roles: ["administrator", "leadership", "auditor", "head"],
    component: lazy(() => import("./rights-review/rights-review.page.tsx")),
  },
  {
    path: "/nhat-ky",
    title: "Nhật ký",
    nav: { label: "Nhật ký", group: "settings", order: 80, icon: IconHistory },
    roles: ["administrator", "auditor"],
    component: lazy(() => import("./audit.page.tsx")),
  },
  {
    path: "/cai-dat-thong-bao",
    title: "Cách nhận thông báo",
    commands: [{ label: "Cách nhận thông báo", to: "/cai-dat-thong-bao" }],
    component: lazy(() => import("./notices/notice-settings.page.tsx")),
  },
  {
    path: "/co-quan/thong-bao",
    title: "Cách báo mặc định của cơ quan",
    roles: ["administrator"],
    component: lazy(() => import("./notices/notice-defaults.page.tsx")),
  },
];
