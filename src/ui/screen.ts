import type { ComponentType, LazyExoticComponent } from "react";
import type { Role } from "#platform/auth/actor.ts";

/** Any icon of @tabler/icons-react. */
export type ScreenIcon = ComponentType<{ size?: number | string; stroke?: number | string }>;

/** The parts of the navigation, in their order; "own" stands above them without a heading. */
export const NAV_GROUPS = {
  own: "",
  plan: "Thực hiện kế hoạch",
  newsroom: "Tuyên truyền",
  procedures: "Thủ tục, một cửa",
  reports: "Báo cáo, văn bản",
  together: "Phối hợp",
  settings: "Quản trị",
} as const;
export type NavGroup = keyof typeof NAV_GROUPS;

/** One screen of the workspace; each capability hands over a list of them from web/index.tsx. */
export interface Screen {
  /** Address below /workspace, with parameters as `$id`: "/noi-dung/$id". */
  path: `/${string}`;
  /** Title of the browser tab until the page itself states a better one. */
  title: string;
  /** Place in the navigation; screens without it are reached from other screens. Lower order stands higher in its group. */
  nav?: { label: string; group: NavGroup; order: number; icon: ScreenIcon };
  /** What Ctrl K can begin from anywhere, with the address that begins it: "/noi-dung?viet=moi". */
  commands?: readonly { label: string; to: `/${string}` }[];
  /** Roles that the screen is of use to; it is left out of navigation and palette for the others. */
  roles?: readonly Role[];
  /** `lazy(() => import("./content-list.page.tsx"))`: each page is loaded when it is first opened. */
  component: LazyExoticComponent<ComponentType>;
}
