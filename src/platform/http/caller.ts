import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { Config } from "../config/config.ts";

/** The entry that the nearest proxy added. */
export const lastOf = (header: string | undefined) => header?.split(",").at(-1)?.trim();

/** Address of the client: the connection's, or behind a trusted proxy the last one that the proxy added. */
export function callerAddress(c: Context, config: Config): string {
  const forwarded = config.trustProxy ? lastOf(c.req.header("x-forwarded-for")) : undefined;
  if (forwarded) return forwarded;
  // Requests made inside the process (tests) have no connection.
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? "") : "127.0.0.1";
}

/** Origin under which the browser that asks sees this server; what is printed for others is `siteOrigin`. */
export function publicOrigin(c: Context, config: Config): string {
  if (config.baseUrl) return new URL(config.baseUrl).origin;
  const url = new URL(c.req.url);
  if (!config.trustProxy) return url.origin;
  const protocol = lastOf(c.req.header("x-forwarded-proto")) ?? url.protocol.slice(0, -1);
  return `${protocol}://${lastOf(c.req.header("x-forwarded-host")) ?? url.host}`;
}

/** True when the browser's connection is encrypted: to this server, or to the trusted proxy in front of it. */
export const isOverTls = (c: Context, config: Config): boolean => {
  const forwarded = config.trustProxy ? lastOf(c.req.header("x-forwarded-proto")) : undefined;
  return (
    config.baseUrl?.startsWith("https:") || (forwarded ?? new URL(c.req.url).protocol).startsWith("https")
  );
};
