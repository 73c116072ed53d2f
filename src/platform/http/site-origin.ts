import { hostname, networkInterfaces } from "node:os";
import type { Config } from "../config/config.ts";
import { lastOf } from "./caller.ts";

type Headers = (name: string) => string | undefined;

/** Names by which this very machine may be called while no public address is set. */
function ownNames(): Set<string> {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  return new Set([
    "localhost",
    hostname().toLowerCase(),
    ...addresses.map(({ address, family }) => (family === "IPv6" ? `[${address}]` : address)),
  ]);
}

const HOST = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i;

/**
 * The public address that links, feeds and link cards carry, without a final slash: GANDAN_BASE_URL; without it
 * what a trusted proxy says; else the address that was asked for when it is this machine's own. A name that only
 * the request's Host vouches for is never printed: pages and downstream caches could be poisoned with it.
 */
export function siteOrigin(config: Config): (header: Headers) => string {
  if (config.baseUrl) {
    const { origin } = new URL(config.baseUrl);
    return () => origin;
  }
  const names = ownNames();
  const host = ["0.0.0.0", "::"].includes(config.host) ? "localhost" : config.host;
  const usual = `http://${host.includes(":") ? `[${host}]` : host}:${config.port}`;
  return (header) => {
    const asked = header("host");
    if (config.trustProxy) {
      const forwarded = lastOf(header("x-forwarded-host")) ?? asked;
      const protocol = lastOf(header("x-forwarded-proto")) === "https" ? "https" : "http";
      if (forwarded && HOST.test(forwarded)) return `${protocol}://${forwarded.toLowerCase()}`;
      return usual;
    }
    const name = HOST.exec(asked ?? "")?.[1]?.toLowerCase();
    return name && names.has(name) ? `http://${asked!.toLowerCase()}` : usual;
  };
}
