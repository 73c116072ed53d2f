import { setTimeout as pause } from "node:timers/promises";
import { encryptPush } from "./encrypt-push.ts";
import { type PushKeys, topicOf, vapidHeader } from "./push-keys.ts";
import type { PostPush } from "./push-transport.ts";

export interface PushSite {
  keys: PushKeys;
  /** The address of this installation that push services are given. */
  contact: string;
  post: PostPush;
  /** Milliseconds before the second try; a test waits for none. */
  backoff?: number;
}

export interface PushMessage {
  /** What replaces an earlier message of the same id, at the service and on the device. */
  id: string;
  title: string;
  href: string;
}

interface Device {
  endpoint: string;
  publicKey: string;
  authSecret: string;
}

/** "gone": the device takes no messages any more. Else what went wrong, in words, or null. */
export type PushOutcome = { gone: boolean; error: string | null };

/** A message that nobody fetched for a day is old. */
const SECONDS_KEPT = 86_400;
const BACKOFF = 2_000;
/** The longest that a service may ask to wait, in seconds. */
const LONGEST_WAIT = 10;

/** Hands a message to the push service of a device; where that fails for the moment, once more a little later. */
export async function sendPush(
  { keys, contact, post, backoff = BACKOFF }: PushSite,
  { endpoint, ...deviceKeys }: Device,
  message: PushMessage,
  now: Date,
): Promise<PushOutcome> {
  const body = encryptPush(Buffer.from(JSON.stringify(message)), deviceKeys);
  const headers = {
    authorization: vapidHeader(keys, { endpoint, contact, now }),
    "content-encoding": "aes128gcm",
    "content-type": "application/octet-stream",
    ttl: String(SECONDS_KEPT),
    topic: topicOf(message.id),
  };
  let error = "";
  for (const last of [false, true]) {
    let wait = backoff;
    try {
      const { status, retryAfter } = await post(endpoint, headers, body);
      if (status >= 200 && status < 300) return { gone: false, error: null };
      if (status === 404 || status === 410) return { gone: true, error: null };
      error = `Dịch vụ đẩy trả lời ${status}`;
      if (status !== 429 && status < 500) break;
      // What is to be asked later than that waits in the application instead.
      if (retryAfter !== null && retryAfter > LONGEST_WAIT) break;
      if (retryAfter !== null) wait = Math.max(backoff, retryAfter * backoff);
    } catch (failure) {
      error = `Không nối được dịch vụ đẩy (${(failure as Error).message})`;
    }
    if (!last) await pause(wait);
  }
  return { gone: false, error: error.slice(0, 300) };
}
