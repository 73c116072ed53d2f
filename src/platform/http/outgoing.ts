import { lookup } from "node:dns";
import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** A call that this server does not make: to a place inside the network, or without encryption. */
export class OutgoingRefused extends Error {
  override name = "OutgoingRefused";
}

const LARGEST_ANSWER = 1_000_000;
const SECONDS = 10;

const inside = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  inside.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  inside.addSubnet(network, prefix, "ipv6");

/** Whether an address belongs to this machine, its network, or nobody; IPv4 written as IPv6 included. */
export const isInside = (address: string): boolean =>
  inside.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

/** Resolves a name to addresses outside alone, so that what was looked at is what is called. */
const outsideOnly: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error) return done(error, "", 4);
    const allowed = found.filter(({ address }) => !isInside(address));
    const first = allowed[0];
    if (!first) return done(new OutgoingRefused(`${name} lies inside the network`), "", 4);
    return options.all ? done(null, allowed) : done(null, first.address, first.family);
  });
};

/**
 * A fetch for addresses that people typed in: https to hosts outside; those of `allowHosts` also inside and over http.
 * Redirects are not followed; an answer is at most 1 MB and comes within 10 seconds.
 * @throws OutgoingRefused
 */
export function outgoingFetch(allowHosts: readonly string[]) {
  return async (
    address: string,
    {
      method = "GET",
      headers = {},
      body,
    }: { method?: string; headers?: Record<string, string>; body?: unknown },
  ): Promise<Response> => {
    const url = new URL(address);
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const allowed = allowHosts.includes(host);
    if (!allowed && url.protocol !== "https:") throw new OutgoingRefused(`${url.origin} is not https`);
    if (!allowed && isIP(host) && isInside(host))
      throw new OutgoingRefused(`${host} lies inside the network`);
    const send = url.protocol === "https:" ? overHttps : overHttp;
    return new Promise((resolve, reject) => {
      const call = send(
        url,
        {
          method,
          headers,
          signal: AbortSignal.timeout(SECONDS * 1000),
          ...(!allowed && { lookup: outsideOnly }),
        },
        (answer) => {
          const chunks: Buffer[] = [];
          let size = 0;
          answer.on("data", (chunk: Buffer) => {
            size += chunk.length;
            if (size > LARGEST_ANSWER) answer.destroy(new Error("answer too large"));
            else chunks.push(chunk);
          });
          answer.on("error", reject);
          answer.on("end", () => {
            const status = answer.statusCode ?? 502;
            const empty = status === 204 || status === 304;
            const given = Object.entries(answer.headers).flatMap(([name, value]) =>
              [value ?? []].flat().map((one): [string, string] => [name, one]),
            );
            resolve(new Response(empty ? null : Buffer.concat(chunks), { status, headers: given }));
          });
        },
      );
      call.on("error", reject);
      if (body === undefined || body === null) call.end();
      else call.end(body instanceof Uint8Array ? body : String(body));
    });
  };
}
