import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import type { PostPush, PushAnswer } from "./push-transport.ts";

/** A browser that has subscribed: its keys (RFC 8291), and how it reads what it is sent. */
export class Browser {
  readonly endpoint: string;
  readonly authSecret = randomBytes(16);
  private readonly keys = createECDH("prime256v1");
  constructor(name: string, host = "fcm.googleapis.com") {
    this.endpoint = `https://${host}/wp/${name}`;
    this.keys.generateKeys();
  }

  get subscription() {
    return {
      endpoint: this.endpoint,
      publicKey: this.keys.getPublicKey("base64url"),
      authSecret: this.authSecret.toString("base64url"),
    };
  }

  read(body: Buffer): unknown {
    const salt = body.subarray(0, 16);
    const idLength = body.readUInt8(20);
    const theirs = body.subarray(21, 21 + idLength);
    const sealed = body.subarray(21 + idLength);
    const derive = (secret: Buffer, seed: Buffer, info: Buffer, bytes: number) =>
      Buffer.from(hkdfSync("sha256", secret, seed, info, bytes));
    const info = Buffer.concat([Buffer.from("WebPush: info\0"), this.keys.getPublicKey(), theirs]);
    const secret = derive(this.keys.computeSecret(theirs), this.authSecret, info, 32);
    const key = derive(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
    const nonce = derive(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
    const decipher = createDecipheriv("aes-128-gcm", key, nonce);
    decipher.setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString());
  }
}

/**
 * A push service (RFC 8030): takes only what is signed by the pair that the browsers subscribed to (RFC 8292), is
 * encrypted, small enough, and says how long it is to be kept. Answers 201, or whatever is next in `answers`.
 */
export class PushService {
  readonly taken: { endpoint: string; body: Buffer; topic: string }[] = [];
  asked = 0;
  answers: (number | "no answer" | PushAnswer)[] = [];
  private readonly publicKey: string;
  constructor(publicKey: string) {
    this.publicKey = publicKey;
  }

  readonly post: PostPush = async (endpoint, headers, body): Promise<PushAnswer> => {
    this.asked += 1;
    const next = this.answers.shift();
    if (next === "no answer") throw new Error("ETIMEDOUT");
    if (typeof next === "object") return next;
    const status = next ?? this.judge(endpoint, headers, body);
    if (status === 201) this.taken.push({ endpoint, body, topic: headers.topic! });
    return { status, retryAfter: null };
  };

  private judge(endpoint: string, headers: Record<string, string>, body: Buffer): number {
    const [, token, key] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? "") ?? [];
    const [head, claims, signature] = token?.split(".") ?? [];
    if (key !== this.publicKey || !head || !claims || !signature) return 403;
    const point = Buffer.from(key, "base64url");
    const jwk = {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    };
    const signed = verify(
      "sha256",
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ format: "jwk", key: jwk }), dsaEncoding: "ieee-p1363" },
      Buffer.from(signature, "base64url"),
    );
    const { aud, exp, sub } = JSON.parse(Buffer.from(claims, "base64url").toString());
    const day = 86_400_000;
    if (!signed || aud !== new URL(endpoint).origin || !/^(https:|mailto:)/.test(sub)) return 403;
    if (exp * 1000 - Date.now() > day) return 403;
    if (!/^\d+$/.test(headers.ttl ?? "") || headers["content-encoding"] !== "aes128gcm") return 400;
    if (!/^[\w-]{1,32}$/.test(headers.topic ?? "")) return 400;
    return body.length > 4096 ? 413 : 201;
  }
}
