import { createHmac, timingSafeEqual } from "node:crypto";

/** Where a mail program stops a kind of mail with one click (RFC 8058). */
export const STOP_PATH = "/thoi-nhan-thu";

const signatureOf = (secret: string, personId: string, kinds: string): string =>
  createHmac("sha256", secret).update(`stop-notice-mail:${personId}:${kinds}`).digest("base64url");

/** Path that stops mails of the kinds for the person who holds it, and can do nothing else. */
export function stopPath(secret: string, personId: string, kinds: readonly string[]): string {
  const named = kinds.toSorted().join(",");
  return `${STOP_PATH}/${personId}/${named}/${signatureOf(secret, personId, named)}`;
}

/** True when we have signed exactly this person and these kinds. */
export function isStopSignature(
  secret: string,
  { personId, kinds, signature }: { personId: string; kinds: string; signature: string },
): boolean {
  const expected = Buffer.from(signatureOf(secret, personId, kinds));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
