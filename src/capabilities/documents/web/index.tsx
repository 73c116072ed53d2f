import { IconFileText } from "@tabler/icons-react";
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
  { path: "/van-ban/$id", title: "Văn bản", component: lazy(() => import("./document.page.tsx")) },
];
