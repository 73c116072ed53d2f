import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { organizationContract } from "#organization/contract";
import { apiFor } from "#ui/api.ts";

export const api = apiFor({ organization: organizationContract });

/** Who is signed in; asked once and whenever the window is looked at again. */
export const useMe = () =>
  useQuery({ ...api.organization.me.queryOptions(), staleTime: 60_000, refetchOnWindowFocus: true });

/** The person signed in. */
export type Me = NonNullable<ReturnType<typeof useMe>["data"]>;

let over = false;
const listeners = new Set<() => void>();

/** Says that the session is over (or again alive); the shell then asks for the password over the page. */
export function setSessionOver(value: boolean): void {
  if (over === value) return;
  over = value;
  for (const listener of listeners) listener();
}

export const useSessionOver = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => over,
  );
