import { type LookupAddress, lookup } from "node:dns";
import { request } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

export interface PushAnswer {
  status: number;
  /** Seconds after which the service may be asked again, where it says so. */
  retryAfter: number | null;
}

/** Hands one message to a push service. Throws when no answer came. */
export type PostPush = (
  endpoint: string,
  headers: Record<string, string>,
  body: Buffer,
) => Promise<PushAnswer>;

/** Whoever makes a browser runs one of these; a subscription of any other address is refused. */
const pushHosts = [
  "fcm.googleapis.com",
  "push.services.mozilla.com",
  "push.apple.com",
  "notify.windows.com",
] as const;

const TIMEOUT = 10_000;

/** Whether messages may go to the address: https on its usual port, to a service of one of the browsers. */
export function isPushEndpoint(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  const known = pushHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return protocol === "https:" && port === "" && username === "" && password === "" && known;
}

const inward = new BlockList();
for (const [address, bits] of [
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
  inward.addSubnet(address, bits, "ipv4");
for (const [address, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  inward.addSubnet(address, bits, "ipv6");

/** Whether an address lies in this machine, this network, or nowhere. */
export const isInward = (address: string): boolean =>
  isIP(address) === 0 || inward.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

/** Looks a name up and gives no address inside, whatever the name server says. */
const outwardOnly: LookupFunction = (hostname, options, answer) =>
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return answer(error, "", 0);
    const outward = found.filter(({ address }) => !isInward(address));
    const [first] = outward;
    if (!first) return answer(new Error(`${hostname} trỏ vào mạng nội bộ`), "", 0);
    return options.all ? answer(null, outward) : answer(null, first.address, first.family);
  });

/** Sends over the net: follows no redirection, waits ten seconds at most, and reads nothing but the answer's head. */
export const postPush: PostPush = (endpoint, headers, body) =>
  new Promise((resolve, reject) => {
    if (!isPushEndpoint(endpoint)) return reject(new Error("Địa chỉ không thuộc dịch vụ đẩy nào được phép"));
    const call = request(
      endpoint,
      {
        method: "POST",
        headers: { ...headers, "content-length": body.length },
        lookup: outwardOnly,
        signal: AbortSignal.timeout(TIMEOUT),
      },
      (answer) => {
        answer.on("error", reject);
        answer.destroy();
        const wait = Number(answer.headers["retry-after"]);
        resolve({ status: answer.statusCode ?? 0, retryAfter: Number.isFinite(wait) ? wait : null });
      },
    );
    call.on("error", reject);
    call.end(body);
  });
