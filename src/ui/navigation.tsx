import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { createLink, useNavigate, useParams, useRouter, useSearch } from "@tanstack/react-router";
import { type ReactNode, type Ref, useEffect, useRef } from "react";

type LinkParts = { children?: ReactNode; ref?: Ref<HTMLAnchorElement> };

/** A link to another screen, as text: `<LinkText to="/noi-dung/$id" params={{ id }}>…</LinkText>`. */
export const LinkText = createLink((props: AnchorProps & LinkParts) => <Anchor {...props} />);

/** A link to another screen that looks like a button; it leads somewhere, it does nothing. */
export const LinkButton = createLink((props: ButtonProps & LinkParts) => <Button component="a" {...props} />);

/** A parameter of the screen's address: the `$id` of "/noi-dung/$id". */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params[name] ?? "";
}

/** Where the workspace stands on the server. */
export const WORKSPACE = "/workspace";

/** Goes to a screen: `const go = useGo(); go(`/noi-dung/${id}?buoc=2`)`. The address is below /workspace. */
export function useGo(): (address: string) => void {
  const { history } = useRouter();
  return (address) => history.push(`${WORKSPACE}${address}`);
}

/** Leads on to another screen at once, without leaving a trace for the Back button. */
export function Redirect({ to }: { to: string }) {
  const { history } = useRouter();
  const first = useRef(to);
  // Only once: the screen that redirects is drawn again while the next one is being loaded.
  useEffect(() => history.replace(`${WORKSPACE}${first.current}`), [history]);
  return null;
}

/**
 * Filters kept in the address bar, so that a link to a view can be sent and the Back button undoes:
 * `const [filters, setFilters] = useFilters({ state: "", text: "" })`. Empty values leave the address.
 */
export function useFilters<Filters extends Record<string, string>>(
  defaults: Filters,
): [Filters, (change: Partial<Filters>) => void] {
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters = Object.fromEntries(
    Object.entries(defaults).map(([key, value]) => [key, search[key] ?? value]),
  ) as Filters;
  const set = (change: Partial<Filters>) => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...change }).filter(
        ([key, value]) => value !== undefined && value !== "" && value !== defaults[key],
      ),
    );
    void navigate({ to: ".", search: next, replace: true });
  };
  return [filters, set];
}

/**
 * A dialog that an address can open, too: `?viet=moi`. Once open it leaves the address, so that Back does not open it
 * again. `const [opened, { open, close }] = useDialogOfAddress();`
 */
export function useDialogOfAddress(): [boolean, { open: () => void; close: () => void }] {
  const [opened, { open, close }] = useDisclosure(false);
  const [{ viet }, set] = useFilters({ viet: "" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what follows the address is what stands in it
  useEffect(() => {
    if (viet !== "moi") return;
    open();
    set({ viet: "" });
  }, [viet]);
  return [opened, { open, close }];
}
