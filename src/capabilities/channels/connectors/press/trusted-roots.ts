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

/** Whom a mail server is believed by: those everybody trusts and, where there are any, the agency's own. */
export const trustedRoots = (pasted: string): { ca?: string[] } => {
  const own = asFile(pasted);
  return own.length === 0 ? {} : { ca: [...rootCertificates, ...own] };
};
