import { outgoingFetch } from "#platform/http/outgoing.ts";

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

/** Whether messages may go to the address: https on its usual port, to a service of one of the browsers. */
export function isPushEndpoint(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  const known = pushHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return protocol === "https:" && port === "" && username === "" && password === "" && known;
}

/** The seconds that a Retry-After header says, as a number or as the moment itself; null where it says none. */
export function secondsToWait(header: string | null, now: Date): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const moment = Date.parse(header);
  return Number.isNaN(moment) ? null : Math.max(0, Math.ceil((moment - now.getTime()) / 1000));
}

const send = outgoingFetch([]);

/** Sends over the net, to hosts outside alone; follows no redirection and waits ten seconds at most. */
export const postPush: PostPush = async (endpoint, headers, body) => {
  if (!isPushEndpoint(endpoint)) throw new Error("Địa chỉ không thuộc dịch vụ đẩy nào được phép");
  const answer = await send(endpoint, {
    method: "POST",
    headers: { ...headers, "content-length": String(body.length) },
    body,
  });
  return { status: answer.status, retryAfter: secondsToWait(answer.headers.get("retry-after"), new Date()) };
};
