import { IconFileCertificate } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "#ui/screen.ts";

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/thu-tuc",
    title: "Thủ tục hành chính",
    nav: { label: "Thủ tục hành chính", group: "procedures", order: 40, icon: IconFileCertificate },
    commands: [{ label: "Ghi thủ tục mới", to: "/thu-tuc/moi" }],
    component: lazy(() => import("./procedure-list.page.tsx")),
  },
  {
    path: "/thu-tuc/moi",
    title: "Ghi thủ tục",
    component: lazy(() => import("./editor/new-procedure.page.tsx")),
  },
  {
    path: "/thu-tuc/$id",
    title: "Thủ tục hành chính",
    component: lazy(() => import("./procedure.page.tsx")),
  },
  {
    path: "/thu-tuc/$id/sua",
    title: "Sửa thủ tục",
    component: lazy(() => import("./editor/edit-procedure.page.tsx")),
  },
];
