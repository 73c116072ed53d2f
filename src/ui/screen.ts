import type { ComponentType, LazyExoticComponent } from "react";
import type { Role } from "#platform/auth/actor.ts";

/** Any icon of @tabler/icons-react. */
export type ScreenIcon = ComponentType<{ size?: number | string; stroke?: number | string }>;

/** One screen of the workspace; each capability hands over a list of them from web/index.tsx. */
export interface Screen {
  /** Address below /workspace, with parameters as `$id`: "/noi-dung/$id". */
  path: `/${string}`;
  /** Title of the browser tab until the page itself states a better one. */
  title: string;
  /** Place in the navigation; screens without it are reached from other screens. Lower order stands higher. */
  nav?: { label: string; order: number; icon: ScreenIcon };
  /** Roles that the screen is of use to; it is left out of navigation and palette for the others. */
  roles?: readonly Role[];
  /** `lazy(() => import("./content-list.page.tsx"))`: each page is loaded when it is first opened. */
  component: LazyExoticComponent<ComponentType>;
}
