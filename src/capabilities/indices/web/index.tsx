import { IconChartLine } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "#ui/screen.ts";

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/chi-so",
    title: "Chỉ số",
    nav: { label: "Chỉ số", group: "reports", order: 54, icon: IconChartLine },
    component: lazy(() => import("./indices.page.tsx")),
  },
  {
    path: "/chi-so/nhap",
    title: "Nhập kết quả chỉ số",
    component: lazy(() => import("./importing/import-results.page.tsx")),
  },
  {
    path: "/chi-so/tu-cham",
    title: "Tự chấm điểm",
    component: lazy(() => import("./self-scoring/self-scores.page.tsx")),
  },
  {
    path: "/chi-so/tu-cham/$phieu",
    title: "Phiếu tự chấm",
    component: lazy(() => import("./self-scoring/self-score.page.tsx")),
  },
  {
    path: "/chi-so/$chi-so",
    title: "Chỉ số",
    component: lazy(() => import("./one-index.page.tsx")),
  },
];
