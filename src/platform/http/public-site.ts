import type { PortalPages } from "./portal-page.ts";

/** The public side of the installation, for who looks it over from inside. */
export interface PublicSite {
  /** What each capability shows, as the portal composes it. */
  pages: readonly PortalPages[];
  /** What a reader gets at a path of the installation; asked in this process, without the network. */
  ask: (path: string) => Promise<Response>;
  /** Hosts under which readers know the installation. */
  hosts: readonly string[];
  /** Hosts that may be called although they lie inside the network. */
  allowHosts: readonly string[];
  /** True once the process is about to stop: what is not begun is left to the next one. */
  isClosing?: () => boolean;
}

let known: PublicSite | null = null;

/** Gives the process its public side; done once by what serves it or works for it. */
export function learnPublicSite(site: PublicSite | null): void {
  known = site;
}

/** Null: this process has none. */
export const publicSite = (): PublicSite | null => known;
