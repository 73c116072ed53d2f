import { IconRss } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "#ui/screen.ts";

/** Screens of this capability in the workspace. */
export const screens: Screen[] = [
  {
    path: "/theo-doi-bao-chi",
    title: "Theo dõi báo chí",
    nav: { label: "Theo dõi báo chí", group: "newsroom", order: 28, icon: IconRss },
    commands: [{ label: "Theo dõi nguồn tin mới", to: "/theo-doi-bao-chi?the=nguon&viet=moi" }],
    roles: ["contributor", "editor", "head", "leadership", "office", "auditor"],
    component: lazy(() => import("./listening.page.tsx")),
  },
];
