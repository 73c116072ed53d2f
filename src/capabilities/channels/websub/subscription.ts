import { createHash } from "node:crypto";

export type RequestMode = "subscribe" | "unsubscribe" | "denied";
export type RequestState = "waiting" | "confirmed" | "refused" | "replaced";
export type SendingState = "waiting" | "sent" | "given-up";

export const WEBSUB_QUEUE = "channels.distribute-feeds";

/** Where a feed is sent, and what it is signed with; null: the subscriber asked for no signature. */
export interface Sealed {
  callback: string;
  secret: string | null;
}

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SECOND = 1000;

/** How long a subscription holds when it is not renewed. */
const LEASE = { usual: 10 * DAY, least: HOUR, most: 10 * DAY };

/** What the subscriber asked for, within what the hub grants. */
export const grantedLease = (asked: number | null): number =>
  Math.min(Math.max(asked ?? LEASE.usual, LEASE.least), LEASE.most);

/** Seconds between attempts; the last one goes on until the lease ends. */
const SENDING = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR, DAY];
/** A place that does not answer when it is to confirm is asked so often. */
const CONFIRMING = [MINUTE, 5 * MINUTE];

function nextTry(now: Date, pauses: number[], attempts: number, atLeast: number, random: () => number): Date {
  const base = pauses[Math.min(Math.max(attempts, 1), pauses.length) - 1]!;
  return new Date(now.getTime() + Math.max(base * (1 + 0.2 * random()), Math.min(atLeast, DAY)) * SECOND);
}

/** When a feed is sent again after so many attempts; up to a fifth later, so that not all come back at once. */
export const nextSending = (now: Date, attempts: number, atLeast = 0, random = Math.random): Date =>
  nextTry(now, SENDING, attempts, atLeast, random);

/** When a place is asked again whether it wants this; null: it was asked often enough. */
export const nextConfirming = (now: Date, attempts: number, random = Math.random): Date | null =>
  attempts > CONFIRMING.length ? null : nextTry(now, CONFIRMING, attempts, 0, random);

/** Against being used to flood somebody: what is asked of us in the name of one host, within an hour. */
export const MOST_ASKED_AN_HOUR = 120;
/** Subscriptions of one host, and what may wait to be confirmed in all. */
export const MOST_OF_A_HOST = 500;
export const MOST_WAITING = 2_000;

/** What is over is kept so long, and who was ended is kept out so long. */
export const KEPT_DAYS = 30;
