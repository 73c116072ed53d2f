import { judgeChain, type Known } from "./certificate-chain.ts";
import { namesIn } from "./certificate-name.ts";
import { onlySignedSince } from "./later-changes.ts";
import { DamagedPdf, PdfFile } from "./pdf-file.ts";
import { nameOf, PdfString, UnreadablePdf } from "./pdf-values.ts";
import { type CmsFound, readFileStamp, readSignature } from "./read-cms.ts";
import { type BrokenField, type SignatureField, signatureFields } from "./signature-fields.ts";
import type { FoundSignature, FoundSignatures } from "./signature-state.ts";
import { trustedRoots } from "./trusted-root.ts";

/** More signatures than this are a trap. */
const MOST_SIGNATURES = 40;
/** How far a signer's clock may run ahead. */
const AHEAD = 24 * 3600_000;

const detached = new Set(["adbe.pkcs7.detached", "ETSI.CAdES.detached"]);
const FILE_STAMP = "ETSI.RFC3161";

const unknown = {
  kind: "signature",
  name: null,
  organization: null,
  issuer: null,
  signedAt: null,
  timeProven: false,
  signedAfter: 0,
} as const;

/** The moment that the file itself says of a signature: "D:20261130142500+07'00'". */
function statedMoment({ dictionary }: SignatureField): Date | null {
  const stated = dictionary.get("M");
  if (!(stated instanceof PdfString)) return null;
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)'?)?/u.exec(stated.bytes);
  if (!found) return null;
  const [year, month, day, hour, minute, second, zone = "+00", part = "00"] = found.slice(1);
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}:${part}`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** Whether the signer forbade every later change, further signatures among them. */
function isFinal({ dictionary, revision }: SignatureField): boolean {
  const references = revision.resolve(dictionary.get("Reference"));
  return (
    Array.isArray(references) &&
    references.some((one) => {
      const reference = revision.dictionary(one);
      const parameters = revision.dictionary(reference?.get("TransformParams"));
      return nameOf(reference?.get("TransformMethod")) === "DocMDP" && parameters?.get("P") === 1;
    })
  );
}

/** Whether what came after the signed part leaves what was signed as it is. */
function leftAsSigned(file: PdfFile, field: SignatureField): boolean {
  if (/^[\0\t\n\f\r ]*$/u.test(file.text.slice(field.end))) return true;
  if (isFinal(field)) return false;
  try {
    return onlySignedSince(field.revision, file);
  } catch (error) {
    if (error instanceof UnreadablePdf || error instanceof RangeError) return false;
    throw error;
  }
}

/** When it was signed, who says so, and whether the certificate is to be trusted for that moment. */
function judgeTrust(
  { stamp, claimedAt, signer, others }: CmsFound & { signer: Known },
  { field, roots, now }: { field: SignatureField; roots: Known[]; now: Date },
): { at: Date | null; timeProven: boolean; why: string | null } {
  const timeProven =
    stamp?.held === "intact" &&
    judgeChain(stamp.signer, { others: stamp.others, roots, at: stamp.at, purpose: "time" }).trusted;
  const at = timeProven ? stamp.at : (claimedAt ?? statedMoment(field));
  if (at && at.getTime() > now.getTime() + AHEAD)
    return { at, timeProven, why: "Giờ ký ghi trong tệp ở sau thời điểm kiểm tra." };
  const isStamp = field.subFilter === FILE_STAMP;
  const chain = judgeChain(signer, { others, roots, at: at ?? now, purpose: isStamp ? "time" : "signing" });
  return { at, timeProven, why: chain.trusted ? null : chain.why };
}

async function judgeField(
  file: PdfFile,
  field: SignatureField,
  { roots, now }: { roots: Known[]; now: Date },
): Promise<FoundSignature> {
  const isStamp = field.subFilter === FILE_STAMP;
  const kind = isStamp ? "stamp" : "signature";
  if (!isStamp && !detached.has(field.subFilter ?? ""))
    return { ...unknown, state: "broken", why: "Kiểu chữ ký này phần mềm chưa kiểm tra được." };
  const cms = await (isStamp ? readFileStamp : readSignature)(field.contents, field.signed);
  const { signer, held, why } = cms;
  if (!signer) return { ...unknown, kind, state: "broken", why };
  const trust = judgeTrust({ ...cms, signer }, { field, roots, now });
  const found = {
    ...unknown,
    kind,
    ...namesIn(signer.parsed.subject),
    issuer: namesIn(signer.parsed.issuer).name,
    signedAt: trust.at?.toISOString() ?? null,
    timeProven: trust.timeProven,
  } as const;
  if (held !== "intact") return { ...found, state: held, why };
  if (!leftAsSigned(file, field))
    return { ...found, state: "changed", why: "Sau khi ký, tệp được sửa hoặc ghi thêm nội dung." };
  return trust.why === null
    ? { ...found, state: "trusted", why: null }
    : { ...found, state: "unverified", why: trust.why };
}

/** A signature is only as it was left when those added after it are no tricks themselves. */
function withLater(found: FoundSignature[]): FoundSignature[] {
  return found.map((one, index) => {
    const later = found.slice(index + 1);
    const good = one.state === "trusted" || one.state === "unverified";
    const tricked = later.some(({ state }) => state === "broken" || state === "changed");
    const after = { ...one, signedAfter: later.length };
    return good && tricked
      ? { ...after, state: "changed", why: "Chữ ký ghi thêm sau chữ ký này không nguyên vẹn." }
      : after;
  });
}

/**
 * Finds and judges the signatures of a PDF: that each covers the file up to where it was put, that the bytes are as
 * they were signed, what was added since, and whether its certificate leads to one of `roots` (PEM). Nothing outside is
 * asked, so that a certificate revoked since is not known of. What cannot be told for sure is never good.
 */
export async function verifySignatures(
  bytes: Uint8Array,
  { roots, now }: { roots: string[]; now: Date },
): Promise<FoundSignatures> {
  const trusted = trustedRoots(roots);
  let fields: (SignatureField | BrokenField)[];
  let file: PdfFile;
  try {
    file = new PdfFile(Buffer.from(bytes));
    fields = signatureFields(file);
  } catch (error) {
    if (error instanceof DamagedPdf) return { unreadable: error.message, signatures: [] };
    if (error instanceof UnreadablePdf || error instanceof RangeError)
      return { unreadable: "Tệp PDF có chỗ sai khuôn dạng nên không kiểm tra được chữ ký.", signatures: [] };
    throw error;
  }
  const judged: FoundSignature[] = [];
  for (const field of fields.slice(0, MOST_SIGNATURES))
    judged.push(
      "broken" in field
        ? { ...unknown, state: "broken", why: field.broken }
        : await judgeField(file, field, { roots: trusted, now }),
    );
  if (fields.length > MOST_SIGNATURES)
    judged.push({ ...unknown, state: "broken", why: "Tệp có quá nhiều chữ ký để kiểm tra hết." });
  return { unreadable: null, signatures: withLater(judged) };
}
