import { createCipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

/** The keys that a browser gave when it subscribed, base64url. */
export interface DeviceKeys {
  publicKey: string;
  authSecret: string;
}

/** The one record that every push service takes; titles are cut long before they fill it. */
const RECORD = 4096;

const derive = (secret: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, salt, info, bytes));

/**
 * Encrypts a text for one device (RFC 8291: aes128gcm in a single record), so that the push service carries what it
 * cannot read. `own` and `salt` are random unless a test gives those of the standard.
 */
export function encryptPush(
  text: Buffer,
  { publicKey, authSecret }: DeviceKeys,
  { salt = randomBytes(16), ownPrivateKey }: { salt?: Buffer; ownPrivateKey?: Buffer } = {},
): Buffer {
  const own = createECDH("prime256v1");
  if (ownPrivateKey) own.setPrivateKey(ownPrivateKey);
  else own.generateKeys();
  const theirs = Buffer.from(publicKey, "base64url");
  const mine = own.getPublicKey();
  const shared = own.computeSecret(theirs);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), theirs, mine]);
  const secret = derive(shared, Buffer.from(authSecret, "base64url"), info, 32);
  const key = derive(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  const head = Buffer.alloc(21);
  salt.copy(head);
  head.writeUInt32BE(RECORD, 16);
  head.writeUInt8(mine.length, 20);
  // The byte 2 ends the last record.
  const sealed = Buffer.concat([cipher.update(text), cipher.update(Buffer.from([2])), cipher.final()]);
  return Buffer.concat([head, mine, sealed, cipher.getAuthTag()]);
}

/** Whether these can be keys of a device: a point of P-256 and sixteen bytes. */
export function areDeviceKeys({ publicKey, authSecret }: DeviceKeys): boolean {
  try {
    const probe = createECDH("prime256v1");
    probe.generateKeys();
    probe.computeSecret(Buffer.from(publicKey, "base64url"));
    return Buffer.from(authSecret, "base64url").length === 16;
  } catch {
    return false;
  }
}
