import { IconReportAnalytics } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "#ui/screen.ts";

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/bao-cao",
    title: "Báo cáo",
    nav: { label: "Báo cáo", order: 50, icon: IconReportAnalytics },
    component: lazy(() => import("./report-list.page.tsx")),
  },
  { path: "/bao-cao/$id", title: "Báo cáo kỳ", component: lazy(() => import("./report.page.tsx")) },
];
