import type { Config } from "#platform/config/config.ts";

let portal: string | null = null;

/** Says where this installation's portal stands (null: nowhere); told once by whoever runs (plug or command). */
export function portalStandsAt(place: Pick<Config, "baseUrl" | "host" | "port"> | null): void {
  portal = place && (place.baseUrl ?? `http://${place.host}:${place.port}`);
}

/** An address as a printed document needs it: what stands on our own portal gets the portal's address in front. */
export const printedAddress = (url: string): string =>
  url.startsWith("/") && portal !== null ? `${portal}${url}` : url;

/** Whether an address stands on our own portal. */
export const ownAddress = (url: string): boolean =>
  url.startsWith("/") || (portal !== null && url.startsWith(`${portal}/`));
