import { IconCertificate, IconFileText } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "#ui/screen.ts";

export { slots } from "./slots.ts";

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/van-ban",
    title: "Sổ văn bản",
    nav: { label: "Sổ văn bản", group: "reports", order: 60, icon: IconFileText },
    component: lazy(() => import("./document-list.page.tsx")),
  },
  {
    path: "/chung-thu-goc",
    title: "Chứng thư gốc tin cậy",
    nav: { label: "Chứng thư gốc tin cậy", group: "settings", order: 78, icon: IconCertificate },
    roles: ["administrator"],
    component: lazy(() => import("./trust/trusted-certificates.page.tsx")),
  },
  {
    path: "/van-ban/nhap",
    title: "Nhập danh sách văn bản",
    component: lazy(() => import("./imports/import-documents.page.tsx")),
  },
  { path: "/van-ban/$id", title: "Văn bản", component: lazy(() => import("./document.page.tsx")) },
];
