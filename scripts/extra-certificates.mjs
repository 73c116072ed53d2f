// Plain JavaScript for Node 20, no dependencies: boot.mjs and bin/gandan.js ask it before the product's Node starts.
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * Why NODE_EXTRA_CA_CERTS cannot be used, in one line; null when it can, or is not set. Node itself would print a
 * warning and go on without the certificates.
 */
export function certificatesRefused(file = process.env.NODE_EXTRA_CA_CERTS) {
  if (!file) return null;
  try {
    const found = readFileSync(file, "utf8").match(
      /-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----/gs,
    );
    if (found) {
      for (const certificate of found) new X509Certificate(certificate);
      return null;
    }
  } catch {
    // Told below.
  }
  return `Thiết lập NODE_EXTRA_CA_CERTS="${file}" không dùng được: phải là tệp đọc được có chứng thư dạng PEM.`;
}
