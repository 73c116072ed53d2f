import { IconHome } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "#ui/screen.ts";

const home: Screen = {
  path: "/",
  title: "Việc của tôi",
  nav: { label: "Việc của tôi", order: 0, icon: IconHome },
  component: lazy(() => import("./my-work/my-work.page.tsx")),
};

const changePassword: Screen = {
  path: "/doi-mat-khau",
  title: "Đổi mật khẩu",
  component: lazy(() => import("./sign-in/change-password.page.tsx")),
};

const found = import.meta.glob<{ screens: Screen[] }>("../../capabilities/*/web/index.{ts,tsx}", {
  eager: true,
});

/** All screens of the workspace: its own and those that the capabilities hand over. */
export const screens: Screen[] = [
  home,
  changePassword,
  ...Object.values(found).flatMap((capability) => capability.screens),
];
