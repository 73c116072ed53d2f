import { IconNews } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "#ui/screen.ts";

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/noi-dung",
    title: "Tin, bài",
    nav: { label: "Tin, bài", order: 20, icon: IconNews },
    component: lazy(() => import("./content-list.page.tsx")),
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
];
