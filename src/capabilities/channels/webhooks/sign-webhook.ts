import { createHmac, randomBytes } from "node:crypto";

/** How the public specification (Standard Webhooks) writes a secret down. */
const PREFIX = "whsec_";
/** After a change of the secret the former one signs as well, so that nothing is refused meanwhile. */
export const BOTH_SIGN_HOURS = 24;

export interface SigningSecret {
  current: string;
  former: string | null;
  formerUntil: string | null;
}

export const newSecret = (): string => PREFIX + randomBytes(32).toString("base64");

const signature = (secret: string, signed: string): string =>
  `v1,${createHmac("sha256", Buffer.from(secret.slice(PREFIX.length), "base64"))
    .update(signed)
    .digest("base64")}`;

/** The head of a call: which message, when it was sent, and the proof that it came from us and is whole. */
export function signedHead(
  { current, former, formerUntil }: SigningSecret,
  { messageId, at, body }: { messageId: string; at: Date; body: string },
): Record<string, string> {
  const id = `msg_${messageId}`;
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const both = former !== null && formerUntil !== null && Date.parse(formerUntil) > at.getTime();
  return {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": [current, ...(both ? [former] : [])]
      .map((secret) => signature(secret, `${id}.${timestamp}.${body}`))
      .join(" "),
  };
}
