import { X509Certificate } from "node:crypto";
import type { Context } from "hono";
import type { Config } from "../config/config.ts";

const LONGEST = 16_384;

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The certificate alone, in one of the ways in which proxies hand it on; null: none, or several. */
function certificateIn(text: string): Buffer | string | null {
  const inBytes = /^:([A-Za-z0-9+/]+={0,2}):$/.exec(text)?.[1];
  if (inBytes) return Buffer.from(inBytes, "base64");
  const pem = text.includes("%") ? unescaped(text) : text;
  const found = /^-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----$/.exec(pem.trim());
  return found ? Buffer.from(found[1]!.replace(/\s+/g, ""), "base64") : null;
}

/**
 * SHA-256 of a certificate, in lower case: of one as PEM (also escaped for an address), of one as RFC 9440 writes it, or
 * as it is written already, with colons or without. Null: nothing of that, or more than one.
 */
export function certificateFingerprint(given: string): string | null {
  const text = given.trim();
  if (text.length > LONGEST) return null;
  const hex = text
    .replace(/^sha256[:=]?/i, "")
    .replaceAll(":", "")
    .toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hex)) return hex;
  const certificate = certificateIn(text);
  if (certificate === null) return null;
  try {
    return new X509Certificate(certificate).fingerprint256.replaceAll(":", "").toLowerCase();
  } catch {
    return null;
  }
}

/**
 * By which certificate the client proved itself to the trusted proxy in front, as its SHA-256; null: by none, or none is
 * asked for here. A header that came twice names nobody.
 */
export function clientCertificate(c: Context, { clientCertHeader }: Config): string | null {
  return clientCertHeader === null ? null : certificateFingerprint(c.req.header(clientCertHeader) ?? "");
}
