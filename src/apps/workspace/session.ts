import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { statusOf } from "#ui/api-error.ts";
import { api } from "./api.ts";

const ASK_AGAIN_MS = 5000;

/** Who is signed in; asked once and whenever the window is looked at again, and again while no answer comes at all. */
export const useMe = () =>
  useQuery({
    ...api.organization.me.queryOptions(),
    staleTime: 60_000,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state: { data, error } }) =>
      data === undefined && error !== null && statusOf(error) === null ? ASK_AGAIN_MS : false,
  });

/** The person signed in. */
export type Me = NonNullable<ReturnType<typeof useMe>["data"]>;

/**
 * How the session stands on this page. `told`: it is over and the person, who may be in the middle of a word, was told
 * beside the page; `asked`: the password is asked for over the page.
 */
export type SessionState = "alive" | "told" | "asked";

let state: SessionState = "alive";
const listeners = new Set<() => void>();

/** Says how the session stands; who was asked for the password is not merely told any more. */
export function setSession(next: SessionState): void {
  if (state === next || (state === "asked" && next === "told")) return;
  state = next;
  for (const listener of listeners) listener();
}

export const useSession = (): SessionState =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );

const TABS = "gandan.session";

/** Tells the other tabs of this browser that somebody signed in or out. */
export function tellTabs(what: "in" | "out"): void {
  const channel = new BroadcastChannel(TABS);
  channel.postMessage(what);
  channel.close();
}

/** Hears what the other tabs tell; gives what ends the hearing. */
export function hearTabs(listener: (what: "in" | "out") => void): () => void {
  const channel = new BroadcastChannel(TABS);
  channel.onmessage = ({ data }) => listener(data);
  return () => channel.close();
}
