import { X509Certificate } from "node:crypto";
import { Certificate } from "pkijs";
import { type Known, known } from "./certificate-chain.ts";
import { namesIn } from "./certificate-name.ts";

/** The certificates in a text of PEM blocks. @throws Error for a block that is none */
export const certificatesIn = (pem: string): X509Certificate[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/gu) ?? []).map(
    (block) => new X509Certificate(block),
  );

const parsed = ({ raw }: X509Certificate): Certificate => Certificate.fromBER(new Uint8Array(raw).buffer);

/** What a certificate is called: its own name, else its organisation. */
export function certificateName(certificate: X509Certificate): string {
  const { name, organization } = namesIn(parsed(certificate).subject);
  return name ?? organization ?? certificate.serialNumber;
}

/** The certificates of an agency's list, ready to be asked who was issued by them. */
export const trustedRoots = (pems: string[]): Known[] =>
  pems.flatMap((pem) => certificatesIn(pem).flatMap((one) => known(parsed(one)) ?? []));
