import { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";

const BEGIN = "-----BEGIN CERTIFICATE-----";
const END = "-----END CERTIFICATE-----";

/** Certificates as they are written into files: what is pasted into one line, or with spaces for breaks, is read too. */
function asFile(pasted: string): string[] {
  return pasted.split(BEGIN).flatMap((part) => {
    const [body = "", rest] = part.split(END);
    const lines = body.replace(/\s+/g, "").match(/.{1,64}/g);
    return rest === undefined || lines === null ? [] : [[BEGIN, ...lines, END].join("\n")];
  });
}

/** What is said of what was pasted and cannot be read as certificates; null: nothing was pasted, or all of it can. */
export function unreadableRoots(pasted: string): string | null {
  if (pasted.trim() === "") return null;
  const own = asFile(pasted);
  try {
    for (const one of own) new X509Certificate(one);
    if (own.length > 0) return null;
  } catch {
    // Told the same way as where there is none at all.
  }
  return "Không đọc được chứng thư gốc đã dán; hãy dán nguyên cả tệp, gồm dòng BEGIN CERTIFICATE và dòng END CERTIFICATE.";
}

/** Whom a mail server is believed by: those everybody trusts and, where there are any, the agency's own. */
export const trustedRoots = (pasted: string): { ca?: string[] } => {
  const own = asFile(pasted);
  return own.length === 0 ? {} : { ca: [...rootCertificates, ...own] };
};
