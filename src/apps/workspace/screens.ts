import { IconHome } from "@tabler/icons-react";
import { lazy } from "react";
import { slots as documentSlots, screens as documents } from "#documents/web";
import { screens as newsroom } from "#newsroom/web";
import { screens as organization, slots as organizationSlots } from "#organization/web";
import { screens as plan, WorkInName } from "#plan/web";
import { DocumentUses, screens as reports } from "#reports/web";
import { UnitChanges } from "#restructuring/web";
import type { Screen } from "#ui/screen.ts";

// What a capability above puts into a screen of one below.
documentSlots.documentUses = DocumentUses;
organizationSlots.workInName = WorkInName;
organizationSlots.unitChanges = UnitChanges;

const home: Screen = {
  path: "/",
  title: "Việc của tôi",
  nav: { label: "Việc của tôi", order: 0, icon: IconHome },
  component: lazy(() => import("./my-work/my-work.page.tsx")),
};

const myAccount: Screen = {
  path: "/tai-khoan",
  title: "Tài khoản của tôi",
  component: lazy(() => import("./sign-in/my-account.page.tsx")),
};

const changePassword: Screen = {
  path: "/doi-mat-khau",
  title: "Đổi mật khẩu",
  component: lazy(() => import("./sign-in/change-password.page.tsx")),
};

/** All screens of the workspace: its own and those that the capabilities hand over. */
export const screens: Screen[] = [
  home,
  myAccount,
  changePassword,
  ...[organization, documents, plan, newsroom, reports].flat(),
];
