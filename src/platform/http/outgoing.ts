import { lookup } from "node:dns";
import { request as overHttp, Agent as PlainAgent } from "node:http";
import { Agent, request as overHttps } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { Readable } from "node:stream";

/** A call that this server does not make: to a place inside the network, or without encryption. */
export class OutgoingRefused extends Error {
  override name = "OutgoingRefused";
}

/** The answer is larger than whoever called takes. */
export class AnswerTooLarge extends Error {
  override name = "AnswerTooLarge";
}

const LARGEST_ANSWER = 1_000_000;
const SECONDS = 10;
/** Where names outside are not known, asking for one may take long. */
const NAMES_PATIENCE = 2_000;

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

/** The address under which a server that speaks no HTTP may be called. @throws OutgoingRefused */
export const outgoingAddress = (host: string, allowHosts: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error, found) => {
      if (error) return reject(error);
      const may = allowHosts.includes(host) ? found : found.filter(({ address }) => !isInside(address));
      if (may[0]) resolve(may[0].address);
      else reject(new OutgoingRefused(`${host} lies inside the network`));
    });
  });

interface Proxy {
  /** Address of the proxy; null: calls go out directly. */
  httpsProxy: string | null;
  /** Hosts that are called past it, as NO_PROXY lists them. */
  noProxy: string | null;
}

let agent: Agent | null = null;
let plainAgent: PlainAgent | null = null;
let proxyHost = "";

/** Sends the calls that leave the network by a proxy (CONNECT) from now on; said once, when the process starts. */
export function goOutBy({ httpsProxy, noProxy }: Proxy): void {
  agent?.destroy();
  plainAgent?.destroy();
  const past = noProxy ? { NO_PROXY: noProxy } : {};
  agent = httpsProxy ? new Agent({ proxyEnv: { HTTPS_PROXY: httpsProxy, ...past } }) : null;
  plainAgent = httpsProxy ? new PlainAgent({ proxyEnv: { HTTP_PROXY: httpsProxy, ...past } }) : null;
  proxyHost = httpsProxy ? new URL(httpsProxy).hostname.replace(/^\[|\]$/g, "") : "";
}

/** The proxy itself may stand inside the network; what is called past it may not. */
const outsideOrProxy: LookupFunction = (name, options, done) =>
  name === proxyHost ? lookup(name, options, done) : outsideOnly(name, options, done);

/** Names that exist in a network alone, whoever resolves them: of one word, or under a domain set aside for that. */
const NEVER_OUTSIDE = /^[^.]+\.?$|\.(localhost|local|internal|intranet|lan|home\.arpa)\.?$/;

/**
 * The proxy resolves the name, so what this machine knows of it is looked at before: a name that may lead into the
 * network is not handed over. What nobody here knows, or knows soon, is left to the proxy. @throws OutgoingRefused
 */
async function refuseNamesInside(host: string): Promise<void> {
  if (isIP(host)) return;
  const refusal = new OutgoingRefused(`${host} lies inside the network`);
  if (NEVER_OUTSIDE.test(host)) throw refusal;
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(resolve, NAMES_PATIENCE);
    lookup(host, { all: true }, (error, found) => {
      clearTimeout(late);
      if (!error && found.some(({ address }) => isInside(address))) reject(refusal);
      else resolve();
    });
  });
}

/**
 * A fetch for addresses that people typed in: https to hosts outside, and http where the caller takes what anybody on
 * the way could have changed (`unencrypted`); those of `allowHosts` also inside and over http.
 * By a proxy where one was said, except to `allowHosts`. Redirects are not followed; an answer is at most 1 MB and comes within 10 seconds,
 * or the bytes and seconds given; `signal` ends the call. A stream is sent as it is read.
 * @throws OutgoingRefused, AnswerTooLarge
 */
export function outgoingFetch(allowHosts: readonly string[]) {
  return async (
    address: string,
    {
      method = "GET",
      headers = {},
      body,
      seconds = SECONDS,
      largestAnswer = LARGEST_ANSWER,
      signal,
      unencrypted = false,
    }: {
      method?: string;
      headers?: Record<string, string>;
      body?: unknown;
      seconds?: number;
      largestAnswer?: number;
      signal?: AbortSignal | undefined;
      unencrypted?: boolean;
    },
  ): Promise<Response> => {
    const url = new URL(address);
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const allowed = allowHosts.includes(host);
    if (!allowed && url.protocol !== "https:" && !(unencrypted && url.protocol === "http:"))
      throw new OutgoingRefused(`${url.origin} is not https`);
    if (!allowed && isIP(host) && isInside(host))
      throw new OutgoingRefused(`${host} lies inside the network`);
    const send = url.protocol === "https:" ? overHttps : overHttp;
    const proxied = allowed ? null : url.protocol === "https:" ? agent : plainAgent;
    const late = AbortSignal.timeout(seconds * 1000);
    if (proxied) await refuseNamesInside(host);
    return new Promise((resolve, reject) => {
      const call = send(
        url,
        {
          method,
          headers,
          signal: signal ? AbortSignal.any([signal, late]) : late,
          ...(proxied && { agent: proxied }),
          ...(!allowed && { lookup: proxied ? outsideOrProxy : outsideOnly }),
        },
        (answer) => {
          const chunks: Buffer[] = [];
          let size = 0;
          answer.on("data", (chunk: Buffer) => {
            size += chunk.length;
            if (size > largestAnswer) answer.destroy(new AnswerTooLarge("answer too large"));
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
      else if (body instanceof Readable) body.on("error", reject).pipe(call);
      else call.end(body instanceof Uint8Array ? body : String(body));
    });
  };
}
