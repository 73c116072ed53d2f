import { createECDH, createHash, createPrivateKey, hkdfSync, type KeyObject, sign } from "node:crypto";

/** The pair by which push services know this installation (VAPID, RFC 8292). */
export interface PushKeys {
  /** Uncompressed point, base64url: what browsers subscribe to. */
  publicKey: string;
  privateKey: KeyObject;
}

/** Order of the group of P-256. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const TWELVE_HOURS = 12 * 3600;

/**
 * The installation's pair, always the same for its secret, so that it is kept, backed up and protected with the other
 * secrets and every process has it. Another secret makes another pair: devices then have to be added anew.
 */
export function pushKeys(secret: string): PushKeys {
  // 64 bits more than the order has, so that the remainder is as good as uniform (FIPS 186-5, A.2.1).
  const seed = Buffer.from(hkdfSync("sha256", secret, "gandan", "web push identity", 40)).toString("hex");
  const scalar = (BigInt(`0x${seed}`) % (ORDER - 1n)) + 1n;
  const d = Buffer.from(scalar.toString(16).padStart(64, "0"), "hex");
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(d);
  const point = pair.getPublicKey();
  const privateKey = createPrivateKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      d: d.toString("base64url"),
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    },
  });
  return { publicKey: point.toString("base64url"), privateKey };
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The header by which a push service knows who sends; `contact` is this installation's public address. */
export function vapidHeader(
  { publicKey, privateKey }: PushKeys,
  { endpoint, contact, now }: { endpoint: string; contact: string; now: Date },
): string {
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(now.getTime() / 1000) + TWELVE_HOURS,
    sub: contact,
  };
  const signed = `${part({ typ: "JWT", alg: "ES256" })}.${part(claims)}`;
  const signature = sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" });
  return `vapid t=${signed}.${signature.toString("base64url")}, k=${publicKey}`;
}

/** One name for what replaces itself at the push service and on the device (RFC 8030, 5.4: up to 32 letters). */
export const topicOf = (id: string): string =>
  createHash("sha256").update(id).digest("base64url").slice(0, 32);
