import type { Screen } from "#ui/screen.ts";
import { screens } from "../screens.ts";
import type { Me } from "../session.ts";

/** The screens that stand in the navigation for this person, in their order. */
export const visibleScreens = (me: Me, all: Screen[] = screens): (Screen & Required<Pick<Screen, "nav">>)[] =>
  all
    .flatMap((screen) => (screen.nav ? [{ ...screen, nav: screen.nav }] : []))
    .filter(({ roles }) => !roles || me.appointments.some(({ role }) => roles.includes(role)))
    .sort((left, right) => left.nav.order - right.nav.order);
