import { IconHome } from "@tabler/icons-react";
import { lazy } from "react";
import { screens as budget, noticeLinks as budgetLinks } from "#budget/web";
import {
  CalendarDeliveries,
  ContentDeliveries,
  noticeLinks as channelLinks,
  screens as channels,
} from "#channels/web";
import { slots as documentSlots, screens as documents } from "#documents/web";
import { noticeLinks as eventLinks, screens as events } from "#events/web";
import { screens as feedback, noticeLinks as feedbackLinks } from "#feedback/web";
import { screens as indices } from "#indices/web";
import { screens as listening, noticeLinks as listeningLinks } from "#listening/web";
import { screens as newsroom, noticeLinks as newsroomLinks, slots as newsroomSlots } from "#newsroom/web";
import { screens as organization, slots as organizationSlots } from "#organization/web";
import { screens as plan, noticeActs as planActs, noticeLinks as planLinks, WorkInName } from "#plan/web";
import { noticeLinks as procedureLinks, screens as procedures } from "#procedures/web";
import {
  DocumentUses,
  noticeActs as reportActs,
  noticeLinks as reportLinks,
  screens as reports,
} from "#reports/web";
import { UnitChanges } from "#restructuring/web";
import { screens as site, noticeLinks as siteLinks } from "#site/web";
import { screens as timeliness, noticeLinks as timelinessLinks } from "#timeliness/web";
import type { NoticeActs, NoticeLinks } from "#ui/notice-act.ts";
import type { Screen } from "#ui/screen.ts";

// What a capability above puts into a screen of one below.
documentSlots.documentUses = DocumentUses;
newsroomSlots.contentDeliveries = ContentDeliveries;
newsroomSlots.calendarExtras = CalendarDeliveries;
organizationSlots.workInName = WorkInName;
organizationSlots.unitChanges = UnitChanges;

/** What can be done straight from a notice, by what it is about; from the others one goes to the matter. */
export const noticeActs: NoticeActs = { ...planActs, ...reportActs };
export const noticeLinks: NoticeLinks = {
  ...planLinks,
  ...newsroomLinks,
  ...channelLinks,
  ...procedureLinks,
  ...feedbackLinks,
  ...listeningLinks,
  ...timelinessLinks,
  ...reportLinks,
  ...siteLinks,
  ...eventLinks,
  ...budgetLinks,
};

const home: Screen = {
  path: "/",
  title: "Việc của tôi",
  nav: { label: "Việc của tôi", group: "own", order: 0, icon: IconHome },
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

const help: Screen[] = [
  {
    path: "/tro-giup",
    title: "Trợ giúp",
    component: lazy(async () => ({ default: (await import("./help/help.page.tsx")).HelpPage })),
  },
  {
    path: "/tro-giup/$muc",
    title: "Trợ giúp",
    component: lazy(async () => ({ default: (await import("./help/help.page.tsx")).HelpPartPage })),
  },
];

/** All screens of the workspace: its own and those that the capabilities hand over. */
export const screens: Screen[] = [
  home,
  myAccount,
  changePassword,
  ...help,
  ...[
    organization,
    documents,
    plan,
    newsroom,
    channels,
    site,
    procedures,
    timeliness,
    feedback,
    events,
    listening,
    indices,
    budget,
    reports,
  ].flat(),
];
