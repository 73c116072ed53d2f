import { X509Certificate } from "node:crypto";
import { BasicConstraints, type Certificate, ExtKeyUsage } from "pkijs";
import { isWeak, shortKey } from "./weak-algorithms.ts";

/** Whether a certificate leads to one that the agency trusts; why not, as a sentence. */
export type ChainFound = { trusted: true; root: string } | { trusted: false; why: string };

/** Longer ways up than this, and more attempts, are a trap. */
const LONGEST_WAY = 6;
const MOST_ATTEMPTS = 100;

const extension = {
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
};
/** Critical extensions whose meaning is looked at, or that limit nothing that is asked here. */
const understood = new Set([
  ...Object.values(extension),
  "2.5.29.14", // key identifiers
  "2.5.29.35",
  "2.5.29.17", // other names
  "2.5.29.32", // policies
]);

const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
/** Purposes that have nothing to do with documents: servers, programs, time stamps, answers about certificates. */
const otherPurposes = new Set(["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.3", TIME_STAMPING, "1.3.6.1.5.5.7.3.9"]);

export interface Known {
  parsed: Certificate;
  x509: X509Certificate;
}

/** A certificate that can be asked both what it says and whether it was issued by another. Null: it is none. */
export function known(parsed: Certificate): Known | null {
  try {
    return { parsed, x509: new X509Certificate(Buffer.from(parsed.toSchema().toBER())) };
  } catch {
    return null;
  }
}

const extensionOf = ({ parsed }: Known, id: string) =>
  parsed.extensions?.find(({ extnID }) => extnID === id) ?? null;

/** What forbids to rely on one certificate of the way at a moment; null: nothing. */
function fault(certificate: Known, at: Date): string | null {
  const { parsed, x509 } = certificate;
  if (at < x509.validFromDate) return "Chứng thư chưa có hiệu lực vào lúc ký.";
  if (at > x509.validToDate) return "Chứng thư đã hết hạn vào lúc ký.";
  if (shortKey(x509.publicKey)) return "Chứng thư dùng khóa quá ngắn, không còn an toàn.";
  if (parsed.extensions?.some(({ critical, extnID }) => critical && !understood.has(extnID)))
    return "Chứng thư có điều kiện sử dụng mà phần mềm chưa kiểm tra được.";
  return null;
}

/** What forbids to rely on the signer's own certificate for what it signed; null: nothing. */
function faultOfSigner(signer: Known, purpose: "signing" | "time"): string | null {
  const usage = extensionOf(signer, extension.keyUsage);
  // The first two bits: digital signature, and non-repudiation.
  const bits = usage && (usage.parsedValue?.valueBlock?.valueHexView as Uint8Array | undefined)?.[0];
  if (usage && ((bits ?? 0) & 0b1100_0000) === 0) return "Chứng thư không được cấp để ký văn bản.";
  const extended = extensionOf(signer, extension.extendedKeyUsage)?.parsedValue;
  const purposes = extended instanceof ExtKeyUsage ? extended.keyPurposes : [];
  if (purpose === "time" && !purposes.includes(TIME_STAMPING))
    return "Chứng thư của dấu thời gian không được cấp để đóng dấu thời gian.";
  if (purpose === "signing" && purposes.length > 0 && purposes.every((one) => otherPurposes.has(one)))
    return "Chứng thư không được cấp để ký văn bản.";
  return null;
}

/** How many certificates may stand between an issuer and the signer; null: as many as there are. */
function roomBelow(issuer: Known): number | null {
  const constraints = extensionOf(issuer, extension.basicConstraints)?.parsedValue;
  const length = constraints instanceof BasicConstraints ? constraints.pathLenConstraint : undefined;
  return typeof length === "number" ? length : null;
}

const issued = (issuer: Known, { x509 }: Known): boolean => {
  try {
    return issuer.x509.ca && x509.checkIssued(issuer.x509) && x509.verify(issuer.x509.publicKey);
  } catch {
    return false;
  }
};

/**
 * Looks for a way from a signer's certificate, over those that came with the signature, to one that is trusted; every
 * one on it must have held at the moment of signing. Whether one has been revoked meanwhile is not asked: nothing is
 * called outside.
 */
export function judgeChain(
  signer: Known,
  {
    others,
    roots,
    at,
    purpose = "signing",
  }: { others: Known[]; roots: Known[]; at: Date; purpose?: "signing" | "time" },
): ChainFound {
  const own = fault(signer, at) ?? faultOfSigner(signer, purpose);
  if (own) return { trusted: false, why: own };
  let attempts = 0;
  let nearest: string | null = null;
  const climb = (certificate: Known, way: Known[]): string | null => {
    if (way.length > LONGEST_WAY) return null;
    if (isWeak(certificate.parsed.signatureAlgorithm)) {
      nearest ??= "Chứng thư được ký bằng thuật toán đã yếu (SHA-1 hoặc cũ hơn).";
      return null;
    }
    for (const issuer of [...roots, ...others]) {
      attempts += 1;
      if (attempts > MOST_ATTEMPTS) return null;
      if (way.includes(issuer) || issuer === certificate || !issued(issuer, certificate)) continue;
      const hindered = fault(issuer, at);
      const room = roomBelow(issuer);
      if (hindered !== null || (room !== null && way.length > room)) {
        nearest ??= hindered ?? "Chứng thư được cấp vượt quá quyền của nơi cấp.";
        continue;
      }
      if (roots.includes(issuer)) return issuer.x509.fingerprint256;
      const root = climb(issuer, [...way, certificate]);
      if (root !== null) return root;
    }
    return null;
  };
  const root = climb(signer, []);
  if (root !== null) return { trusted: true, root };
  const selfSigned = issuedBySelf(signer);
  return {
    trusted: false,
    why:
      nearest ??
      (selfSigned
        ? "Chứng thư tự ký, không do tổ chức chứng thực nào cấp."
        : "Chưa có chứng thư gốc tin cậy nào dẫn tới chứng thư của người ký."),
  };
}

const issuedBySelf = ({ x509 }: Known): boolean =>
  x509.subject === x509.issuer && x509.verify(x509.publicKey);
