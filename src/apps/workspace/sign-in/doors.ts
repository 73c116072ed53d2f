import { lazy } from "react";

/** The screens that stand open before anyone is signed in. */
export const doors = [
  { path: "/dang-nhap", component: lazy(() => import("./sign-in.page.tsx")) },
  { path: "/quen-mat-khau", component: lazy(() => import("./forgotten-password.page.tsx")) },
  { path: "/dat-lai-mat-khau", component: lazy(() => import("./reset-password.page.tsx")) },
  { path: "/thiet-lap", component: lazy(() => import("./first-run.page.tsx")) },
];
