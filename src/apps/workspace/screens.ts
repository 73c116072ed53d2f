import { IconHome } from "@tabler/icons-react";
import { type ComponentType, lazy } from "react";
import { slots as documentSlots, screens as documents } from "#documents/web";
import { screens as newsroom } from "#newsroom/web";
import { screens as organization, slots as organizationSlots } from "#organization/web";
import { AcknowledgeInNotice, screens as plan, WorkInName } from "#plan/web";
import { DocumentUses, screens as reports } from "#reports/web";
import { UnitChanges } from "#restructuring/web";
import type { NoticeActProps } from "#ui/notice-act.ts";
import type { Screen } from "#ui/screen.ts";

// What a capability above puts into a screen of one below.
documentSlots.documentUses = DocumentUses;
organizationSlots.workInName = WorkInName;
organizationSlots.unitChanges = UnitChanges;

/** What can be done straight from a notice, by its kind; from the others one goes to the matter. */
export const noticeActs: Record<string, ComponentType<NoticeActProps>> = { plan: AcknowledgeInNotice };

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
