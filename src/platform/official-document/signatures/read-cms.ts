import { createHash, timingSafeEqual } from "node:crypto";
import { fromBER, GeneralizedTime, ObjectIdentifier, OctetString, Sequence, UTCTime } from "asn1js";
import { Certificate, ContentInfo, SignedData, type SignerInfo, TSTInfo } from "pkijs";
import { type Known, known } from "./certificate-chain.ts";
import { isWeak, shortKey } from "./weak-algorithms.ts";

const oid = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  timeInfo: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  timeStamp: "1.2.840.113549.1.9.16.2.14",
  certificateV1: "1.2.840.113549.1.9.16.2.12",
  certificateV2: "1.2.840.113549.1.9.16.2.47",
};

const digests: Record<string, string> = {
  "1.3.14.3.2.26": "sha1",
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

/** More certificates than this are no chain but a trap. */
const MOST_CERTIFICATES = 30;

/** What a signature says of the bytes it was put under. Intact alone is good; "weak" holds but proves nothing. */
export type Held = "intact" | "changed" | "weak" | "broken";

export interface CmsFound {
  held: Held;
  why: string | null;
  signer: Known | null;
  others: Known[];
  /** By the clock of the signer's machine. */
  claimedAt: Date | null;
  /** By a service for time stamps, over the signature itself. */
  stamp: { at: Date; held: Held; signer: Known; others: Known[] } | null;
}

/** The signature cannot be read; the message says why, as a sentence. */
class Unreadable extends Error {
  override name = "Unreadable";
}

/** The signed data of a container; behind it may be zeros alone. */
function openContainer(bytes: Uint8Array): SignedData {
  const { offset, result } = fromBER(new Uint8Array(bytes).buffer);
  if (offset <= 0 || result.error) throw new Unreadable("Chữ ký ghi trong tệp không đọc được.");
  if (bytes.subarray(offset).some((byte) => byte !== 0))
    throw new Unreadable("Chỗ dành cho chữ ký còn chứa thứ khác ngoài chữ ký.");
  const container = new ContentInfo({ schema: result });
  if (container.contentType !== oid.signedData) throw new Unreadable("Chữ ký không đúng khuôn dạng.");
  return new SignedData({ schema: container.content });
}

/** The one value of a signed attribute; null when it is missing. One that is there twice is a fault. */
function attribute({ signedAttrs }: SignerInfo, type: string): unknown {
  const found = signedAttrs?.attributes.filter((one) => one.type === type) ?? [];
  if (found.length === 0) return null;
  if (found.length > 1 || found[0]!.values.length !== 1)
    throw new Unreadable("Chữ ký không đúng khuôn dạng.");
  return found[0]!.values[0];
}

const dateIn = (value: unknown): Date | null =>
  value instanceof UTCTime || value instanceof GeneralizedTime ? value.toDate() : null;

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Whether the signature names another certificate than the one it comes with (RFC 5035). */
function namesOther(info: SignerInfo, { x509 }: Known): boolean {
  for (const [type, usual] of [
    [oid.certificateV2, "sha256"],
    [oid.certificateV1, "sha1"],
  ] as const) {
    const value = attribute(info, type);
    if (value === null) continue;
    const [list] = value instanceof Sequence ? value.valueBlock.value : [];
    const [first] = list instanceof Sequence ? list.valueBlock.value : [];
    if (!(first instanceof Sequence)) return true;
    const parts = first.valueBlock.value;
    const [algorithm] = parts[0] instanceof Sequence ? parts[0].valueBlock.value : [];
    const digest = algorithm instanceof ObjectIdentifier ? digests[algorithm.getValue()] : usual;
    const hash = parts.find((part) => part instanceof OctetString);
    if (!digest || !hash) return true;
    if (!sameBytes(hash.valueBlock.valueHexView, createHash(digest).update(x509.raw).digest())) return true;
  }
  return false;
}

interface Judged {
  held: Held;
  why: string | null;
  info: SignerInfo;
  signer: Known;
  others: Known[];
}

/** Whether a signature of one signer holds over what it was put under. @throws Unreadable */
async function judge(signed: SignedData, content: Uint8Array, covered: Uint8Array): Promise<Judged> {
  const [info] = signed.signerInfos;
  if (!info || signed.signerInfos.length > 1) throw new Unreadable("Chữ ký không đúng khuôn dạng.");
  const certificates = (signed.certificates ?? []).filter((one) => one instanceof Certificate);
  if (certificates.length > MOST_CERTIFICATES) throw new Unreadable("Chữ ký kèm quá nhiều chứng thư.");
  const digest = digests[info.digestAlgorithm.algorithmId];
  const type = attribute(info, oid.contentType);
  const stated = attribute(info, oid.messageDigest);
  if (!(stated instanceof OctetString) || !(type instanceof ObjectIdentifier))
    throw new Unreadable("Chữ ký thiếu phần ghi mã băm của văn bản.");
  if (type.getValue() !== signed.encapContentInfo.eContentType)
    throw new Unreadable("Chữ ký không đúng khuôn dạng.");
  if (!digest) throw new Unreadable("Chữ ký dùng thuật toán mà phần mềm không nhận.");
  const result = await signed
    .verify({ signer: 0, data: new Uint8Array(covered).buffer, extendedMode: true })
    .catch((fault: { signerCertificate?: Certificate | null }) => ({
      signatureVerified: false,
      signerCertificate: fault.signerCertificate ?? null,
    }));
  const signer = result.signerCertificate && known(result.signerCertificate);
  if (!signer) throw new Unreadable("Chữ ký không kèm chứng thư của người ký.");
  const others = certificates
    .filter((one) => one !== result.signerCertificate)
    .flatMap((one) => known(one) ?? []);
  const found = { info, signer, others };
  if (!sameBytes(stated.valueBlock.valueHexView, createHash(digest).update(content).digest()))
    return { ...found, held: "changed", why: "Nội dung tệp không còn như lúc ký." };
  if (result.signatureVerified !== true || namesOther(info, signer))
    return { ...found, held: "broken", why: "Chữ ký không khớp với chứng thư của người ký." };
  if (isWeak(info.digestAlgorithm) || isWeak(info.signatureAlgorithm))
    return { ...found, held: "weak", why: "Chữ ký dùng thuật toán SHA-1 hoặc cũ hơn, có thể bị làm giả." };
  if (shortKey(signer.x509.publicKey))
    return { ...found, held: "weak", why: "Chữ ký dùng khóa quá ngắn, có thể bị làm giả." };
  return { ...found, held: "intact", why: null };
}

/** A token of a service for time stamps over some bytes (RFC 3161). @throws Unreadable */
async function judgeStamp(signed: SignedData, covered: Uint8Array): Promise<CmsFound["stamp"]> {
  const { eContentType, eContent } = signed.encapContentInfo;
  if (eContentType !== oid.timeInfo || !eContent)
    throw new Unreadable("Dấu thời gian không đúng khuôn dạng.");
  const info = new Uint8Array(eContent.getValue());
  const { held, signer, others } = await judge(signed, info, covered);
  const { genTime, messageImprint } = TSTInfo.fromBER(new Uint8Array(info).buffer);
  const digest = digests[messageImprint.hashAlgorithm.algorithmId];
  const imprint = messageImprint.hashedMessage.valueBlock.valueHexView;
  const matches = digest && sameBytes(imprint, createHash(digest).update(covered).digest());
  const weak = held === "intact" && isWeak(messageImprint.hashAlgorithm);
  return { at: genTime, held: !matches ? "changed" : weak ? "weak" : held, signer, others };
}

const unreadable = (error: unknown): CmsFound => ({
  held: "broken",
  why: error instanceof Unreadable ? error.message : "Chữ ký ghi trong tệp không đọc được.",
  signer: null,
  others: [],
  claimedAt: null,
  stamp: null,
});

/**
 * Judges a detached signature (CMS, RFC 5652) over the bytes it signs. Whatever cannot be read, or goes another way
 * than a signature of a PDF goes, is broken; nothing is thrown.
 */
export async function readSignature(contents: Uint8Array, covered: Uint8Array): Promise<CmsFound> {
  try {
    const signed = openContainer(contents);
    // One that brings its own content would be looked at with that instead of the file.
    if (signed.encapContentInfo.eContent || signed.encapContentInfo.eContentType !== oid.data)
      throw new Unreadable("Chữ ký không phải của tệp này.");
    const { info, ...found } = await judge(signed, covered, covered);
    return { ...found, claimedAt: dateIn(attribute(info, oid.signingTime)), stamp: await stampOn(info) };
  } catch (error) {
    return unreadable(error);
  }
}

/** The time stamp that stands on a signature; one that cannot be read counts as none. */
async function stampOn({ unsignedAttrs, signature }: SignerInfo): Promise<CmsFound["stamp"]> {
  const [token] = unsignedAttrs?.attributes.find(({ type }) => type === oid.timeStamp)?.values ?? [];
  if (!token) return null;
  try {
    const container = new ContentInfo({ schema: token });
    if (container.contentType !== oid.signedData) return null;
    return await judgeStamp(new SignedData({ schema: container.content }), signature.valueBlock.valueHexView);
  } catch {
    return null;
  }
}

/** Judges a time stamp of a whole file: a signature of the service itself. Nothing is thrown. */
export async function readFileStamp(contents: Uint8Array, covered: Uint8Array): Promise<CmsFound> {
  try {
    const stamp = (await judgeStamp(openContainer(contents), covered))!;
    const why = {
      intact: null,
      changed: "Nội dung tệp không còn như lúc đóng dấu thời gian.",
      weak: "Dấu thời gian dùng thuật toán đã yếu.",
      broken: "Dấu thời gian không khớp với chứng thư của nơi đóng dấu.",
    };
    return { ...stamp, why: why[stamp.held], claimedAt: stamp.at, stamp };
  } catch (error) {
    return unreadable(error);
  }
}
