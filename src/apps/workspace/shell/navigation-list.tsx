import { NavLink, type NavLinkProps, Stack } from "@mantine/core";
import { createLink, useLocation } from "@tanstack/react-router";
import type { Ref } from "react";
import type { Me } from "../session.ts";
import { visibleScreens } from "./visible-screens.ts";

const ScreenLink = createLink((props: NavLinkProps & { ref?: Ref<HTMLAnchorElement> }) => (
  <NavLink component="a" {...props} />
));

/** The navigation: where one is stands out, and is said. */
export function NavigationList({ me }: { me: Me }) {
  const { pathname } = useLocation();
  return (
    <Stack gap={2}>
      {visibleScreens(me).map(({ path, nav: { label, icon: Icon } }) => {
        const here = path === "/" ? pathname === "/" : pathname === path || pathname.startsWith(`${path}/`);
        return (
          <ScreenLink
            key={path}
            to={path}
            label={label}
            active={here}
            aria-current={here ? "page" : undefined}
            leftSection={<Icon size={20} stroke={1.6} />}
            styles={{ root: { borderRadius: 4, minHeight: 44 }, label: { fontSize: "0.9375rem" } }}
          />
        );
      })}
    </Stack>
  );
}
